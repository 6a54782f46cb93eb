namespace SocketSetup.Package.Tests;

/// <summary>
/// What runs in every build of everybody who has the package reads texts and answers: it opens no file and no connection, starts
/// nothing, asks the machine nothing, and makes or loads no other code. Read from the shipped assemblies themselves.
/// </summary>
public sealed class SupplyChainTests(PackedPackage package)
{
    /// <summary>A namespace, a type, or a member, each with what is in it.</summary>
    private static readonly string[] Outside =
    [
        "System.IO", "System.Net", "Microsoft.Win32",
        "System.Environment", "System.Console", "System.AppContext", "System.AppDomain", "System.Diagnostics.Process", "System.Diagnostics.ProcessStartInfo",
        "System.Diagnostics.EventLog", "System.Diagnostics.Tracing", "System.Security.Principal", "System.Management",
        "System.Reflection.Emit", "System.Linq.Expressions", "System.Runtime.Loader", "System.CodeDom", "System.Activator",
        "System.Reflection.MethodBase.Invoke", "System.Reflection.Assembly.Load", "System.Reflection.Assembly.LoadFrom", "System.Reflection.Assembly.LoadFile", "System.Reflection.Assembly.UnsafeLoadFrom",
        "System.Runtime.InteropServices.Marshal", "System.Runtime.InteropServices.NativeLibrary", "System.Runtime.InteropServices.DllImportAttribute",
        "Microsoft.CodeAnalysis.MetadataReference.CreateFromFile", "Microsoft.CodeAnalysis.AssemblyMetadata.CreateFromFile", "Microsoft.CodeAnalysis.ModuleMetadata.CreateFromFile",
        "Microsoft.CodeAnalysis.AdditionalText",
    ];

    /// <summary>The compiler writes it into every iterator, to know whether the one that enumerates is the one that asked.</summary>
    private const string OfAnIterator = "System.Environment.get_CurrentManagedThreadId";

    [Theory]
    [InlineData("SocketSetup.Analyzers")]
    [InlineData("SocketSetup.Analyzers.CodeFixes")]
    public void Nothing_that_is_shipped_reaches_outside(string assembly)
    {
        AssemblyImage image = package.ReadAssembly(assembly);

        Assert.Empty(ReachingOutside(image));
        Assert.Empty(image.NativeMethods);
    }

    [Fact]
    public void The_same_look_at_an_assembly_that_does_reach_outside_finds_it()
    {
        var tests = new AssemblyImage(File.ReadAllBytes(typeof(SupplyChainTests).Assembly.Location));

        string[] found = [.. ReachingOutside(tests)];

        Assert.Contains("System.IO.File.ReadAllBytes", found);
        Assert.Contains("System.Diagnostics.Process.Start", found);
        Assert.Contains(found, member => member.StartsWith("System.Environment.", StringComparison.Ordinal) && member != OfAnIterator);
        Assert.DoesNotContain(OfAnIterator, found);
    }

    [Fact]
    public void The_same_look_at_an_assembly_with_native_methods_finds_them() =>
        Assert.NotEmpty(new AssemblyImage(File.ReadAllBytes(typeof(object).Assembly.Location)).NativeMethods);

    [Fact]
    public void The_members_that_are_looked_at_are_those_that_are_used()
    {
        AssemblyImage analyzer = package.ReadAssembly("SocketSetup.Analyzers");

        Assert.Contains("Microsoft.CodeAnalysis.Diagnostics.AnalysisContext.EnableConcurrentExecution", analyzer.ForeignMembers);
        Assert.Contains(OfAnIterator, analyzer.ForeignMembers);
    }

    private static IEnumerable<string> ReachingOutside(AssemblyImage image) =>
        image.ForeignMembers.Where(member => member != OfAnIterator && Outside.Any(outside => member == outside || member.StartsWith(outside + ".", StringComparison.Ordinal))).Order(StringComparer.Ordinal);
}
