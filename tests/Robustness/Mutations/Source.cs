using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SocketSetup.Analyzers.Tests;
using SocketSetup.Analyzers.Tests.Cases;

namespace SocketSetup.Robustness.Mutations;

/// <summary>A text to be damaged.</summary>
/// <param name="Name">A path, or the name of a case.</param>
/// <param name="Text">All of it.</param>
/// <param name="IsProgram">Has it top-level statements?</param>
/// <param name="Start">Where the systematic changes start: what stands before is the same in a thousand cases.</param>
internal sealed partial record Source(string Name, string Text, bool IsProgram, int Start)
{
    /// <summary>What the projects of the samples get from the SDK.</summary>
    public const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    public static readonly CSharpParseOptions Parse = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);

    /// <summary>May the analyzer have something to say about it?</summary>
    public bool IsAboutSockets => Text.Contains("Socket", StringComparison.Ordinal);

    public bool IsFile => Name.EndsWith(".cs", StringComparison.Ordinal);

    /// <summary>The samples and the cases of the analyzer's tests.</summary>
    public static IEnumerable<Source> OfTheRepository() => In(Path.Combine(Repository.Root, "samples")).Concat(Cases());

    /// <summary>The C# files of a folder, without those that a build has left there.</summary>
    public static IEnumerable<Source> In(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Where(file => !BuildOutput().IsMatch(file))
        .Select(file => Of(Path.GetRelativePath(folder, file), File.ReadAllText(file), 0));

    public static Source Of(string name, string text, int start = 0) =>
        new(name, text, CSharpSyntaxTree.ParseText(text, Parse).GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any(), start);

    private static IEnumerable<Source> Cases() =>
        CaseFile.All.SelectMany(one => one.Sources.Select(text => Of(one.ToString(), Markup().Replace(text, ""), Math.Max(0, text.LastIndexOf("using System", StringComparison.Ordinal)))));

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex BuildOutput();

    [GeneratedRegex(@"\{\|\d:|\[\||\|\]|\|\}")]
    private static partial Regex Markup();
}
