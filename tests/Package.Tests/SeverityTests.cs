namespace SocketSetup.Package.Tests;

/// <summary>The places where a severity can be written, as docs/settings.md names them.</summary>
public sealed class SeverityTests(PackedPackage package)
{
    /// <summary>A rule of each kind, silenced or raised for one file each: those that no line names are as they were.</summary>
    private static readonly string[] EditorConfig =
    [
        "root = true",
        "[SilencedByEditorConfig.cs]",
        "dotnet_diagnostic.SOCK001.severity = none",
        "[RaisedByEditorConfig.cs]",
        "dotnet_diagnostic.SOCK001.severity = error",
        "[SharedRaised.cs]",
        "dotnet_diagnostic.SOCK006.severity = warning",
        "[LateLowered.cs]",
        "dotnet_diagnostic.SOCK002.severity = warning",
        "[UnknownValue.cs]",
        "socket_setup.address_reuse = reuse_port",
        "[KnownValue.cs]",
        "socket_setup.address_reuse = Exclusive",
    ];

    /// <summary>For all files at once.</summary>
    private static readonly string[] GlobalConfig = ["is_global = true", "dotnet_diagnostic.SOCK002.severity = error"];

    [Fact]
    public async Task A_config_silences_and_raises_what_it_names_and_the_one_nearer_to_the_file_wins()
    {
        ConsumerFolder consumer = ConsumerOf();
        consumer.Write(".editorconfig", EditorConfig);
        consumer.Write(".globalconfig", GlobalConfig);
        consumer.Write("Untouched.cs", Listener.Bare("Untouched", "warning SOCK001"));
        consumer.Write("SilencedByEditorConfig.cs", Listener.Bare("SilencedByEditorConfig"));
        consumer.Write("RaisedByEditorConfig.cs", Listener.Bare("RaisedByEditorConfig", "error SOCK001"));
        consumer.Write("RaisedByGlobalConfig.cs", Listener.Late("RaisedByGlobalConfig", "error SOCK002"));
        consumer.Write("LateLowered.cs", Listener.Late("LateLowered", "warning SOCK002"));
        consumer.Write("Shared.cs", Listener.Shared("Shared"));
        consumer.Write("SharedRaised.cs", Listener.Shared("SharedRaised", "warning SOCK006"));
        consumer.Write("KnownValue.cs", Listener.Bare("KnownValue", "warning SOCK001"));

        Assert.Equal(consumer.Marks(), (await consumer.BuildAsync("Consumer.csproj")).Places());
    }

    [Fact]
    public async Task An_unknown_value_of_the_setting_is_named_once_in_the_file_that_it_governs()
    {
        ConsumerFolder consumer = ConsumerOf();
        consumer.Write(".editorconfig", EditorConfig);
        consumer.Write("UnknownValue.cs", Listener.Bare("UnknownValue", "warning SOCK001"));
        consumer.Write("KnownValue.cs", Listener.Bare("KnownValue", "warning SOCK001"));

        Build build = await consumer.BuildAsync("Consumer.csproj");

        Finding unknown = Assert.Single(build.Findings, finding => finding.Rule == "SOCK000");
        Assert.Equal("UnknownValue.cs(9): warning SOCK000", unknown.ToString());
        Assert.Equal("'reuse_port' is no value of socket_setup.address_reuse: use reuse, reuse_except_windows or exclusive", unknown.Message);
        Assert.Equal(consumer.Marks(), build.Places().Where(place => !place.EndsWith("SOCK000", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_source_silences_a_place_a_member_and_what_is_generated()
    {
        ConsumerFolder consumer = ConsumerOf();
        string[] inPlace = Listener.Bare("Place");
        int bind = Array.FindIndex(inPlace, line => line.Contains(".Bind(", StringComparison.Ordinal));
        consumer.Write("Place.cs", [.. inPlace[..bind], "#pragma warning disable SOCK001", inPlace[bind], "#pragma warning restore SOCK001", .. inPlace[(bind + 1)..]]);
        consumer.Write("OtherPlace.cs", [.. inPlace[..2], "#pragma warning disable SOCK002", .. Listener.Bare("OtherPlace", "warning SOCK001")[3..]]);
        consumer.Write("Member.cs", Attributed("Member", "SOCK001"));
        consumer.Write("OtherMember.cs", Attributed("OtherMember", "SOCK002", "warning SOCK001"));
        consumer.Write("MemberElsewhere.cs", Listener.Bare("MemberElsewhere"));
        consumer.Write(
            "GlobalSuppressions.cs",
            "using System.Diagnostics.CodeAnalysis;",
            "[assembly: SuppressMessage(\"Reliability\", \"SOCK001\", Scope = \"member\", Target = \"~M:MemberElsewhere.Open(System.Net.IPEndPoint)\")]");
        consumer.Write("Generated.g.cs", Listener.Bare("Generated"));

        Assert.Equal(consumer.Marks(), (await consumer.BuildAsync("Consumer.csproj")).Places());
    }

    [Fact]
    public async Task NoWarn_silences_a_rule_in_the_project()
    {
        ConsumerFolder consumer = ConsumerOf("NoWarn=$(NoWarn);SOCK001");
        consumer.Write(".editorconfig", EditorConfig);
        consumer.Write("Bare.cs", Listener.Bare("Bare"));
        consumer.Write("RaisedByEditorConfig.cs", Listener.Bare("RaisedByEditorConfig"));
        consumer.Write("Late.cs", Listener.Late("Late", "warning SOCK002"));

        Assert.Equal(consumer.Marks(), (await consumer.BuildAsync("Consumer.csproj")).Places());
    }

    private static string[] Attributed(string type, string rule, string mark = "") =>
    [
        .. Listener.Bare(type, mark)
            .Select(line => line.StartsWith("    internal", StringComparison.Ordinal)
                ? $"    [System.Diagnostics.CodeAnalysis.SuppressMessage(\"Reliability\", \"{rule}\")]\n{line}"
                : line),
    ];

    private ConsumerFolder ConsumerOf(params string[] properties)
    {
        var consumer = new ConsumerFolder(package);
        consumer.WriteProject("Consumer.csproj", ["TargetFramework=net10.0", .. properties], consumer.Reference());
        return consumer;
    }
}
