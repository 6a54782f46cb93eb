using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Tests.Rules;

/// <summary>Where <c>Here()</c> can run, as far as the tests around it say.</summary>
public sealed class A_test_of_the_system
{
    [Theory]
    [InlineData("OperatingSystem.IsWindows()")]
    [InlineData("System.OperatingSystem.IsWindows()")]
    [InlineData("a && OperatingSystem.IsWindows()")]
    [InlineData("OperatingSystem.IsWindows() && a")]
    [InlineData("!!OperatingSystem.IsWindows()")]
    [InlineData("!(!OperatingSystem.IsWindows() || a)")]
    [InlineData("OperatingSystem.IsWindows() || RuntimeInformation.IsOSPlatform(OSPlatform.Windows)")]
    [InlineData("RuntimeInformation.IsOSPlatform(OSPlatform.Windows)")]
    [InlineData("Environment.OSVersion.Platform == PlatformID.Win32NT")]
    [InlineData("PlatformID.Win32NT == Environment.OSVersion.Platform")]
    [InlineData("Environment.OSVersion.Platform is PlatformID.Win32NT")]
    [InlineData("OperatingSystem.IsOSPlatform(\"WINDOWS\")")]
    [InlineData("OperatingSystem.IsWindows() == true")]
    [InlineData("OperatingSystem.IsWindows() != false")]
    [InlineData("OperatingSystem.IsWindows() is true")]
    [InlineData("Own.Guard")]
    [InlineData("a && Own.GuardAsked(2)")]
    public void Says_Windows(string condition)
    {
        Assert.Equal(Systems.Windows, Around($"if ({condition}) Here();"));
        Assert.Equal(Systems.Windows, Around($"if ({condition}) {{ if (a) {{ foreach (char c in \"\") Here(); }} }}"));
        Assert.Equal(Systems.Windows, Around($"int n = ({condition}) ? Here() : 1;"));
        Assert.Equal(Systems.Windows, Around($"if (!({condition})) {{ }} else Here();"));
        Assert.Equal(Systems.Windows, Around($"if (!({condition})) return; Here();"));
        Assert.Equal(Systems.Windows, Around($"if (!({condition})) {{ a = b; throw null; }} if (a) {{ Here(); }}"));
        Assert.Equal(Systems.Windows, Around($"while (a) {{ if (!({condition})) continue; Here(); }}"));
        Assert.Equal(Systems.Windows, Around($"if ({condition}) {{ }} else {{ return; }} Here();"));
        Assert.Equal(Systems.Windows, Around($"if (!({condition})) {{ a = b; Environment.Exit(1); }} Here();"));
        Assert.Equal(Systems.Windows, Around($"if (!({condition})) System.Environment.FailFast(\"\"); Here();"));
        Assert.Equal(Systems.Windows, Around($"switch (a) {{ case true: if (!({condition})) return; Here(); break; }}"));
        Assert.Equal(Systems.Windows, Around($"a = ({condition}) && Here() > 0;"));
        Assert.Equal(Systems.Windows, Around($"a = !({condition}) || Here() > 0;"));
        Assert.Equal(Systems.Windows, Around($"if ({condition}) {{ Local(); void Local() => Here(); }}"));
        Assert.Equal(Systems.Windows, Around($"if ({condition}) {{ Action late = () => Here(); late(); }}"));
    }

