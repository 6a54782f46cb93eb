using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers;
using SocketSetup.Analyzers.Tests.Cases;

namespace SocketSetup.Mutants;

/// <summary>The cases of the analyzer's tests, as <c>Each_case</c> asks them, a few to a test: what a test costs is more than what a case costs.</summary>
[TestCaseOrderer(typeof(LastFailedFirst))]
public sealed class Every_case
{
    private const int CasesOfTest = 8;

    private static readonly Dictionary<string, CaseFile[]> Parts = CaseFile.All
        .GroupBy(one => one.Set)
        .SelectMany(set => set.Chunk(CasesOfTest).Select((cases, number) => (Name: $"{set.Key} {number}", Cases: cases)))
        .ToDictionary(part => part.Name, part => part.Cases);

    public static TheoryData<string> Names => [.. Parts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_reported_as_marked(string part)
    {
        foreach (CaseFile one in Parts[part])
        {
            try
            {
                await IsReportedAsMarked(one);
            }
            catch
            {
                LastFailedFirst.Note(part);
                throw;
            }
        }
    }

    private static async Task IsReportedAsMarked(CaseFile one)
    {
        bool reportsStarts = Has("starts");
        CompiledCase compiled = CompiledCase.Of([.. one.Sources.Select(source => Regex.Replace(source, @"\{\|(\d):", "{|SOCK00$1:"))], Has("script"), Has("unity"), reportsStarts);
        ImmutableArray<Diagnostic> found = await compiled.FindAsync(new FrameworkOption(one.Framework, one.AddressReuse), reportsStarts ? [new SocketSetupAnalyzer(), new ListenerStartAnalyzer()] : [new SocketSetupAnalyzer()]);
        Assert.True(compiled.Expected.SequenceEqual(found.Select(CompiledCase.Describe).Order()), one.ToString());
        Assert.All(one.Messages, message => Assert.Contains(found, diagnostic => $"{diagnostic.GetMessage(null)} @{string.Join(",", diagnostic.AdditionalLocations.Select(CompiledCase.TextAt))}".Contains(message, StringComparison.Ordinal)));

        bool Has(string option) => one.Options.Contains(option, StringComparison.Ordinal);
    }
}
