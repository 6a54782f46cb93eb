using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SocketSetup.Analyzers.Flow;
using SocketSetup.Benchmarks.Generated;

namespace SocketSetup.Analyzers.Tests.Cost;

/// <summary>The work grows with the listeners and not with the program, and no size of a body is too much; counted, never timed.</summary>
public sealed class What_grows
{
    private const int SmallStack = 256 * 1024;

    public static TheoryData<string, int> Hostile => new()
    {
        { nameof(HostileCode.Sockets), 500 },
        { nameof(HostileCode.OptionSets), 1_000 },
        { nameof(HostileCode.Branches), 2_000 },
        { nameof(HostileCode.Sum), 10_000 },
        { nameof(HostileCode.Text), 10_000 },
        { nameof(HostileCode.Calls), 2_000 },
        { nameof(HostileCode.Lambdas), 40 },
        { nameof(HostileCode.FunctionsThatRunEachOther), 20 },
        { nameof(HostileCode.FunctionsThatRunTheNext), 500 },
        { nameof(HostileCode.FunctionsThatRunTheirNeighbours), 100 },
        { nameof(HostileCode.LateSets), 50 },
        { nameof(HostileCode.EndPoints), 100 },
    };

    /// <summary>Those whose expressions or statements lie in each other, or that are long enough for it.</summary>
    public static TheoryData<string, int> Deep => new()
    {
        { nameof(HostileCode.Branches), 2_000 },
        { nameof(HostileCode.Sum), 10_000 },
        { nameof(HostileCode.Text), 10_000 },
        { nameof(HostileCode.Lambdas), 20 },
        { nameof(HostileCode.FunctionsThatRunEachOther), 20 },
        { nameof(HostileCode.FunctionsThatRunTheNext), 200 },
    };

    [Fact]
    public async Task Is_the_work_for_each_of_many_listeners()
    {
        (int names, int graphs, int models) = await WorkOf(ListenerCode.Files(3));
        Assert.Equal((2 * names, 2 * graphs, 2 * models), await WorkOf(ListenerCode.Files(6)));
        Assert.Equal((20 * names, 20 * graphs, 20 * models), await WorkOf(ListenerCode.Files(60)));
    }

    [Fact]
    public async Task Is_the_work_for_each_of_many_listeners_in_one_file()
    {
        (int names, int graphs, _) = await WorkOf([ListenerCode.File(3)]);
        (int manyNames, int manyGraphs, _) = await WorkOf([ListenerCode.File(60)]);
        Assert.Equal((20 * names, 20 * graphs), (manyNames, manyGraphs));
    }

    [Fact]
    public async Task Is_not_the_work_when_the_rest_of_the_program_does() =>
        Assert.Equal(await WorkOf(ListenerCode.Files(3)), await WorkOf([.. ListenerCode.Files(3), .. PlainCode.Files(5_000)]));

    [Fact]
    public async Task Is_one_graph_for_each_method_that_uses_the_socket()
    {
        (_, int few, _) = await WorkOf([HostileCode.MethodsOfOneSocket(3)]);
        (_, int many, _) = await WorkOf([HostileCode.MethodsOfOneSocket(30)]);
        Assert.Equal(27, many - few);
    }

    /// <summary>Each of them may run after each other: what one leaves behind must not be told apart for ever.</summary>
    [Fact]
    public async Task Is_the_work_for_each_of_many_methods_that_bind_the_socket()
    {
        int ten = await BlocksOf(HostileCode.BindsOfOneSocket(10));
        int twenty = await BlocksOf(HostileCode.BindsOfOneSocket(20));
        Assert.Equal(twenty - ten, await BlocksOf(HostileCode.BindsOfOneSocket(30)) - twenty);
    }

    /// <summary>Those that are around one of them are around each, and are looked for once.</summary>
    [Fact]
    public async Task Is_not_the_search_for_each_of_many_methods_that_bind_the_socket()
    {
        int ten = await BodiesOf(10);
        int twenty = await BodiesOf(20);
        Assert.Equal(twenty - ten, await BodiesOf(30) - twenty);

        static async Task<int> BodiesOf(int methods) => (await Run([HostileCode.BindsOfOneSocket(methods)])).Work.BodiesGathered;
    }

