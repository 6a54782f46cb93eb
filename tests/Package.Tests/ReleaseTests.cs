using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SocketSetup.Package.Tests;

/// <summary>What a release is made of, once the repository has a public address.</summary>
public sealed class ReleaseTests(CleanPacks packs, PackedPackage package) : IClassFixture<CleanPacks>
{
    private const string Analyzer = "analyzers/dotnet/cs/SocketSetup.Analyzers.dll";
    private const string Fixes = "analyzers/dotnet/cs/SocketSetup.Analyzers.CodeFixes.dll";

    [Fact]
    public void Two_clean_builds_in_two_folders_are_the_same_to_the_byte()
    {
        Assert.Equal(packs.First.Keys.Order(), packs.Second.Keys.Order());
        Assert.Empty(packs.First.Where(entry => !entry.Value.AsSpan().SequenceEqual(packs.Second[entry.Key])).Select(entry => entry.Key));
    }

    [Fact]
    public void The_help_link_of_each_rule_leads_to_its_page_at_this_version()
    {
        string version = (string)Nuspec(packs.First).Descendants().Single(element => element.Name.LocalName == "version");
        string start = $"{CleanPacks.RepositoryUrl}/blob/v{version}/";

        foreach (DiagnosticDescriptor rule in Rules(packs.First[Analyzer]))
        {
            Assert.Equal($"{start}docs/rules/{rule.Id}.md", rule.HelpLinkUri);
            Assert.True(File.Exists(RepositoryTree.PathOf(rule.HelpLinkUri[start.Length..])), rule.HelpLinkUri);
        }
    }

    [Fact]
    public async Task Without_a_public_address_there_is_no_help_link_rather_than_a_dead_one()
    {
        string address = await RepositoryTree.ReadPropertyAsync("src/Analyzer/SocketSetup.Analyzers.csproj", "RepositoryUrl");

        Assert.All(Rules(package.ReadEntry(Analyzer)), rule => Assert.StartsWith(address, rule.HelpLinkUri, StringComparison.Ordinal));
        Assert.All(Rules(package.ReadEntry(Analyzer)), rule => Assert.Equal(address.Length == 0, rule.HelpLinkUri.Length == 0));
    }

    [Fact]
    public void The_package_names_the_repository_and_the_commit()
    {
        Assert.Equal(CleanPacks.RepositoryUrl, (string)Nuspec(packs.First).Descendants().Single(element => element.Name.LocalName == "projectUrl"));
        XElement repository = Nuspec(packs.First).Descendants().Single(element => element.Name.LocalName == "repository");
        Assert.Equal(("git", CleanPacks.RepositoryUrl), ((string?)repository.Attribute("type"), (string?)repository.Attribute("url")));
        Assert.Matches("^[0-9a-f]{40}$", (string?)repository.Attribute("commit"));
    }

    [Theory]
    [InlineData(Analyzer)]
    [InlineData(Fixes)]
    public void The_symbols_are_embedded_and_lead_to_the_sources(string assembly)
    {
        string commit = (string)Nuspec(packs.First).Descendants().Single(element => element.Name.LocalName == "repository").Attribute("commit")!;

        Assert.Contains($"raw.githubusercontent.com/example/socket-setup/{commit}/*", SourceLink(packs.First[assembly]), StringComparison.Ordinal);
    }

    /// <summary>For a list expression of an interface type the compiler writes a class of some forty members.</summary>
    [Theory]
    [InlineData(Analyzer)]
    [InlineData(Fixes)]
    public void No_class_is_written_for_a_list(string assembly)
    {
        using var file = new PEReader(new MemoryStream(packs.First[assembly]));
        MetadataReader metadata = file.GetMetadataReader();
        Assert.DoesNotContain(metadata.TypeDefinitions, type => metadata.GetString(metadata.GetTypeDefinition(type).Name).StartsWith("<>z__", StringComparison.Ordinal));
    }

    private static XDocument Nuspec(IReadOnlyDictionary<string, byte[]> entries) =>
        XDocument.Load(new MemoryStream(entries["SocketSetup.Analyzers.nuspec"]));

    private static DiagnosticDescriptor[] Rules(byte[] assembly)
    {
        Assembly loaded = new AssemblyLoadContext(null).LoadFromStream(new MemoryStream(assembly));
        DiagnosticDescriptor[] rules =
        [
            .. from type in loaded.GetExportedTypes()
               where type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract
               from rule in ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics
               select rule,
        ];
        Assert.NotEmpty(rules);
        return rules;
    }

    private static string SourceLink(byte[] assembly)
    {
        var kind = new Guid("CC110556-A091-4D38-9FEC-25AB9A351A6A");
        using var image = new PEReader(new MemoryStream(assembly));
        DebugDirectoryEntry embedded = image.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using MetadataReaderProvider symbols = image.ReadEmbeddedPortablePdbDebugDirectoryData(embedded);
        MetadataReader reader = symbols.GetMetadataReader();
        return Encoding.UTF8.GetString(
            [.. from handle in reader.CustomDebugInformation let information = reader.GetCustomDebugInformation(handle) where reader.GetGuid(information.Kind) == kind from one in reader.GetBlobBytes(information.Value) select one]);
    }
}
