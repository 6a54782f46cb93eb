using System.Resources;
using Microsoft.CodeAnalysis;

namespace SocketSetup.Analyzers.Rules;

/// <summary>The words of the rules, from Resources.resx.</summary>
internal static class Resources
{
    private static readonly ResourceManager Manager = new(typeof(Resources).FullName!, typeof(Resources).Assembly);

    public static LocalizableString Text(string name) => new LocalizableResourceString(name, Manager, typeof(Resources));
}
