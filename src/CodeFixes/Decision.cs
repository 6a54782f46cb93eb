using SocketSetup.Analyzers.Rules;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.CodeFixes;

/// <summary>What can be decided of a listening socket's address.</summary>
internal enum Decision
{
    /// <summary>A second instance may share the port.</summary>
    Reuse,

    /// <summary>The same off Windows; on Windows nothing.</summary>
    ReuseExceptOnWindows,

    /// <summary>A second instance is refused.</summary>
    Exclusive,
}

/// <summary>The order in which the decisions are offered.</summary>
internal static class Decisions
{
    public static IEnumerable<Decision> InOrder(FixContract contract)
    {
        Decision first = contract.Preference switch
        {
            AddressReusePreference.Reuse => Decision.Reuse,
            AddressReusePreference.ReuseExceptWindows => Decision.ReuseExceptOnWindows,
            AddressReusePreference.Exclusive => Decision.Exclusive,
            // Where no option is needed to restart, reuse helps nobody.
            _ => contract.Profile is RuntimeProfile.FrameworkOrMono or RuntimeProfile.WindowsOnly ? Decision.Exclusive : Decision.Reuse,
        };
        // Who wants a second instance refused is helped least by one that may share the port everywhere.
        Decision[] rest = first == Decision.Exclusive ? [Decision.ReuseExceptOnWindows, Decision.Reuse] : [Decision.Reuse, Decision.ReuseExceptOnWindows, Decision.Exclusive];
        return new[] { first }.Concat(rest).Distinct();
    }
}