    [Theory]
    [InlineData("!OperatingSystem.IsWindows()", nameof(Systems.NotWindows))]
    [InlineData("OperatingSystem.IsLinux()", nameof(Systems.Linux))]
    [InlineData("OperatingSystem.IsMacOS()", nameof(Systems.Others))]
    [InlineData("OperatingSystem.IsMacOS() || OperatingSystem.IsLinux()", nameof(Systems.NotWindows))]
    [InlineData("!RuntimeInformation.IsOSPlatform(OSPlatform.Windows)", nameof(Systems.NotWindows))]
    [InlineData("RuntimeInformation.IsOSPlatform(OSPlatform.Linux)", nameof(Systems.Linux))]
    [InlineData("RuntimeInformation.IsOSPlatform(OSPlatform.OSX)", nameof(Systems.Others))]
    [InlineData("Environment.OSVersion.Platform == PlatformID.Unix", nameof(Systems.NotWindows))]
    [InlineData("Environment.OSVersion.Platform != PlatformID.Win32NT", nameof(Systems.NotWindows))]
    [InlineData("Environment.OSVersion.Platform is not PlatformID.Win32NT", nameof(Systems.NotWindows))]
    [InlineData("OperatingSystem.IsOSPlatform(\"linux\")", nameof(Systems.Linux))]
    [InlineData("OperatingSystem.IsWindows() == false", nameof(Systems.NotWindows))]
    [InlineData("OperatingSystem.IsWindows() is false", nameof(Systems.NotWindows))]
    [InlineData("Environment.OSVersion.Platform is PlatformID.Unix or PlatformID.MacOSX", nameof(Systems.NotWindows))]
    [InlineData("Environment.OSVersion.Platform is not (PlatformID.Win32NT or PlatformID.Win32S)", nameof(Systems.NotWindows))]
    [InlineData("Environment.OSVersion.Platform is not PlatformID.Win32NT and not PlatformID.Win32S", nameof(Systems.NotWindows))]
    [InlineData("Own.GuardOfTwo", nameof(Systems.NotWindows))]
    [InlineData("Own.GuardAgainst", nameof(Systems.NotWindows))]
    [InlineData("!Own.Guard", nameof(Systems.All))]
    [InlineData("!Own.GuardAsked(2)", nameof(Systems.All))]
    [InlineData("!Own.GuardAgainst", nameof(Systems.All))]
    [InlineData("Own.NoGuard", nameof(Systems.All))]
    [InlineData("!OperatingSystem.IsLinux()", nameof(Systems.Windows) + "," + nameof(Systems.Others))]
    public void Says_another_system(string condition, string names)
    {
        Systems systems = Enum.Parse<Systems>(names);
        Assert.Equal(systems, Around($"if ({condition}) Here();"));
        Assert.Equal(systems, Around($"if (!({condition})) return; Here();"));
    }

    [Theory]
    [InlineData("var os = Environment.OSVersion.Platform; if (os != PlatformID.Win32NT) Here();", nameof(Systems.NotWindows))]
    [InlineData("var os = Environment.OSVersion.Platform; if (os == PlatformID.Unix || os == PlatformID.MacOSX) Here();", nameof(Systems.NotWindows))]
    [InlineData("var os = Environment.OSVersion.Platform; if (os is not PlatformID.Win32NT) throw null; Here();", nameof(Systems.Windows))]
    [InlineData("PlatformID os; os = Environment.OSVersion.Platform; switch (os) { case PlatformID.Win32NT: Here(); break; }", nameof(Systems.Windows))]
    [InlineData("var os = a ? PlatformID.Unix : Environment.OSVersion.Platform; if (os != PlatformID.Win32NT) Here();", nameof(Systems.All))]
    [InlineData("var os = Environment.OSVersion.Platform; if (a) os = PlatformID.Unix; if (os != PlatformID.Win32NT) Here();", nameof(Systems.All))]
    [InlineData("PlatformID os = os; if (os != PlatformID.Win32NT) Here();", nameof(Systems.All))]
    public void May_be_kept_in_a_local(string statements, string names) => Assert.Equal(Enum.Parse<Systems>(names), Around(statements));

