namespace SocketSetup.Oracle.Comparison;

/// <summary>How a program came out.</summary>
internal enum Outcome
{
    /// <summary>Reported is exactly what the paths show.</summary>
    Agreement,

    /// <summary>The same, once more turns and calls were run.</summary>
    AgreementInLargeBounds,

    /// <summary>Reported is what the paths show if a test for null tells nothing about other variables.</summary>
    AgreementIfIndependent,

    /// <summary>It has too many paths, so nothing is said of it.</summary>
    Rejected,

    Disagreement,

    /// <summary>One of the two texts does not compile.</summary>
    Broken,

    /// <summary>The analyzer has thrown an exception.</summary>
    Crash,
}
