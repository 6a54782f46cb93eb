using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.CodeFixes.Places;
using SocketSetup.Analyzers.Flow;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.CodeFixes.Edits;

/// <summary>Sets an address option where the sockets at fault are not bound yet, and no other socket is harmed by it.</summary>
internal static class DecideAddress
{
    /// <summary>The decision that comes first at the place, by the setting, the runtime and what is possible.</summary>
    public static RepairPlan? First(FixSite site) => Decisions.InOrder(site.Contract).Select(decision => Plan(site, decision)).FirstOrDefault(plan => plan is not null);

    /// <summary>Null where the decision would do harm, or can be put nowhere.</summary>
    public static RepairPlan? Plan(FixSite site, Decision decision) => decision switch
    {
        Decision.Reuse => Reuse(site, Resources.SetReuseAddressBeforeBind),
        Decision.ReuseExceptOnWindows => Reuse(site, Resources.SetReuseAddressExceptOnWindows, exceptOnWindows: true),
        _ => Exclusive(site),
    };

    /// <summary>In place of a late set that cannot move.</summary>
    public static RepairPlan? SaidEarly(FixSite site) => Plan(site, site.Contract.Edits.HasFlag(SafeEdits.NeverOnWindows) ? Decision.ReuseExceptOnWindows : Decision.Reuse);

    public static RepairPlan? Reuse(FixSite site, string title, bool exceptOnWindows = false)
    {
        return If(SafeEdits.SetBeforeBind, site.Contract.Binds, bind => BeforeBind(site, bind, ReuseText))
            ?? If(SafeEdits.SetAfterCreation, site.Contract.Creations, creation => AfterCreation(site, creation, ReuseText))
            ?? If(SafeEdits.SetBeforeBindUnlessUnix, site.Contract.Binds, bind => BeforeBind(site, bind, UnlessUnixText));

        RepairPlan? If(SafeEdits edit, IEnumerable<TextSpan> places, Func<TextSpan, TextChange[]?> change) =>
            site.Contract.Edits.HasFlag(edit) ? RepairPlan.Of(title, [.. places.Select(change)]) : null;

        string? ReuseText(int position, string socket) => Text(position, socket, []);

        string? UnlessUnixText(int position, string socket) => Text(position, socket, [Options.IsNotUnix(site, position, socket)]);

        string? Text(int position, string socket, string?[] tests) =>
            Under(exceptOnWindows ? [.. tests, Options.IsWindows(site, position, not: true)] : tests, Options.ReuseAddress(site, position, socket));
    }

    private static RepairPlan? Exclusive(FixSite site)
    {
        bool namesTcp = !site.Contract.Edits.HasFlag(SafeEdits.ExclusiveBeforeBind);
        if (namesTcp && !site.Contract.Edits.HasFlag(SafeEdits.TcpAndExclusive))
            return null;
        // Off Windows, Mono takes it for the opposite of ReuseAddress, and a restart would fail.
        bool unlessBound = site.Contract.Edits.HasFlag(SafeEdits.UnlessBound), onWindows = site.Contract.Profile is RuntimeProfile.Unknown or RuntimeProfile.FrameworkOrMono;
        IEnumerable<TextChange[]?> changes = site.Contract.Binds.Select(bind => BeforeBind(site, bind, (position, socket) =>
            Under([.. Tests(position, socket)], Options.ExclusiveAddressUse(site, position, socket))));
        return namesTcp
            ? RepairPlan.Of(Resources.UseTcpAndExclusiveAddressUse, [.. changes, .. site.Contract.Protocols.Select(protocol => NameTcp.Change(site, protocol))])
            : RepairPlan.Of(Resources.SetExclusiveAddressUseBeforeBind, [.. changes]);

        IEnumerable<string?> Tests(int position, string socket)
        {
            if (onWindows)
                yield return Options.IsWindows(site, position);
            if (unlessBound)
                yield return Options.IsNotBound(socket);
        }
    }

    /// <param name="site">Where the diagnostic stands.</param>
    /// <param name="bind">The bind.</param>
    /// <param name="statement">Gets the place, and the socket with what leads to its members: of a listener the one inside, since once it is started its own property makes it throw.</param>
    private static TextChange[]? BeforeBind(FixSite site, TextSpan bind, Func<int, string, string?> statement)
    {
        if (site.Find<InvocationExpressionSyntax>(bind) is not { } call || Place.Before(call, site) is not { } place || Receiver.HidesMembers(call, site))
            return null;
        Receiver? binds = Receiver.Of(call, "Bind", site);
        return (binds ?? Receiver.Of(call, "Start", site)) is { } receiver && statement(call.SpanStart, receiver.Prefix + (binds is null ? "Server." : "")) is { } text
            ? [.. place.Insert([.. receiver.Declaration, text], []), .. receiver.Replacement]
            : null;
    }

    private static TextChange[]? AfterCreation(FixSite site, TextSpan creation, Func<int, string, string?> statement) =>
        site.Find<BaseObjectCreationExpressionSyntax>(creation) is { } made
        && CreationStatement.Of(made, site) is { Type: "System.Net.Sockets.Socket" } holder
        && statement(made.SpanStart, holder.Name + ".") is { } text
            ? holder.Insert([], [text])
            : null;

    /// <summary>Null where a test could not be written.</summary>
    private static string? Under(string?[] tests, string statement)
    {
        return tests.Contains(null) ? null : tests.Length == 0 ? statement : $"if ({string.Join(" && ", tests)}) {statement}";
    }
}
