using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using RestartLab.Reporting;

namespace SocketSetup.RestartLab.Tests;

public sealed class A_run_of_the_lab
{
    /// <summary>A row of each kind, and the rows that the pages stand on most.</summary>
    private static readonly string[] Few = ["--only", "{tcp,zero}/{none,reuse,exclusive}", "--only", "dual/none", "--only", "listener/none", "--only", "{udp,client,unix,leftover}/*"];

    [Fact]
    public async Task Sees_what_the_documentation_claims()
    {
        using TemporaryFile json = new();
        (int exitCode, string output, string errors) = await LabProcess.RunAsync([.. Few, "--json", json.Path]);

        Assert.True(exitCode == 0, output + errors);
        Assert.Contains(" cells are as documented.", output, StringComparison.Ordinal);
        Assert.Contains("Not measured here:", output, StringComparison.Ordinal);
        Assert.Contains($"\ntcp/none ", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
        Assert.Contains("/21 ", errors, StringComparison.Ordinal);

        JsonNode report = JsonNode.Parse(File.ReadAllText(json.Path))!;
        Assert.True(report["asDocumented"]!.GetValue<bool>());
        Assert.Empty(report["differing"]!.AsArray());
        Assert.Equal(21, report["rows"]!.AsArray().Count);
        Assert.Empty(Violations(report));
    }

    [Fact]
    public async Task Ends_with_1_and_names_the_cell_where_a_claim_is_changed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The changed claim is about Linux.");
        using TemporaryFile claims = new();
        using TemporaryFile json = new();
        File.WriteAllText(claims.Path, ChangeOneClaim(BuiltIn.Claims(), "zero/none", "time-wait", "restarts"));

        (int exitCode, string output, _) = await LabProcess.RunAsync("--only", "{zero,tcp}/none", "--claims", claims.Path, "--json", json.Path);

        Assert.Equal(1, exitCode);
        Assert.Contains("1 of 12 cells are not as documented:", output, StringComparison.Ordinal);
        Assert.Contains("\n  zero/none/time-wait: in use, documented: restarts (", output, StringComparison.Ordinal);
        JsonNode report = JsonNode.Parse(File.ReadAllText(json.Path))!;
        Assert.False(report["asDocumented"]!.GetValue<bool>());
        Assert.Equal("zero/none/time-wait", Assert.Single(report["differing"]!.AsArray())!.GetValue<string>());
        Assert.Empty(Violations(report));
    }

    [Theory]
    [InlineData("asDocumented", "\"yes\"")]
    [InlineData("runtime", "\"10\"")]
    [InlineData("rows", "[]")]
    [InlineData("rows", """[{ "id": "tcp", "title": "t", "cells": [{ "name": "second", "seen": "in use" }] }]""")]
    [InlineData("rows", """[{ "id": "tcp/none", "title": "t", "cells": [{ "name": "second", "seen": "perhaps" }] }]""")]
    [InlineData("rows", """[{ "id": "tcp/none", "title": "t", "cells": [{ "name": "second", "seen": "in use", "claim": "in use" }] }]""")]
    [InlineData("differing", """["tcp/none"]""")]
    [InlineData("surplus", "1")]
    public void Would_break_its_schema_with_another_value(string property, string value)
    {
        JsonNode report = JsonNode.Parse(JsonReport.Write(new Report(Platform.Current, [new Row("tcp/none", "title", [new Cell("tcp/none/second", "second", "in use", null, null, null)])], [])))!;
        Assert.Empty(Violations(report));

        report[property] = JsonNode.Parse(value);

        Assert.NotEmpty(Violations(report));
    }

    private static List<string> Violations(JsonNode report)
    {
        EvaluationResults results = BuiltIn.Schema().Evaluate(report, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return results.IsValid ? [] : [.. results.Details.Where(detail => detail.HasErrors).Select(detail => $"{detail.InstanceLocation}: {string.Join("; ", detail.Errors!.Values)}"), "invalid"];
    }

    private static string ChangeOneClaim(string text, string row, string cell, string answer)
    {
        JsonNode claims = JsonNode.Parse(text)!;
        JsonObject rows = claims["claims"]!.AsArray()[0]!["rows"]!.AsObject();
        Assert.NotEqual(answer, rows[row]![cell]!.GetValue<string>());
        rows[row]![cell] = answer;
        return claims.ToJsonString(new JsonSerializerOptions());
    }
}
