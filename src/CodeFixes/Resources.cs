using System.Resources;

namespace SocketSetup.Analyzers.CodeFixes;

/// <summary>The titles of the repairs, from Resources.resx.</summary>
internal static class Resources
{
    private static readonly ResourceManager Manager = new(typeof(Resources).FullName!, typeof(Resources).Assembly);

    public static string SetReuseAddressBeforeBind => Text(nameof(SetReuseAddressBeforeBind));

    public static string MoveBeforeBind => Text(nameof(MoveBeforeBind));

    private static string Text(string name) => Manager.GetString(name, culture: null) ?? name;
}