    [Theory]
    [InlineData("case PlatformID.Win32NT: Here(); break;", nameof(Systems.Windows))]
    [InlineData("case PlatformID.Unix: case PlatformID.MacOSX: Here(); break;", nameof(Systems.NotWindows))]
    [InlineData("case PlatformID.Unix: case PlatformID.Win32NT: Here(); break;", nameof(Systems.All))]
    [InlineData("case PlatformID.Unix: default: Here(); break;", nameof(Systems.All))]
    [InlineData("case PlatformID.Unix: break; default: Here(); break;", nameof(Systems.All))]
    [InlineData("case PlatformID.Unix when a: Here(); break;", nameof(Systems.All))]
    [InlineData("case : Here(); break;", nameof(Systems.All))]
    public void May_be_a_switch(string section, string names) =>
        Assert.Equal(Enum.Parse<Systems>(names), Around($"switch (Environment.OSVersion.Platform) {{ {section} }}"));

    [Theory]
    [InlineData("if (OperatingSystem.IsWindows()) Other(); } void Other() { Here();", nameof(Systems.Windows))]
    [InlineData("if (OperatingSystem.IsWindows()) Other(); else if (OperatingSystem.IsLinux()) Other(); } void Other() { Here();", nameof(Systems.Windows) + "," + nameof(Systems.Linux))]
    [InlineData("if (OperatingSystem.IsWindows()) new System.Threading.Thread(Other).Start(); } void Other() { Here();", nameof(Systems.Windows))]
    [InlineData("if (OperatingSystem.IsWindows()) First(); } void First() { Other(); } void Other() { Here();", nameof(Systems.Windows))]
    [InlineData("if (OperatingSystem.IsWindows()) Other(1); } void Other(int n) { if (n < 9) Other(n + 1); Here();", nameof(Systems.Windows))]
    [InlineData("if (OperatingSystem.IsWindows()) Other(); void Other() { Here(); }", nameof(Systems.Windows))]
    [InlineData("if (!OperatingSystem.IsWindows()) return; Other(); void Other() { Here(); }", nameof(Systems.Windows))]
    [InlineData("if (OperatingSystem.IsWindows()) Other(); Other(); } void Other() { Here();", nameof(Systems.All))]
    [InlineData("if (OperatingSystem.IsWindows()) Other(1); dynamic d = a; Other(d); } void Other(int n) { Here();", nameof(Systems.All))]
    [InlineData("if (OperatingSystem.IsWindows()) Other(1); Other(\"\"); } void Other(string s) { } void Other(int n) { Here();", nameof(Systems.All))]
    [InlineData("if (OperatingSystem.IsWindows()) { Other(1); Other(\"\"); } } void Other(string s) { } void Other(int n) { Here();", nameof(Systems.Windows))]
    [InlineData("if (OperatingSystem.IsWindows()) Other(); } internal void Other() { Here();", nameof(Systems.All))]
    [InlineData("if (OperatingSystem.IsWindows()) Other(); } void Last() { Other(); } void Other() { Here();", nameof(Systems.All))]
    [InlineData("} void Other() { Here(); OperatingSystem.IsWindows();", nameof(Systems.All))]
    [InlineData("if (OperatingSystem.IsWindows()) Other(); } public virtual void Other() { Here();", nameof(Systems.All))]
    [InlineData("if (OperatingSystem.IsWindows()) First(); } void First() => Second(); void Second() => Third(); void Third() { Here();", nameof(Systems.All))]
    public void May_be_asked_by_those_that_call_the_method(string statements, string names) =>
        Assert.Equal(Enum.Parse<Systems>(names), Around(statements));

    [Theory]
    [InlineData(32, nameof(Systems.Windows))]
    [InlineData(33, nameof(Systems.All))]
    public void Is_looked_for_around_few_calls(int calls, string names) =>
        Assert.Equal(Enum.Parse<Systems>(names), Around($"if (OperatingSystem.IsWindows()) {{ {string.Concat(Enumerable.Repeat("Other(); ", calls))} }} }} void Other() {{ Here();"));

    [Fact]
    public void Says_nothing_of_a_method_that_others_may_call() =>
        Assert.Equal(Systems.All, Around("if (OperatingSystem.IsWindows()) Other(); } public void Other() { Here();", "public"));