    /// <summary>More than are analysed together are not analysed each with as many others.</summary>
    [Fact]
    public async Task Is_not_the_work_for_more_methods_than_are_analysed_together()
    {
        int sixty = await BlocksOf(HostileCode.BindsOfOneSocket(60));
        Assert.InRange(sixty, 1, await BlocksOf(HostileCode.BindsOfOneSocket(30)));
        Assert.Equal(4 * sixty, await BlocksOf(HostileCode.BindsOfOneSocket(240)));
    }

    /// <summary>Nor is a socket that too many methods use looked for in the rest of them.</summary>
    [Fact]
    public async Task Is_not_the_graphs_for_more_methods_than_are_analysed_together()
    {
        int hundred = (await Run([Listening(100)])).Work.GraphsBuilt;
        Assert.InRange(hundred, 1, 40);
        Assert.Equal(hundred, (await Run([Listening(1_000)])).Work.GraphsBuilt);

        static string Listening(int methods) => HostileCode.BindsOfOneSocket(1).Replace("Serve() { s.Listen(1); }", string.Join(' ', Enumerable.Range(0, methods).Select(i => $"Serve{i}() {{ s.Listen({i}); }} public void")) + " Serve() { }", StringComparison.Ordinal);
    }

    /// <summary>Nor is each of two listeners that lead to each other, and to too many methods, looked around for by itself.</summary>
    [Fact]
    public async Task Is_not_the_search_again_where_it_leads_to_one_that_was_too_much()
    {
        int one = await BodiesOf(""), two = await BodiesOf("public void Again(IPEndPoint e) { s = new Socket(SocketType.Stream, ProtocolType.Tcp); s.Bind(e); }");
        Assert.InRange(two - one, 1, 8);
        Assert.InRange(one, Universe.MaximumBodies, 40);

        static async Task<int> BodiesOf(string again) => (await Run([$$"""
            {{ListenerCode.Usings}}
            class Server
            {
                private Socket s;
                public void Open(IPEndPoint e) { s = new Socket(SocketType.Stream, ProtocolType.Tcp); s.Bind(e); s.Listen(1); }
                {{again}}
                private void Send() => s.Send(null);
                {{string.Join(' ', Enumerable.Range(0, 80).Select(i => $"public void Send{i}() => Send();"))}}
            }
            """])).Work.BodiesGathered;
    }

    /// <summary>What code that cannot be seen may do once, it may do any number of times.</summary>
    [Fact]
    public async Task Is_not_the_work_where_the_same_unseen_code_runs_again()
    {
        int few = await BlocksOf(HostileCode.UnseenCalls(3));
        Assert.Equal(few, await BlocksOf(HostileCode.UnseenCalls(60)));
    }

