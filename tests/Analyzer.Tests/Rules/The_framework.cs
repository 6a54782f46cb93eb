using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Tests.Rules;

/// <summary>What the framework declares sets no option behind anybody's back; it is told by the name and by the key of its assembly.</summary>
public sealed class The_framework
{
    /// <summary>One of Microsoft's.</summary>
    private static readonly ImmutableArray<byte> Key = [.. typeof(object).Assembly.GetName().GetPublicKey()!];

    [Theory]
    [InlineData("mscorlib")]
    [InlineData("netstandard")]
    [InlineData("System")]
    [InlineData("System.Net.Sockets")]
    [InlineData("Microsoft.Win32.Primitives")]
    [InlineData("Microsoft.Extensions.Hosting")]
    [InlineData("Microsoft.AspNetCore.Http")]
    public void Is_told_by_name_and_key(string assembly)
    {
        Assert.True(FrameworkAssemblies.Declare(MethodOf(assembly, Key)));
        Assert.False(FrameworkAssemblies.Declare(MethodOf(assembly, [])));
    }

    [Theory]
    [InlineData("Systems")]
    [InlineData("My.System.Net")]
    [InlineData("Microsoft.Extension")]
    [InlineData("netstandard2")]
    public void Is_nothing_else_with_the_key(string assembly) => Assert.False(FrameworkAssemblies.Declare(MethodOf(assembly, Key)));

    [Fact]
    public void Runs_no_delegate_itself()
    {
        ITypeSymbol type = Compile("System.Runtime", Key).GetTypeByMetadataName("D")!;
        Assert.False(FrameworkAssemblies.Declare(type.GetMembers("Invoke").Single()));
        Assert.True(FrameworkAssemblies.Declare(type.GetMembers("BeginInvoke").Single()));
    }

    [Fact]
    public void Declares_nothing_that_no_assembly_does() => Assert.False(FrameworkAssemblies.Declare(CSharpCompilation.Create("System").CreateArrayTypeSymbol(Compile("System", Key).GetTypeByMetadataName("C")!)));

    private static ISymbol MethodOf(string assembly, ImmutableArray<byte> key) => Compile(assembly, key).GetTypeByMetadataName("C")!.GetMembers("M").Single();

    private static CSharpCompilation Compile(string assembly, ImmutableArray<byte> key) => CSharpCompilation.Create(
        assembly,
        [CSharpSyntaxTree.ParseText("public class C { public void M() { } } public delegate void D();", cancellationToken: TestContext.Current.CancellationToken)],
        Net80.References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, cryptoPublicKey: key));
}
