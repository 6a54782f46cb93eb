using Microsoft.CodeAnalysis.CSharp;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>An edit writes only what the place, its language version and its framework understand.</summary>
public sealed class The_names_that_are_written
{
    private const string NoTest = "\nnamespace System { public class OperatingSystem { } }";
    private const string NoInterop = "\nnamespace System.Runtime.InteropServices { public static class RuntimeInformation { } }";

    [Theory]
    [InlineData("", "", "SOCK001.reuse_except_windows", "if (!global::System.OperatingSystem.IsWindows()) s.SET")]
    [InlineData("using System;\n", "", "SOCK001.reuse_except_windows", "if (!OperatingSystem.IsWindows()) s.SET")]
    [InlineData("using System;\n", NoTest, "SOCK001.reuse_except_windows", "if (!global::System.Runtime.InteropServices.RuntimeInformation.IsOSPlatform(global::System.Runtime.InteropServices.OSPlatform.Windows)) s.SET")]
    [InlineData("using System.Runtime.InteropServices;\n", NoTest, "SOCK001.exclusive", "if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows)) s.ExclusiveAddressUse = true;")]
    [InlineData("using System;\n", NoTest + NoInterop, "SOCK001.exclusive", "if (Environment.OSVersion.Platform == PlatformID.Win32NT) s.ExclusiveAddressUse = true;")]
    [InlineData("", NoTest + NoInterop, "SOCK001.reuse_except_windows", "if (global::System.Environment.OSVersion.Platform != global::System.PlatformID.Win32NT) s.SET")]
    public async Task Test_for_Windows_by_what_the_framework_has(string imports, string types, string key, string expected)
    {
        string source = imports + Source("var s = CREATE;", "") + types;
        using var run = FixRun.Of(new SettingsOfTheBuild("netstandard2.0"), source);
        Assert.True(await run.FixAllAsync(key));
        Assert.Equal(imports + Source("var s = CREATE;", expected + "\n\t\t") + types, await run.TextAsync());
        Assert.DoesNotContain(await run.CompilerErrorsAsync(), error => !error.Contains("CS0436", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("int SocketOptionLevel = 1;", "s.SetSocketOption(global::System.Net.Sockets.SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);", "")]
    [InlineData("", "s.SetSocketOption(SocketOptionLevel.Socket, global::System.Net.Sockets.SocketOptionName.ReuseAddress, true);", "class SocketOptionName { public const int ReuseAddress = 1; }")]
    [InlineData("", "s.SetSocketOption(global::System.Net.Sockets.SocketOptionLevel.Socket, global::System.Net.Sockets.SocketOptionName.ReuseAddress, true);", "enum SocketOptionLevel { Socket } enum SocketOptionName { ReuseAddress }")]
    public async Task Are_qualified_where_they_mean_something_else(string local, string expected, string types)
    {
        string source = Source($"var s = CREATE; {local}", "") + types;
        using var run = FixRun.Of(new SettingsOfTheBuild(), source);
        Assert.True(await run.FixAllAsync("SOCK001.repair"));
        Assert.Equal(Source($"var s = CREATE; {local}", expected + "\n\t\t") + types, await run.TextAsync());
        Assert.Empty(await run.CompilerErrorsAsync());
    }

    [Fact]
    public async Task Are_qualified_where_a_later_local_hides_them()
    {
        string source = Source("var s = CREATE;", "").Replace("s.Listen(1);", "s.Listen(1); int SocketOptionLevel = 1;", StringComparison.Ordinal);
        using var run = FixRun.Of(new SettingsOfTheBuild(), source);
        Assert.True(await run.FixAllAsync("SOCK001.repair"));
        Assert.Contains("s.SetSocketOption(global::System.Net.Sockets.SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);", await run.TextAsync(), StringComparison.Ordinal);
        Assert.Empty(await run.CompilerErrorsAsync());
    }

    public static TheoryData<string> Actions => [.. PositionAction.All.Select(action => action.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Actions))]
    public async Task Are_CSharp_7_3_where_the_source_is(string name)
    {
        int tried = 0;
        foreach (PositionAction action in PositionAction.All.Where(action => action.Name == name))
        {
            foreach (PositionCase one in action.Cases)
            {
                Trial trial = action.Trial(one);
                tried += await IsUnderstood(trial.Before(Writing.All.First()), trial.Key, trial.Settings.In(LanguageVersion.CSharp7_3)) ? 1 : 0;
            }
        }
        Assert.True(tried > 6, $"{tried} sources");
    }

    [Fact]
    public async Task Are_CSharp_7_3_in_every_repair()
    {
        int tried = 0;
        foreach (RepairCase one in RepairCase.All)
            tried += await IsUnderstood(one.Source(Writing.All.First()), one.Key, one.Settings.In(LanguageVersion.CSharp7_3)) ? 1 : 0;
        Assert.True(tried > 20, $"{tried} sources");
    }

    /// <summary>False where the source itself is of a later version.</summary>
    private static async Task<bool> IsUnderstood(string source, string key, SettingsOfTheBuild settings)
    {
        using var run = FixRun.Of(settings, source);
        if ((await run.CompilerErrorsAsync()).Count > 0)
            return false;
        Assert.True(await run.FixAllAsync(key));
        Assert.Empty(await run.CompilerErrorsAsync());
        return true;
    }

    private static string Source(string create, string inserted) => $$"""
        using System.Net.Sockets;
        class Server
        {
        {{"\t"}}void Run(System.Net.IPEndPoint e)
        {{"\t"}}{
        {{"\t\t"}}{{create.Replace("CREATE", "new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)", StringComparison.Ordinal)}}
        {{"\t\t"}}{{inserted.Replace("SET", "SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);", StringComparison.Ordinal)}}s.Bind(e);
        {{"\t\t"}}s.Listen(1);
        {{"\t"}}}
        }

        """;
}