    [Theory]
    [InlineData("if (a) Here();")]
    [InlineData("if (OperatingSystem.IsWindows() || a) Here();")]
    [InlineData("if (!(OperatingSystem.IsWindows() && a)) Here();")]
    [InlineData("if (Environment.OSVersion.Platform != PlatformID.Unix) Here();")]
    [InlineData("if (OperatingSystem.IsWindowsVersionAtLeast(10)) { } else Here();")]
    [InlineData("if (OperatingSystem.IsWindows() == a) Here();")]
    [InlineData("if (a && Here() > 0 && OperatingSystem.IsWindows()) { }")]
    [InlineData("if (OperatingSystem.IsOSPlatform(a ? \"windows\" : \"linux\")) Here();")]
    [InlineData("switch (a) { case true: if (OperatingSystem.IsWindows()) return; break; case false: Here(); break; }")]
    [InlineData("if (OperatingSystem.IsWindows()) { Own.Exit(1); } Here();")]
    [InlineData("if (Own.OperatingSystem.IsWindows()) Here();")]
    [InlineData("if (Own.IsWindows) Here();")]
    [InlineData("if (OperatingSystem.IsWindows() ? a : b) Here();")]
    [InlineData("if (OperatingSystem.IsWindows()) { } Here();")]
    [InlineData("if (OperatingSystem.IsWindows()) { if (a) return; } Here();")]
    [InlineData("if (OperatingSystem.IsWindows()) { return; a = b; } Here();")]
    [InlineData("if (Here() > 0 && OperatingSystem.IsWindows()) { }")]
    [InlineData("Here(); if (OperatingSystem.IsWindows()) return;")]
    [InlineData("{ if (OperatingSystem.IsWindows()) return; } Here();")]
    [InlineData("Local(); if (OperatingSystem.IsWindows()) return; void Local() => Here();")]
    [InlineData("if (a) goto Late; if (OperatingSystem.IsWindows()) return; Late: Here();")]
    [InlineData("if (a) goto Late; if (OperatingSystem.IsWindows()) return; Late: a = b; Here();")]
    [InlineData("try { if (OperatingSystem.IsWindows()) return; } finally { Here(); }")]
    [InlineData("if (OperatingSystem.) Here();")]
    [InlineData("if (Environment.OSVersion.Platform == ) Here();")]
    [InlineData("if () Here();")]
    public void Says_nothing(string statements) => Assert.Equal(Systems.All, Around(statements));

    [Theory]
    [InlineData("bool w = OperatingSystem.IsWindows(); if (w) Here();")]
    [InlineData("var w = RuntimeInformation.IsOSPlatform(OSPlatform.Windows); if (!w) return; Here();")]
    [InlineData("bool w = false; if (a) w = OperatingSystem.IsWindows(); if (w) Here();")]
    [InlineData("bool v = a && OperatingSystem.IsWindows(), w = b && v; if (w) Here();")]
    [InlineData("bool v = !OperatingSystem.IsWindows(); if (!v) Here();")]
    [InlineData("if (Local()) Here(); bool Local() => OperatingSystem.IsWindows();")]
    [InlineData("if (Own.Kept) Here();")]
    [InlineData("if (Own.Told) Here();")]
    [InlineData("if (Own.Asked) Here();")]
    [InlineData("if (Own.Ask(a)) Here();")]
    public void May_be_kept_in_a_variable(string statements) => Assert.Equal(Systems.Windows, Around(statements));

    [Theory]
    [InlineData("bool w = OperatingSystem.IsWindows(); w = a; if (w) Here();")]
    [InlineData("bool w = true; if (a) w = OperatingSystem.IsWindows(); if (w) Here();")]
    [InlineData("bool w = OperatingSystem.IsWindows(); bool.TryParse(\"\", out w); if (w) Here();")]
    [InlineData("bool w = OperatingSystem.IsWindows(); w |= a; if (w) Here();")]
    [InlineData("bool w = OperatingSystem.IsWindows(); w = w || a; if (w) Here();")]
    [InlineData("bool v = a, w = v || OperatingSystem.IsWindows(); v = w; if (v) Here();")]
    [InlineData("bool w = a && OperatingSystem.IsWindows(); if (!w) Here();")]
    [InlineData("bool w; if (w) Here();")]
    [InlineData("if (Local()) Here(); bool Local() => Local();")]
    [InlineData("if (Own.Open) Here();")]
    [InlineData("if (new Own.Replaceable().Asked) Here();")]
    [InlineData("if (Run2()) Here();")]
    public void Says_nothing_of_a_variable_that_may_be_anything(string statements) => Assert.Equal(Systems.All, Around(statements));

