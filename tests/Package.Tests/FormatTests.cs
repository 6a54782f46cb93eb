using System.Text.RegularExpressions;

namespace SocketSetup.Package.Tests;

/// <summary><c>dotnet format</c> on the samples of the catalogue, in a folder for each value of <c>socket_setup.address_reuse</c>.</summary>
public sealed partial class FormatTests(PackedPackage package)
{
    private const string Reuse = "SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);";

    private static readonly string[] Repaired = ["SOCK001", "SOCK002", "SOCK003", "SOCK004", "SOCK005", "SOCK006", "SOCK007", "SOCK008", "SOCK009"];

    /// <summary>What a folder's rules become, where that is not what the catalogue shows.</summary>
    private static readonly Dictionary<(string Setting, string Rule), (string Shown, string Expected)> Differences = new()
    {
        [("reuse_except_windows", "SOCK001")] = ($"        listener.{Reuse}", $"        if (!global::System.OperatingSystem.IsWindows()) listener.{Reuse}"),
        [("reuse_except_windows", "SOCK008")] = ($"        listener.Server.{Reuse}", $"        if (!global::System.OperatingSystem.IsWindows()) listener.Server.{Reuse}"),
        [("exclusive", "SOCK001")] = ($"listener.{Reuse}", "listener.ExclusiveAddressUse = true;"),
        [("exclusive", "SOCK008")] = ($"listener.Server.{Reuse}", "listener.Server.ExclusiveAddressUse = true;"),
        [("exclusive", "SOCK005")] = ($"        listener.{Reuse}", "        listener.ExclusiveAddressUse = true;"),
        // The team wants its ports to be shared: nothing is reported, and nothing changes.
        [("reuse", "SOCK006")] = ("listener.ExclusiveAddressUse = true;", $"listener.{Reuse}"),
        [("reuse_except_windows", "SOCK006")] = ("listener.ExclusiveAddressUse = true;", $"listener.{Reuse}"),
    };

    private static readonly string[] Settings = ["unset", "reuse", "reuse_except_windows", "exclusive"];

    [Fact]
    public async Task Each_rule_is_repaired_as_the_setting_wants_and_a_second_run_proposes_nothing()
    {
        ConsumerFolder consumer = ConsumerOf();
        (string Setting, string Rule)[] files = [.. Settings.SelectMany(setting => Repaired.Select(rule => (setting, rule)))];
        foreach ((string setting, string rule) in files)
            consumer.Write($"{setting}/{rule}.cs", Before(setting, rule));
        // SOCK006 in its own sample only: it would report the options that the other fixes set.
        consumer.Write(
            ".editorconfig",
            [
                "root = true", "[*.cs]", "dotnet_diagnostic.SOCK008.severity = warning", "[SOCK006.cs]", "dotnet_diagnostic.SOCK006.severity = warning",
                .. Settings[1..].SelectMany(setting => (string[])[$"[{setting}/*.cs]", $"socket_setup.address_reuse = {setting}"]),
            ]);
        string[] silent = ["reuse/SOCK006", "reuse_except_windows/SOCK006"];
        string[] reported = [.. files.Select(file => $"{file.Setting}/{file.Rule}").Except(silent).Order(StringComparer.Ordinal)];
        Build build = await consumer.BuildAsync("Consumer.csproj");
        Assert.True(build.Succeeded, build.Log);
        Assert.Equal(reported, build.Findings.Select(finding => finding.File[..^3]).Order(StringComparer.Ordinal));
        Assert.All(build.Findings, finding => Assert.Equal(Path.GetFileNameWithoutExtension(finding.File), finding.Rule));

        await consumer.FormatAsync("Consumer.csproj", "warn", Repaired);

        Assert.All(files, file => Assert.Equal(After(file.Setting, file.Rule), consumer.Read($"{file.Setting}/{file.Rule}.cs")));
        build = await consumer.BuildAsync("Consumer.csproj");
        Assert.True(build.Succeeded, build.Log);
        Assert.Empty(build.Findings);
        await consumer.FormatAsync("Consumer.csproj", "warn", [.. Repaired, "--verify-no-changes"]);
    }

    [Fact]
    public async Task A_suggestion_is_repaired_only_when_asked_for_and_a_rule_that_is_off_is_not()
    {
        ConsumerFolder consumer = ConsumerOf();
        consumer.Write("SOCK006.cs", Before("unset", "SOCK006"));
        consumer.Write("SOCK008.cs", Before("unset", "SOCK008"));

        await consumer.RunAsync("restore", "Consumer.csproj");

        await consumer.FormatAsync("Consumer.csproj", "warn", "SOCK006", "SOCK008");
        Assert.Equal(Before("unset", "SOCK006") + "\n", consumer.Read("SOCK006.cs"));

        await consumer.FormatAsync("Consumer.csproj", "info", "SOCK006", "SOCK008");
        Assert.Equal(After("unset", "SOCK006"), consumer.Read("SOCK006.cs"));
        Assert.Equal(Before("unset", "SOCK008") + "\n", consumer.Read("SOCK008.cs"));
    }

    [Fact]
    public async Task A_file_of_several_targets_is_repaired_once_for_all_of_them()
    {
        ConsumerFolder consumer = ConsumerOf("TargetFrameworks=net10.0;net472;netstandard2.0");
        string[] bare = Listener.Bare("Bare");
        int bind = Array.FindIndex(bare, line => line.Contains(".Bind(", StringComparison.Ordinal));
        consumer.Write("Bare.cs", bare);
        await consumer.RunAsync("restore", "Consumer.csproj");

        await consumer.FormatAsync("Consumer.csproj", "warn", "SOCK001");

        Assert.Equal([.. bare[..bind], Listener.Option, .. bare[bind..]], consumer.Read("Bare.cs").TrimEnd('\n').Split('\n'));
        Assert.Empty((await consumer.BuildAsync("Consumer.csproj")).Findings);
    }

    private static string Before(string setting, string rule) => Mark().Replace(Sample("Before", setting, rule), "").TrimEnd('\n');

    private static string After(string setting, string rule)
    {
        string shown = Sample("After", setting, rule);
        if (!Differences.TryGetValue((setting, rule), out (string Shown, string Expected) difference))
            return shown;
        Assert.Contains(difference.Shown, shown, StringComparison.Ordinal);
        return shown.Replace(difference.Shown, difference.Expected, StringComparison.Ordinal);
    }

    private static string Sample(string folder, string setting, string rule) =>
        File.ReadAllText(RepositoryTree.PathOf($"samples/Catalogue/{folder}/{rule}.cs")).Replace("namespace Catalogue;", $"namespace Catalogue.{setting};", StringComparison.Ordinal);

    private ConsumerFolder ConsumerOf(string target = "TargetFramework=net10.0")
    {
        var consumer = new ConsumerFolder(package);
        consumer.WriteProject("Consumer.csproj", [target], consumer.Reference());
        return consumer;
    }

    /// <summary>What the catalogue writes behind a line that is reported.</summary>
    [GeneratedRegex(@" // SOCK\d.*$", RegexOptions.Multiline)]
    private static partial Regex Mark();
}
