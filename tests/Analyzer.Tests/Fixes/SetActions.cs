using System.Text.RegularExpressions;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>
/// The actions that remove, replace or move a set, or add something behind it. <c>REUSE</c> is the set,
/// <c>LISTEN x</c> what comes after it, <c>OTHER</c> what contradicts it.
/// </summary>
internal static class SetActions
{
    private const int Source = 0, Removed = 1, TakenBack = 2, OnWindows = 3;
    private const string Arguments = "AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp", Unix = "AddressFamily.Unix, SocketType.Stream, 0";
    private const string Reuse = "SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true)", Exclude = "SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ExclusiveAddressUse, true)", Share = "ExclusiveAddressUse = false";
    private const string Listening = "$1.Bind(e); $1.Listen(1)", Closing = "$1.Close()", Made = $"new Socket({Arguments})";

    public static IEnumerable<PositionAction> All =>
    [
        new SetAction { Name = "SOCK004.repair", Creation = Made + ".Accept()", After = Closing }.As(Removed),
        new SetAction { Name = "SOCK005.repair", Creation = Made + " { ExclusiveAddressUse = true }", Other = " ExclusiveAddressUse = true;", After = Closing }.As(Removed) with { Settings = new(addressReuse: "exclusive") },
        new SetAction { Name = "SOCK005.exclusive", Creation = Made + " { ExclusiveAddressUse = true }", Other = " ExclusiveAddressUse = true;", After = Closing }.As(Removed),
        new SetAction { Name = "SOCK005.reuse", Creation = $"{Made}; $1.{Reuse}", Other = $" {Reuse};", Set = Exclude, After = Closing }.As(Removed),
        new SetAction { Name = "SOCK006.repair" }.As(Source),
        new SetAction { Name = "SOCK006.exclusive" }.As(Source),
        new SetAction { Name = "SOCK006.exclusive, of an assignment", Set = Share }.As(Source),
        new SetAction { Name = "SOCK006.exclusive, on Windows" }.As(OnWindows) with { Settings = new("") },
        new SetAction { Name = "SOCK006.take_back" }.As(TakenBack),
        new SetAction { Name = "SOCK006.take_back, of an assignment", Set = Share }.As(TakenBack),
        new SetAction { Name = "SOCK009.repair", Creation = $"new Socket({Unix})", Base = Unix, After = Closing }.As(Removed),
        new SetAction { Name = "SOCK009.repair, of an assignment", Creation = $"new Socket({Unix})", Base = Unix, Set = Share, After = Closing }.As(Removed),
        new SetAction { Name = "SOCK002.repair, moved" }.As(Removed) with { File = "late-sets" },
    ];

    private sealed record SetAction
    {
        public required string Name { get; init; }

        public string Creation { get; init; } = Made;

        public string Base { get; init; } = Arguments;

        public string Other { get; init; } = "";

        public string Set { get; init; } = Reuse;

        public string After { get; init; } = Listening;

        public PositionAction As(int text) => new(Name, "at-a-set", Filled, one => Filled(text is Source or OnWindows ? Closed(one.Texts[text]) : one.Texts[text]));

        private string Filled(string text)
        {
            string code = Regex.Replace(text, @"LISTEN ([\w.]+)", After).Replace("OTHER", Other, StringComparison.Ordinal).Replace("BASE", Base, StringComparison.Ordinal);
            return RepairCase.WithSharingTakenBack(Regex.Replace(code, @"([\w.]+) = NEW", match => match.Result("$1 = " + Creation)).Replace("REUSE", Set, StringComparison.Ordinal));
        }

        /// <summary>With the opposite option in place of each.</summary>
        private string Closed(string text) => Regex.Replace(text.Replace("WINDOWS", "if (OperatingSystem.IsWindows())", StringComparison.Ordinal), @"(\?\S*\.)?REUSE", match =>
            match.Groups[1].Value + (match.Groups[1].Success && Set == Reuse ? Exclude : "ExclusiveAddressUse = true"));
    }
}
