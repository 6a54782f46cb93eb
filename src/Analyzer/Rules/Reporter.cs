using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.Flow;
using SocketSetup.Analyzers.Symbols;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Rules;

/// <summary>Turns a finding into a diagnostic: the words of its rule, the places around it, the contract for its fix.</summary>
internal static class Reporter
{
    /// <summary>Null where the rule has nothing to say under the settings.</summary>
    public static Diagnostic? Report(SetupFinding finding, Settings settings)
    {
        if (RuleTable.For(finding.Violation).Word(finding, settings) is not { } descriptor)
            return null;
        SyntaxNode place = finding.Place;
        List<SyntaxNode> binds = finding.Binds.Select(bind => bind.Syntax).Where(bind => bind != place).ToList();
        List<SyntaxNode> creations = finding.Creations.Select(creation => creation.Operation.Syntax).Where(creation => creation != place).ToList();
        List<SyntaxNode> others = finding.Others.Select(other => other.Syntax).ToList();
        var contract = new FixContract
        {
            Binds = Here(finding.Binds.Select(bind => bind.Syntax)),
            Creations = Here(finding.Creations.Select(creation => creation.Operation.Syntax)),
            Protocols = Here(finding.Creations.Where(creation => creation.Protocol == Events.ProtocolArgument.Zero).Select(creation => creation.ProtocolPlace).OfType<SyntaxNode>()),
            Others = Here(others),
            Edits = On(settings.On(finding.Systems).Profile, finding.Violation is Violation.DecidedAfterBind or Violation.OpenedToSharing ? On(finding.Systems, finding.Edits) : finding.Edits),
            Profile = settings.Profile,
            Preference = settings.Preference,
        };
        return Diagnostic.Create(descriptor, place.GetLocation(), others.Concat(binds).Concat(creations).Select(other => other.GetLocation()), contract.Write()!, SocketNames.Of(finding));

        ImmutableArray<TextSpan> Here(IEnumerable<SyntaxNode> places) =>
            places.Where(other => other.SyntaxTree == place.SyntaxTree).Select(other => other.Span).Distinct().ToImmutableArray();
    }

    /// <summary>A setting that is not known, at the first finding that it governs.</summary>
    public static Diagnostic ReportSetting(Location first, string value) => Diagnostic.Create(Descriptors.UnknownSetting, first, value);

    /// <summary>What an author sets on some systems only is not said early on others, nor replaced by what is for others.</summary>
    private static SafeEdits On(Systems systems, SafeEdits edits) => systems switch
    {
        Systems.Linux or Systems.Others or Systems.NotWindows => edits | SafeEdits.NeverOnWindows,
        Systems.Windows => edits & ~(SafeEdits.SetBeforeBind | SafeEdits.SetBeforeBindUnlessUnix),
        _ => edits,
    };

    /// <summary>What is safe for the sockets may still be of no use to the runtime: the oldest does not know exclusive use, only the newest looks at the protocol, and Windows has no SO_REUSEPORT.</summary>
    private static SafeEdits On(RuntimeProfile profile, SafeEdits edits)
    {
        if (profile == RuntimeProfile.OldCore)
            edits &= ~(SafeEdits.ExclusiveBeforeBind | SafeEdits.ReplaceByExclusive);
        if (profile is not (RuntimeProfile.Modern or RuntimeProfile.WindowsOnly))
            edits &= ~SafeEdits.TcpAndExclusive;
        if (profile == RuntimeProfile.WindowsOnly)
            edits &= ~SafeEdits.TakeSharingBack;
        return edits;
    }
}
