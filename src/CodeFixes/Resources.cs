using System.Resources;

namespace SocketSetup.Analyzers.CodeFixes;

/// <summary>The titles of the repairs, from Resources.resx.</summary>
internal static class Resources
{
    private static readonly ResourceManager Manager = new(typeof(Resources).FullName!, typeof(Resources).Assembly);

    public static string SetReuseAddressBeforeBind => Text(nameof(SetReuseAddressBeforeBind));

    public static string SetReuseAddressExceptOnWindows => Text(nameof(SetReuseAddressExceptOnWindows));

    public static string SetExclusiveAddressUseBeforeBind => Text(nameof(SetExclusiveAddressUseBeforeBind));

    public static string UseTcpAndExclusiveAddressUse => Text(nameof(UseTcpAndExclusiveAddressUse));

    public static string MoveBeforeBind => Text(nameof(MoveBeforeBind));

    public static string UseProtocolTypeTcp => Text(nameof(UseProtocolTypeTcp));

    public static string RemoveCall => Text(nameof(RemoveCall));

    public static string KeepReuseAddress => Text(nameof(KeepReuseAddress));

    public static string KeepExclusiveAddressUse => Text(nameof(KeepExclusiveAddressUse));

    public static string UseExclusiveAddressUse => Text(nameof(UseExclusiveAddressUse));

    public static string TakeSharingBack => Text(nameof(TakeSharingBack));

    public static string SetReuseAddressForReceivers => Text(nameof(SetReuseAddressForReceivers));

    private static string Text(string name) => Manager.GetString(name, culture: null) ?? name;
}
