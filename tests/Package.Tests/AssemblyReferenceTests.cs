namespace SocketSetup.Package.Tests;

/// <summary>
/// A host loads an analyzer only if it has every assembly that the analyzer references, at that version or a newer one.
/// So these references, not the package's version, say how old a host may be.
/// </summary>
public sealed class AssemblyReferenceTests(PackedPackage package)
{
    private const string Analyzer = "SocketSetup.Analyzers";

    private const string Fixes = "SocketSetup.Analyzers.CodeFixes";

    [Fact]
    public void The_analyzer_needs_the_compiler_of_Roslyn_3_6_and_no_Workspaces()
    {
        var roslyn = new Dictionary<string, Version>
        {
            ["Microsoft.CodeAnalysis"] = new(3, 6, 0, 0),
            ["Microsoft.CodeAnalysis.CSharp"] = new(3, 6, 0, 0),
        };

        Assert.Equivalent(roslyn, RoslynReferences(Analyzer), strict: true);
    }

    [Fact]
    public void The_fixes_need_the_Workspaces_of_Roslyn_4_5()
    {
        Dictionary<string, Version> roslyn = RoslynReferences(Fixes);

        Assert.Contains("Microsoft.CodeAnalysis.Workspaces", roslyn.Keys);
        Assert.All(roslyn.Values, version => Assert.Equal(new Version(4, 5, 0, 0), version));
    }

    [Theory]
    [InlineData(Analyzer, "3.6.0")]
    [InlineData(Fixes, "4.5.0")]
    public void Everything_else_is_the_standard_the_product_or_what_that_Roslyn_itself_references(string assembly, string release)
    {
        IReadOnlyDictionary<string, Version> carried = RoslynRelease.NewestReferences(release);
        string[] ours = assembly == Fixes ? [Analyzer] : [];

        IEnumerable<string> tooNew = package.ReadAssembly(assembly).References
            .Where(reference => !IsRoslyn(reference.Key) && !ours.Contains(reference.Key) && !IsCarried(reference, carried))
            .Select(reference => $"{reference.Key} {reference.Value}");

        Assert.Empty(tooNew);
    }

    [Fact]
    public void The_fix_provider_is_exported_without_the_Shared_attribute()
    {
        // Of all attributes of a fix provider it alone ties the assembly to the System.Composition of this build.
        AssemblyImage fixes = package.ReadAssembly(Fixes);

        Assert.Contains("ExportCodeFixProviderAttribute", fixes.ForeignTypes);
        Assert.DoesNotContain("SharedAttribute", fixes.ForeignTypes);
    }

    private Dictionary<string, Version> RoslynReferences(string assembly) =>
        package.ReadAssembly(assembly).References.Where(reference => IsRoslyn(reference.Key)).ToDictionary();

    private static bool IsRoslyn(string name) => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);

    private static bool IsCarried(KeyValuePair<string, Version> reference, IReadOnlyDictionary<string, Version> carried) =>
        (reference.Key == "netstandard" || reference.Key.StartsWith("System.", StringComparison.Ordinal))
        && carried.TryGetValue(reference.Key, out Version? newest)
        && reference.Value <= newest;
}
