namespace SocketSetup.Package.Tests;

/// <summary>What is reported, and in which words, depends on the runtime that the target framework promises.</summary>
public sealed class TargetTests(PackedPackage package)
{
    private const string Modern = "left to the runtime, which sets SO_REUSEADDR itself on Linux and macOS";

    private const string Framework = "no option is needed to restart here; ReuseAddress shares the port, ExclusiveAddressUse refuses a second instance";

    private const string Unknown = "on runtimes that do not set SO_REUSEADDR themselves a restart can fail with AddressAlreadyInUse";

    /// <summary>SOCK001 in line 8, SOCK003 in line 14 where the runtime looks at the protocol, and a listener with nothing to report.</summary>
    private static readonly string[] Source =
    [
        "using System.Net;",
        "using System.Net.Sockets;",
        "internal static class Listeners",
        "{",
        "    internal static void Bare(IPEndPoint endPoint)",
        "    {",
        "        var bare = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);",
        "        bare.Bind(endPoint);",
        "        bare.Listen(1);",
        "    }",
        "    internal static void Nameless(IPEndPoint endPoint)",
        "    {",
        "        var nameless = new Socket(AddressFamily.InterNetwork, SocketType.Stream,",
        "            ProtocolType.Unspecified);",
        "        nameless.ExclusiveAddressUse = true;",
        "        nameless.Bind(endPoint);",
        "        nameless.Listen(1);",
        "    }",
        "    internal static void Decided(IPEndPoint endPoint)",
        "    {",
        "        var decided = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);",
        "        decided.ExclusiveAddressUse = true;",
        "        decided.Bind(endPoint);",
        "        decided.Listen(1);",
        "    }",
        "}",
    ];

    [Theory]
    [InlineData("net10.0", Modern, true)]
    [InlineData("net8.0", Modern, true)]
    [InlineData("net472", Framework, false)]
    [InlineData("netstandard2.0", Unknown, true)]
    public async Task A_project_with_one_target_is_told_of_its_runtime(string framework, string consequence, bool protocolMatters)
    {
        Build build = await BuildAsync("TargetFramework=" + framework);

        AssertReported(build.Findings, consequence, protocolMatters);
    }

    [Fact]
    public async Task A_project_with_several_targets_is_told_of_each()
    {
        Build build = await BuildAsync("TargetFrameworks=net10.0;net472;netstandard2.0");

        AssertReported(build.Findings.Where(finding => finding.Framework == "net10.0"), Modern, protocolMatters: true);
        AssertReported(build.Findings.Where(finding => finding.Framework == "net472"), Framework, protocolMatters: false);
        AssertReported(build.Findings.Where(finding => finding.Framework == "netstandard2.0"), Unknown, protocolMatters: true);
        Assert.Equal(5, build.Findings.Count);
    }

    private static void AssertReported(IEnumerable<Finding> findings, string consequence, bool protocolMatters)
    {
        Finding[] byLine = [.. findings.OrderBy(finding => finding.Line)];
        string[] expected = protocolMatters ? ["Listeners.cs(8): warning SOCK001", "Listeners.cs(14): warning SOCK003"] : ["Listeners.cs(8): warning SOCK001"];

        Assert.Equal(expected, byLine.Select(finding => finding.ToString()));
        Assert.StartsWith("Listening socket 'bare' is bound without", byLine[0].Message, StringComparison.Ordinal);
        Assert.EndsWith(consequence, byLine[0].Message, StringComparison.Ordinal);
    }

    private async Task<Build> BuildAsync(string target)
    {
        var consumer = new ConsumerFolder(package);
        consumer.WriteProject("Consumer.csproj", [target], consumer.Reference());
        consumer.Write("Listeners.cs", Source);
        Build build = await consumer.BuildAsync("Consumer.csproj");
        Assert.True(build.Succeeded, build.Log);
        return build;
    }
}
