using System.Text.RegularExpressions;
using RestartLab;

namespace SocketSetup.Docs.Tests;

/// <summary>The commands that the pages may tell a reader to type, each with what shows that it works.</summary>
internal static partial class Commands
{
    private const string Package = "tests/Package.Tests/";

    /// <summary>Each proof fails when what it relies on is gone.</summary>
    public static readonly IReadOnlyDictionary<string, Action> Proofs = new Dictionary<string, Action>
    {
        ["dotnet test"] = () => IsInRun("dotnet test"),
        ["dotnet format --verify-no-changes"] = () => IsInRun("dotnet format --verify-no-changes"),
        // It writes what the line above finds.
        ["dotnet format"] = () => IsInRun("dotnet format --verify-no-changes"),
        [".ci/run"] = () => Has(".ci/run", @"^#!/usr/bin/env bash$"),
        [$"dotnet build {The_build_that_the_README_shows.Project}"] = () => Has("tests/Docs.Tests/The_build_that_the_README_shows.cs", @"ChildBuild\.RunAsync\(Project"),

        ["dotnet pack src/Package -c Release -p:ReleaseTag=v0.1.0"] = () => Has(Package + "ReleaseCheckTests.cs", @"-p:ReleaseTag="),
        ["dotnet pack src/Package -c Release"] = () => Has(Package + "PackedPackage.cs", @"""pack"",\s+RepositoryTree\.PathOf\(""src/Package""\),\s+""--configuration"", ""Release"""),
        // What the command writes is the reference of the sample, which is restored from the packed package.
        ["dotnet add package SocketSetup.Analyzers"] = () => Has("samples/PackageConsumer/PackageConsumer.csproj", @"<PackageReference Include=""SocketSetup\.Analyzers"""),
        ["dotnet add package SocketSetup.Analyzers --version 0.1.0 --source path/to/artifacts/package"] = () =>
        {
            Has("Directory.Build.props", "<Version>0.1.0</Version>");
            Has(Package + "PackageProjectTests.cs", "A_release_is_packed_into_the_only_folder_that_the_sample_restores_from");
        },
        ["dotnet restore"] = () => Has(Package + "AddPackageTests.cs", @"RunAsync\(""restore""\)"),
        ["dotnet build samples/PackageConsumer"] = () => Has(Package + "Consumer.cs", @"RunAsync\(\[""build"", Project"),
        ["dotnet format analyzers --diagnostics SOCK001 --severity warn"] = () => Has(Package + "Consumer.cs", @"""format"", ""analyzers"", Project, ""--diagnostics"", ""SOCK001"", ""--severity"", ""warn"""),

        ["dotnet new console -o Echo"] = RunsGettingStarted,
        ["dotnet add Echo package SocketSetup.Analyzers --version 0.1.0 --source path/to/artifacts/package"] = RunsGettingStarted,
        ["dotnet build Echo"] = RunsGettingStarted,
        ["dotnet format analyzers Echo --diagnostics SOCK001 --severity warn"] = RunsGettingStarted,

        ["dotnet build"] = RunsMigrating,
        ["dotnet build --no-incremental -p:SocketSetupAnalysisMode=Default"] = RunsMigrating,
        ["dotnet build --no-incremental -warnaserror"] = () =>
        {
            RunsMigrating();
            RunsContinuousIntegration();
        },
        ["dotnet format analyzers --diagnostics SOCK002 SOCK003 --severity warn"] = RunsMigrating,
        ["dotnet format analyzers --diagnostics SOCK001 SOCK002 --severity warn"] = () => Has(Package + "ConsumerFolder.cs", @"""format"", ""analyzers"", .*""--diagnostics"", \.\. rules"),
        ["dotnet format analyzers --verify-no-changes --severity warn"] = RunsContinuousIntegration,
        ["dotnet format analyzers ${{ matrix.project }} --verify-no-changes --severity warn"] = RunsContinuousIntegration,
        ["dotnet build ${{ matrix.project }} --no-incremental \"-p:ErrorLog=${{ github.workspace }}/findings.sarif%2Cversion=2.1\""] = RunsContinuousIntegration,
        // The shell's own: what it prints is compared with the exit code of the command before it.
        ["echo $?"] = () => Has(Package + "WalkedPage.cs", @"command == ""echo \$\?"""),

        ["dotnet build tests/CorpusRun -c Release"] = () => IsProject("tests/CorpusRun"),
        ["dotnet build src/Analyzer -c Release"] = () => IsProject("src/Analyzer"),
        ["dotnet tests/CorpusRun/bin/Release/net10.0/corpus-run.dll --repeat 5 --builtin noop,gated-op,noop-cfg --set SocketSetup=src/Analyzer/bin/Release/netstandard2.0/SocketSetup.Analyzers.dll path/to/sources"] =
            () => Has("tests/Docs.Tests/The_measurement_of_the_cost.cs", @"corpus-run\.dll"),

        ["dotnet tests/CorpusRun/bin/Release/net10.0/corpus-run.dll --identical --repeat 10 --rules SOCK006,SOCK008 --all-severities src/Analyzer/bin/Release/netstandard2.0/SocketSetup.Analyzers.dll path/to/sources/*/"] =
            () => Has("tests/Docs.Tests/The_comparison_of_rounds.cs", @"""--identical"""),
        ["tests/Benchmarks/peers.sh path/to/sources"] = () => Has("tests/Docs.Tests/The_benchmarks.cs", @"""tests/Benchmarks/peers\.sh"""),
        ["dotnet run -c Release --project tests/Benchmarks -- live"] = () => RunsBenchmarks("live"),
        ["dotnet run -c Release --project tests/Benchmarks -- growth"] = () => RunsBenchmarks("growth"),
        ["dotnet run -c Release --project tests/Benchmarks -- build"] = () => Has("tests/Benchmarks/Program.cs", @"""build"" => \(Build\.Defaults, Build\.Run\)"),
        ["dotnet run -c Release --project tests/Benchmarks -- --filter \"*\""] = () => RunsBenchmarks("--list"),

        ["dotnet run --project tests/Pictures"] = () =>
        {
            IsProject("tests/Pictures");
            Has("tests/Pictures/Program.cs", @"Gallery\.DrawAsync");
        },

        ["dotnet test --project tests/Robustness.Tests"] = () => IsProject("tests/Robustness.Tests"),
        ["dotnet test --project tests/Oracle.Tests"] = () => IsProject("tests/Oracle.Tests"),
        ["dotnet test --project tests/Analyzer.Tests"] = () => IsProject("tests/Analyzer.Tests"),
        ["dotnet test --project tests/Analyzer.Floor.Tests"] = () => IsProject("tests/Analyzer.Floor.Tests"),
        ["dotnet test --project tests/Package.Tests"] = () => IsProject("tests/Package.Tests"),
        ["dotnet test --project tests/Samples.Tests"] = () => IsProject("tests/Samples.Tests"),
        ["dotnet test --project tests/RestartLab.Tests"] = () => IsProject("tests/RestartLab.Tests"),
        ["dotnet test --project tests/Docs.Tests"] = () => IsProject("tests/Docs.Tests"),
        ["dotnet test --project tests/Analyzer.Tests --filter-class \"*.A_probe\""] = () => Has("tests/Analyzer.Tests/Rules/A_probe.cs", "class A_probe"),

        // The same in fewer words: a run of ten thousand is a test.
        ["dotnet run -c Release --project tests/Oracle -- --count 1000"] = () => RunsOracle("--count"),
        ["dotnet run -c Release --project tests/Oracle -- --count 200000 --seed 1"] = () => RunsOracle("--count", "--seed"),
        ["dotnet run -c Release --project tests/Oracle -- --trials"] = () => Has("tests/Oracle/Program.cs", @"args is \[""--trials"", \.\.\]"),

        ["dotnet tool restore"] = () => Has(".config/dotnet-tools.json", @"""dotnet-stryker"""),
        ["cd tests/Mutants"] = () => IsProject("tests/Mutants"),
        ["tests/Mutants/sample.sh analyzer 1 10"] = () => Has("tests/Mutants/sample.sh", @"analyzer\) project=Analyzer name=SocketSetup\.Analyzers ;;"),
        ["tests/Mutants/sample.sh fixes 1 3"] = () => Has("tests/Mutants/sample.sh", @"fixes\) project=CodeFixes name=SocketSetup\.Analyzers\.CodeFixes ;;"),
        ["dotnet stryker"] = () => Has("tests/Mutants/stryker-config.json", @"""project"": ""SocketSetup\.Analyzers\.csproj"""),
        ["dotnet run -c Release --project tests/Robustness -- --count 10000 --seed 1"] = () => RunsRobustness("--count", "--seed"),
        ["dotnet run -c Release --project tests/Robustness -- --grafts path/to/sources"] = () => RunsRobustness("--grafts"),

        ["dotnet run --project samples/RestartLab"] = () => RunsLab(),
        ["dotnet run --project samples/RestartLab -- --json restart-lab.json"] = () => RunsLab("--json", "restart-lab.json"),
        ["dotnet run --project samples/RestartLab -- --only \"{tcp,zero}/accepted-*\""] = () => RunsLab("--only", "{tcp,zero}/accepted-*"),
        ["dotnet run --project samples/RestartLab -- --only \"{tcp,zero}/reuse-after-bind\" --only beside/reuse-after-bind-then-reuse"] = () => RunsLab("--only", "{tcp,zero}/reuse-after-bind", "--only", "beside/reuse-after-bind-then-reuse"),
        ["dotnet run --project samples/RestartLab -- --only \"leftover/*-client-closes-first\""] = () => RunsLab("--only", "leftover/*-client-closes-first"),
        ["dotnet run --project samples/RestartLab -- --only \"leftover/zero-killed-*\" --only zero/none"] = () => RunsLab("--only", "leftover/zero-killed-*", "--only", "zero/none"),
        ["dotnet run --project samples/RestartLab -- --only \"tcp/{none,reuse,native-reuse,reuse-without-port}\""] = () => RunsLab("--only", "tcp/{none,reuse,native-reuse,reuse-without-port}"),
        ["dotnet run --project samples/RestartLab -- --only \"address/*\""] = () => RunsLab("--only", "address/*"),
        ["dotnet run --project samples/RestartLab -- --only \"client/*\""] = () => RunsLab("--only", "client/*"),
        ["dotnet run --project samples/RestartLab -- --only \"udp/*\""] = () => RunsLab("--only", "udp/*"),
        ["dotnet run --project samples/RestartLab -- --only tcp/reuse"] = () => RunsLab("--only", "tcp/reuse"),
        ["dotnet run --project samples/RestartLab -- --only listener/none"] = () => RunsLab("--only", "listener/none"),
    };

    /// <summary>In <c>sh</c> every line; in <c>console</c> the lines after a prompt; in <c>yaml</c> what a step runs.</summary>
    public static IEnumerable<string> In(MarkdownPage page) =>
        page.Blocks.SelectMany(block => block.Language switch
        {
            "sh" => block.Lines,
            "yaml" => block.Lines.Select(line => Step().Match(line)).Where(step => step.Success).Select(step => step.Groups["command"].Value),
            "console" => block.Lines.Where(line => line.StartsWith("$ ", StringComparison.Ordinal)).Select(line => line[2..]),
            _ => [],
        }).Select(line => Comment().Replace(line, "").Trim()).Where(line => line.Length > 0);

    /// <summary>It understands the words; that it agrees is what its tests show.</summary>
    private static void RunsOracle(params string[] words)
    {
        IsProject("tests/Oracle");
        Assert.All(words, word => Has("tests/Oracle/Running/Arguments.cs", $@"^\s+\(""{word}"","));
        Has("tests/Oracle.Tests/Ten_thousand_programs.cs", @"new OracleRun\(Arguments\.Default with");
    }

    private static void RunsBenchmarks(string word)
    {
        IsProject("tests/Benchmarks");
        Has("tests/Docs.Tests/The_benchmarks.cs", $@"Executable, ""{word}""");
    }