    /// <summary>Each is asked for once: the ways through them are too many to count.</summary>
    [Fact]
    public void May_be_kept_in_variables_that_take_it_from_each_other()
    {
        string variables = string.Concat(Enumerable.Range(1, 60).Select(i => $"bool v{i} = v{i - 1} && a; if (b) v{i} = v{i - 1}; else v{i} = b && v{i - 1}; "));
        Assert.Equal(Systems.Windows, Around($"bool v0 = OperatingSystem.IsWindows(); {variables} if (v20) Here();"));
        Assert.Equal(Systems.All, Around($"bool v0 = OperatingSystem.IsWindows(); {variables} if (v60) Here();"));
    }

    /// <summary>The compiler gives up on it where the stack is small; the analyzer must not throw for that.</summary>
    [Fact]
    public void Says_nothing_of_a_variable_whose_value_is_nested_too_deeply()
    {
        (SystemTests tests, SyntaxNode here) = Read("if (Deep) Here(); }" + $" static readonly bool Deep = {string.Concat(Enumerable.Repeat("Not(", 3_000))}OperatingSystem.IsWindows(){new string(')', 3_000)}; static bool Not(bool b) {{ return !b;");
        Systems? systems = null;
        Exception? thrown = null;
        var thread = new Thread(Run, 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(thrown);
        Assert.Equal(Systems.All, systems);

        void Run()
        {
            try
            {
                systems = tests.Around(here);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                thrown = exception;
            }
        }
    }

    [Fact]
    public void Is_not_read_to_the_end_of_an_endless_condition()
    {
        Assert.Equal(Systems.All, Around($"if (OperatingSystem.IsWindows(){string.Concat(Enumerable.Repeat(" && a", 20_000))}) Here();"));
        Assert.Equal(Systems.Windows, Around($"if (OperatingSystem.IsWindows(){string.Concat(Enumerable.Repeat(" && a", 20))}) Here();"));
    }

    [Theory]
    [InlineData("", "[SupportedOSPlatform(\"windows\")]", nameof(Systems.Windows))]
    [InlineData("[SupportedOSPlatform(\"windows10.0.17763\")]", "", nameof(Systems.Windows))]
    [InlineData("", "[SupportedOSPlatform(\"Linux\")]", nameof(Systems.Linux))]
    [InlineData("", "[SupportedOSPlatform(\"linux\"), SupportedOSPlatform(\"macos\")]", nameof(Systems.NotWindows))]
    [InlineData("", "[SupportedOSPlatform(\"macos12.0\")]", nameof(Systems.Others))]
    [InlineData("", "[UnsupportedOSPlatform(\"linux\")]", nameof(Systems.Windows) + "," + nameof(Systems.Others))]
    [InlineData("", "[SupportedOSPlatform(\"linux\"), SupportedOSPlatform(\"windows\")]", nameof(Systems.Windows) + "," + nameof(Systems.Linux))]
    [InlineData("[SupportedOSPlatform(\"linux\"), SupportedOSPlatform(\"windows\")]", "[SupportedOSPlatform(\"windows\")]", nameof(Systems.Windows))]
    [InlineData("", "[UnsupportedOSPlatform(\"windows\")]", nameof(Systems.NotWindows))]
    [InlineData("", "[UnsupportedOSPlatform(\"windows7.0\")]", nameof(Systems.All))]
    [InlineData("", "[UnsupportedOSPlatform(\"browser\")]", nameof(Systems.All))]
    [InlineData("", "[SupportedOSPlatform(null)]", nameof(Systems.All))]
    [InlineData("", "[SupportedOSPlatform()]", nameof(Systems.All))]
    [InlineData("", "[Obsolete(\"windows\")]", nameof(Systems.All))]
    [InlineData("", "[System.Diagnostics.CodeAnalysis.MemberNotNull(\"a\", \"b\")]", nameof(Systems.All))]
    [InlineData("", "[SupportedOSPlatform(\"windows\"), System.Diagnostics.CodeAnalysis.MemberNotNull(\"a\", \"b\")]", nameof(Systems.Windows))]
    [InlineData("[System.Diagnostics.CodeAnalysis.MemberNotNull([])]", "[SupportedOSPlatform(new[] { \"windows\" })]", nameof(Systems.All))]
    [InlineData("", "[Unknown(\"windows\"), Obsolete(typeof(int)), Obsolete(1, 2)]", nameof(Systems.All))]
    public void May_be_declared(string ofType, string ofMethod, string names)
    {
        Systems systems = Enum.Parse<Systems>(names);
        Assert.Equal(systems, Around("Here();", ofType, ofMethod));
        Assert.Equal(systems, Around("void Local() { Action late = () => Here(); } Local();", ofType, ofMethod));
        Assert.Equal(systems & Systems.NotWindows, Around("if (!OperatingSystem.IsWindows()) Here();", ofType, ofMethod));
    }

    [Fact]
    public void May_leave_no_system() => Assert.Equal(Systems.None, Around("if (OperatingSystem.IsWindows() && OperatingSystem.IsLinux()) Here();"));

    private static Systems Around(string statements, string ofType = "", string ofMethod = "")
    {
        (SystemTests tests, SyntaxNode here) = Read(statements, ofType, ofMethod);
        return tests.Around(here);
    }

    private static (SystemTests Tests, SyntaxNode Here) Read(string statements, string ofType = "", string ofMethod = "")
    {
        SyntaxTree file = CSharpSyntaxTree.ParseText($$"""
            using System;
            using System.Runtime.InteropServices;
            using System.Runtime.Versioning;
            static class Own
            {
                public static bool IsWindows => true;
                public static void Exit(int code) { }
                public static class OperatingSystem { public static bool IsWindows() => true; }
                public static readonly bool Kept = System.OperatingSystem.IsWindows();
                public static bool Told { get; } = System.OperatingSystem.IsWindows();
                public static bool Asked => System.OperatingSystem.IsWindows();
                public static bool Ask(bool now) { return now && System.OperatingSystem.IsWindows(); }
                [SupportedOSPlatformGuard("windows6.1")] public static bool Guard = Told && DateTime.Now.Year > 2000;
                [SupportedOSPlatformGuard("windows")] public static bool GuardAsked(int build) { return build > 0 && Environment.Is64BitProcess; }
                [SupportedOSPlatformGuard("linux"), SupportedOSPlatformGuard("macos")] public static bool GuardOfTwo { get; set; }
                [UnsupportedOSPlatformGuard("windows")] public static bool GuardAgainst => Environment.NewLine == "\n";
                [SupportedOSPlatform("windows")] public static bool NoGuard => Environment.NewLine == "\n";
                public static bool Open = System.OperatingSystem.IsWindows();
                public class Replaceable { public virtual bool Asked => System.OperatingSystem.IsWindows(); }
            }
            {{ofType}} class Server { static int Here() => 0; {{ofMethod}} void Run(bool a, bool b) { {{statements}} } }
            """);
        CSharpCompilation compilation = CSharpCompilation.Create("test", [file], Net80.References);
        SyntaxNode here = file.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Single(call => call.Expression.ToString() == "Here");
        return (new SystemTests(compilation.GetSemanticModel(file), new VariableValues(compilation, new Mentions(compilation)), TestContext.Current.CancellationToken), here);
    }
}
