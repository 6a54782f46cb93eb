using System.Reflection;

namespace SocketSetup.Analyzers.Rules;

/// <summary>Where the page of a rule is: a file of <c>docs/rules</c> at the version of this assembly.</summary>
internal static class HelpLink
{
    /// <summary>The build writes it, where the repository has a public address.</summary>
    private static readonly string? Base = typeof(HelpLink).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(metadata => metadata.Key == "HelpLinkBase")?.Value;

    /// <returns>Null while the repository has no public address: no link is better than a dead one.</returns>
    public static string? For(string id) => Base is null ? null : Base + id + ".md";
}
