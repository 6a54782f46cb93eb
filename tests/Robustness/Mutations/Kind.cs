namespace SocketSetup.Robustness.Mutations;

/// <summary>What is done to a source.</summary>
internal static class Kind
{
    /// <summary>Nothing.</summary>
    public const string Original = "original";

    /// <summary>It ends after a token.</summary>
    public const string Truncation = "truncation";

    /// <summary>A statement, expression or member is missing.</summary>
    public const string Deletion = "deletion";

    /// <summary>A token is there twice.</summary>
    public const string Duplication = "duplication";

    /// <summary>Something at random.</summary>
    public const string Mutation = "mutation";
}