    private static void RunsRobustness(params string[] words)
    {
        IsProject("tests/Robustness");
        Assert.All(words, word => Has("tests/Robustness/Running/Arguments.cs", $@"^\s+\(""{word}"","));
        Has("tests/Robustness.Tests/The_command.cs", @"Few = \[""--count"", ""60"", ""--seed"", ""1""");
    }

    /// <summary>It understands the words, and they pick rows; that these are as documented is what its tests show.</summary>
    private static void RunsLab(params string[] words)
    {
        IsProject("samples/RestartLab");
        (Options? options, string problem) = OptionParser.Parse(words);
        Assert.Equal("", problem);
        Assert.NotEmpty(options!.Experiments);
    }

    private static void RunsGettingStarted() => Has(Package + "GettingStartedTests.cs", @"docs/getting-started\.md");

    private static void RunsMigrating() => Has(Package + "MigratingTests.cs", @"new WalkedPage\(""docs/migrating\.md""");

    private static void RunsContinuousIntegration() => Has(Package + "ContinuousIntegrationTests.cs", @"new WalkedPage\(""docs/continuous-integration\.md""");

    private static void IsInRun(string command) => Has(".ci/run", $@"^(if )?{Regex.Escape(command)}\b");

    private static void IsProject(string folder) => Assert.Single(Directory.GetFiles(Repository.PathOf(folder), "*.csproj"));

    private static void Has(string file, string pattern) => Assert.Matches($"(?m){pattern}", Repository.Read(file));

    [GeneratedRegex(@"^ *(- )?run: (?<command>.+)$")]
    private static partial Regex Step();

    [GeneratedRegex(@"(^|\s+)#.*$")]
    private static partial Regex Comment();
}