    /// <summary>What comes after a wait is the same for all callers, in whatever state they bring the socket.</summary>
    [Fact]
    public async Task Is_once_what_follows_a_wait_for_all_that_call_it()
    {
        int one = await OfTenWaits("await Flush();", ""), many = await OfTenWaits("await Flush();", "await Flush();");
        // Each fact runs through the method, and each that comes of it meanwhile only once: else it would be eleven times.
        Assert.InRange(many, one, 5 * one);

        static async Task<int> OfTenWaits(string first, string others) => await BlocksOf(Waiting(20, first, others)) - await BlocksOf(Waiting(10, first, others));

        static string Waiting(int waits, string first, string others) => $$"""
            {{ListenerCode.Usings}}using System.Threading.Tasks;
            class Server
            {
                private Socket s;
                public async Task Open(IPEndPoint e)
                {
                    s = new Socket(SocketType.Stream, ProtocolType.Tcp); {{first}}
                    s.ExclusiveAddressUse = true; {{others}}
                    s.Bind(e); {{others}}
                    s.Listen(1); {{others}}
                    s.Close(); {{others}}
                }
                public void Again(IPEndPoint e) { s = new Socket(SocketType.Stream, ProtocolType.Tcp); s.Bind(e); }
                private async Task Flush() { {{string.Concat(Enumerable.Repeat("await Task.Yield(); s?.Send(null); ", waits))}} }
            }
            """;
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Is_the_body_and_not_the_number_of_graphs(string shape, int size)
    {
        (_, int graphs, int models) = await WorkOf([Source(shape, 1)]);
        (_, int largeGraphs, int largeModels) = await WorkOf([Source(shape, size)]);
        Assert.Equal((graphs, models), (largeGraphs, largeModels));
    }

    [Theory]
    [MemberData(nameof(Deep))]
    public void Is_survived_on_a_small_stack_wherever_the_compiler_survives(string shape, int size) => Assert.Single(FoundOnSmallStack(shape, size, compiles: true));

    /// <summary>Whether the compiler has enough of the stack depends on the machine; it must not be the analyzer that fails.</summary>
    [Fact]
    public void Is_given_up_where_the_compiler_gives_up() => Assert.InRange(FoundOnSmallStack(nameof(HostileCode.Calls), 2_000, compiles: false).Count, 0, 1);

    private static IReadOnlyList<SetupFinding> FoundOnSmallStack(string shape, int size, bool compiles)
    {
        var method = new OneMethod(Source(shape, size));
        IReadOnlyList<Diagnostic> compiled = [];
        IReadOnlyList<SetupFinding> found = [];
        Exception? thrown = null;
        var thread = new Thread(Run, SmallStack);
        thread.Start();
        thread.Join();
        Assert.Null(thrown);
        Assert.Empty(compiled);
        return found;

        void Run()
        {
            try
            {
                if (compiles)
                    compiled = [.. method.Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
                found = method.Find(method.Analysis(new WorkCounter()), CancellationToken.None);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                thrown = exception;
            }
        }
    }

    private static string Source(string shape, int size) => shape switch
    {
        nameof(HostileCode.Sockets) => HostileCode.Sockets(size),
        nameof(HostileCode.OptionSets) => HostileCode.OptionSets(size),
        nameof(HostileCode.Branches) => HostileCode.Branches(size),
        nameof(HostileCode.Sum) => HostileCode.Sum(size),
        nameof(HostileCode.Text) => HostileCode.Text(size),
        nameof(HostileCode.Calls) => HostileCode.Calls(size),
        nameof(HostileCode.Lambdas) => HostileCode.Lambdas(size),
        nameof(HostileCode.FunctionsThatRunEachOther) => HostileCode.FunctionsThatRunEachOther(size),
        nameof(HostileCode.FunctionsThatRunTheNext) => HostileCode.FunctionsThatRunTheNext(size),
        nameof(HostileCode.FunctionsThatRunTheirNeighbours) => HostileCode.FunctionsThatRunTheirNeighbours(size),
        nameof(HostileCode.LateSets) => HostileCode.LateSets(size),
        nameof(HostileCode.EndPoints) => HostileCode.EndPoints(size),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "No such shape."),
    };

    /// <summary>Names bound, graphs built, models asked.</summary>
    private static async Task<(int Names, int Graphs, int Models)> WorkOf(IEnumerable<string> sources)
    {
        (WorkCounter work, int reports) = await Run(sources);
        Assert.NotEqual(0, reports);
        return (work.NamesBound, work.GraphsBuilt, work.ModelsAsked);
    }

    private static async Task<int> BlocksOf(string source) => (await Run([source])).Work.BlocksPassed;

    /// <summary>What throws fails the test.</summary>
    private static async Task<(WorkCounter Work, int Reports)> Run(IEnumerable<string> sources)
    {
        var analyzer = new SocketSetupAnalyzer();
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (exception, _, _) => throw new InvalidOperationException("The analyzer throws.", exception), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> reports = await OneMethod.Compile(sources).WithAnalyzers([analyzer], options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return (analyzer.Work, reports.Length);
    }
}
