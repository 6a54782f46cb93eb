namespace SocketSetup.Package.Tests;

/// <summary><c>SocketSetupAnalysisMode</c> as a project sets it.</summary>
public sealed class PresetTests(PackedPackage package)
{
    /// <summary>A line for each of SOCK001, SOCK006, SOCK008 and SOCK002.</summary>
    private static readonly string[] Source =
    [
        "using System.Net;",
        "using System.Net.Sockets;",
        "",
        "var bare = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);",
        "bare.Bind(new IPEndPoint(IPAddress.Loopback, 5000));",
        "bare.Listen();",
        "",
        "var open = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);",
        "open.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);",
        "open.Bind(new IPEndPoint(IPAddress.Loopback, 5001));",
        "open.Listen();",
        "new TcpListener(IPAddress.Loopback, 5002).Start();",
        "",
        "var late = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);",
        "late.Bind(new IPEndPoint(IPAddress.Loopback, 5003));",
        "late.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);",
        "late.Listen();",
    ];

    [Theory]
    [InlineData("Default", "SOCK001", "SOCK002")]
    [InlineData("", "SOCK001", "SOCK002")]
    [InlineData("Minimum", "SOCK002")]
    [InlineData(" Minimum ", "SOCK002")]
    [InlineData("all", "SOCK001", "SOCK002", "SOCK006", "SOCK008")]
    [InlineData("None")]
    public async Task Each_mode_warns_of_its_rules(string mode, params string[] rules) =>
        Assert.Equal(rules, await RulesAsync(ConsumerOf(), "SocketSetupAnalysisMode=" + mode));

    [Fact]
    public async Task An_unknown_mode_is_a_warning_that_lists_the_four()
    {
        Consumer consumer = ConsumerOf();

        Assert.Equal(["SOCK001", "SOCK002", "SOCKMODE"], await RulesAsync(consumer, "SocketSetupAnalysisMode=Maximum"));
        Assert.Contains("'Maximum' is no value of SocketSetupAnalysisMode: use Default, Minimum, All or None", consumer.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_for_an_id_that_the_user_wrote_wins_over_a_mode()
    {
        Consumer consumer = ConsumerOf("dotnet_diagnostic.SOCK006.severity = none", "dotnet_diagnostic.SOCK001.severity = none");

        Assert.Equal(["SOCK002", "SOCK008"], await RulesAsync(consumer, "SocketSetupAnalysisMode=All"));
    }

    [Fact]
    public async Task A_line_for_a_category_wins_over_no_mode_and_loses_to_a_line_of_one()
    {
        Consumer consumer = ConsumerOf("dotnet_analyzer_diagnostic.category-Reliability.severity = none", "dotnet_analyzer_diagnostic.category-Security.severity = none");

        Assert.Empty(await RulesAsync(consumer));
        Assert.Equal(["SOCK006", "SOCK008"], await RulesAsync(consumer, "SocketSetupAnalysisMode=All"));
    }

    [Fact]
    public async Task Minimum_depends_on_the_target_framework()
    {
        Consumer consumer = ConsumerOf();
        await consumer.BuildAsync();
        var configs = new Dictionary<string, string>
        {
            ["netcoreapp1.1"] = "socketsetup_minimum_netcoreapp1.0.globalconfig",
            ["netcoreapp2.0"] = "socketsetup_minimum_netcoreapp1.0.globalconfig",
            ["netcoreapp2.1"] = "socketsetup_minimum.globalconfig",
            ["net10.0"] = "socketsetup_minimum.globalconfig",
            ["net472"] = "socketsetup_minimum.globalconfig",
            ["netstandard2.0"] = "socketsetup_minimum.globalconfig",
        };

        foreach ((string framework, string config) in configs)
            Assert.Equal([config], await consumer.ReadConfigsAsync("SocketSetupAnalysisMode=Minimum", "TargetFramework=" + framework));
    }

    [Theory]
    [InlineData("All", "socketsetup_all.globalconfig")]
    [InlineData("None", "socketsetup_none.globalconfig")]
    [InlineData("Default")]
    public async Task Every_other_mode_is_the_same_on_each_target(string mode, params string[] configs)
    {
        Consumer consumer = ConsumerOf();
        await consumer.BuildAsync();

        foreach (string framework in (string[])["netcoreapp2.0", "net10.0", "net472", "netstandard2.0"])
            Assert.Equal(configs, await consumer.ReadConfigsAsync("SocketSetupAnalysisMode=" + mode, "TargetFramework=" + framework));
    }

    private static async Task<IEnumerable<string>> RulesAsync(Consumer consumer, params string[] properties) =>
        (await consumer.BuildAsync(properties)).Select(warning => warning.Rule).Order(StringComparer.Ordinal);

    private Consumer ConsumerOf(params string[] config)
    {
        var consumer = new Consumer(package);
        consumer.WriteSource(Source);
        File.WriteAllLines(Path.Combine(consumer.Folder, ".globalconfig"), ["is_global = true", .. config]);
        return consumer;
    }
}
