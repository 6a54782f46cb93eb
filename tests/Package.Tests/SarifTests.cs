using System.Text.Json;

namespace SocketSetup.Package.Tests;

/// <summary>The log that a CI uploads: the compiler writes it, with what the analyzer says of its rules.</summary>
public sealed class SarifTests(PackedPackage package)
{
    [Fact]
    public async Task The_log_holds_the_help_of_a_rule_and_a_suppressed_result_with_its_reason()
    {
        var consumer = new ConsumerFolder(package);
        consumer.WriteProject("Consumer.csproj", ["TargetFramework=net10.0"], consumer.Reference());
        consumer.Write("Reported.cs", Listener.Bare("Reported", "warning SOCK001"));
        consumer.Write("ByAttribute.cs", [.. Listener.Bare("ByAttribute").Select(line => line.Replace(
            "internal static class",
            "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Reliability\", \"SOCK001\", Justification = \"Restarts are rare.\")] internal static class",
            StringComparison.Ordinal))]);
        consumer.Write("ByPragma.cs", ["#pragma warning disable SOCK001", .. Listener.Bare("ByPragma")]);
        consumer.Write("Suggested.cs", Listener.Shared("Suggested"));

        Build build = await consumer.BuildAsync("Consumer.csproj", "-p:ErrorLog=findings.sarif%2Cversion=2.1");

        Assert.Equal(consumer.Marks(), build.Places());
        using JsonDocument log = JsonDocument.Parse(consumer.Read("findings.sarif"));
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        JsonElement run = Assert.Single(log.RootElement.GetProperty("runs").EnumerateArray());

        JsonElement rule = Assert.Single(run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray(), rule => Word(rule, "id") == "SOCK001");
        Assert.Equal("Listening socket is bound without ReuseAddress", Text(rule, "shortDescription"));
        Assert.StartsWith("A server that closes its connections leaves them in TIME_WAIT.", Text(rule, "fullDescription"), StringComparison.Ordinal);
        Assert.Equal("Reliability", rule.GetProperty("properties").GetProperty("category").GetString());

        JsonElement reported = ResultIn(run, "Reported.cs");
        Assert.Equal(("SOCK001", "warning", 9), (Word(reported, "ruleId"), Word(reported, "level"), Line(reported)));
        Assert.False(reported.TryGetProperty("suppressions", out _));
        JsonElement suggested = ResultIn(run, "Suggested.cs");
        Assert.Equal(("SOCK006", "note"), (Word(suggested, "ruleId"), Word(suggested, "level")));

        JsonElement byAttribute = Suppression(ResultIn(run, "ByAttribute.cs"));
        Assert.Equal(("inSource", "Restarts are rare."), (Word(byAttribute, "kind"), Word(byAttribute, "justification")));
        Assert.Equal("inSource", Word(Suppression(ResultIn(run, "ByPragma.cs")), "kind"));
    }

    private static JsonElement ResultIn(JsonElement run, string file) => Assert.Single(
        run.GetProperty("results").EnumerateArray(),
        result => Word(result, "ruleId").StartsWith("SOCK", StringComparison.Ordinal) && Word(Place(result).GetProperty("artifactLocation"), "uri").EndsWith("/" + file, StringComparison.Ordinal));

    private static JsonElement Place(JsonElement result) => Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");

    private static int Line(JsonElement result) => Place(result).GetProperty("region").GetProperty("startLine").GetInt32();

    private static JsonElement Suppression(JsonElement result) => Assert.Single(result.GetProperty("suppressions").EnumerateArray());

    private static string Word(JsonElement element, string property) => element.GetProperty(property).GetString()!;

    private static string Text(JsonElement element, string property) => Word(element.GetProperty(property), "text");
}
