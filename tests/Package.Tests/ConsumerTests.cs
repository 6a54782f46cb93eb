using System.Text.Json;

namespace SocketSetup.Package.Tests;

/// <summary>The package as a user meets it: installed from a folder, seen in a build, repaired from the command line.</summary>
public sealed class ConsumerTests(PackedPackage package)
{
    private const string Option = "        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);";

    [Fact]
    public async Task A_build_warns_at_the_Bind_that_no_option_precedes()
    {
        var consumer = new Consumer(package);

        Assert.Equal([(LineOfBind(consumer), "SOCK001")], await consumer.BuildAsync());
    }

    [Fact]
    public async Task Dotnet_format_inserts_the_option_as_one_line_and_the_warning_is_gone()
    {
        var consumer = new Consumer(package);
        string[] original = consumer.ReadSource();
        int bind = LineOfBind(consumer) - 1;
        Assert.Contains("SOCK001", (await consumer.BuildAsync()).Select(warning => warning.Rule));

        await consumer.FormatAsync();

        Assert.Equal([.. original[..bind], Option, .. original[bind..]], consumer.ReadSource());
        Assert.Empty(await consumer.BuildAsync());
    }

    [Fact]
    public async Task The_option_set_before_Bind_leaves_no_warning_and_after_it_the_other_one()
    {
        var consumer = new Consumer(package);
        string[] original = consumer.ReadSource();
        int bind = LineOfBind(consumer) - 1;

        consumer.WriteSource([.. original[..bind], Option, .. original[bind..]]);
        Assert.Empty(await consumer.BuildAsync());

        consumer.WriteSource([.. original[..(bind + 1)], Option, .. original[(bind + 1)..]]);
        Assert.Equal([(bind + 2, "SOCK002")], await consumer.BuildAsync());
    }

    [Fact]
    public async Task The_restore_takes_the_package_alone_and_asks_no_source_but_folders()
    {
        var consumer = new Consumer(package);
        await consumer.BuildAsync();

        using JsonDocument assets = JsonDocument.Parse(
            await File.ReadAllTextAsync(Path.Combine(consumer.Folder, "obj", "project.assets.json"), TestContext.Current.CancellationToken));
        JsonElement restore = assets.RootElement.GetProperty("project").GetProperty("restore");

        Assert.Equal([$"SocketSetup.Analyzers/{package.Version}"], Names(assets.RootElement.GetProperty("libraries")));
        Assert.Contains(package.Feed, Names(restore.GetProperty("sources")));
        Assert.All(Names(restore.GetProperty("sources")), source => Assert.True(Directory.Exists(source), source));
        Assert.StartsWith(consumer.Folder, restore.GetProperty("packagesPath").GetString(), StringComparison.Ordinal);
    }

    private static int LineOfBind(Consumer consumer) =>
        1 + Assert.Single(consumer.ReadSource().Index(), line => line.Item.Contains(".Bind(", StringComparison.Ordinal)).Index;

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
