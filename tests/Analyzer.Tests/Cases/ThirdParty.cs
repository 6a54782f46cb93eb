using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SocketSetup.Analyzers.Tests.Cases;

/// <summary>Code that cannot be seen: assemblies of other people.</summary>
internal static class ThirdParty
{
    public static MetadataReference Reference { get; } = Build("ThirdParty", """
        using System.Net.Sockets;
        namespace ThirdParty
        {
            public class BaseServer { protected virtual void Configure() { } protected void Initialize() { Configure(); } }
            public static class Tuner { public static void Tune(Socket s) { } public static void Tune(this Socket s, int x) { } public static void NoArg() { } }
            public interface IHook { void Hook(Socket s); void Plain(); }
            public class Holder { public Socket S; public Socket P { get; set; } }
        }
        """);

    public static MetadataReference Unity { get; } = Build("UnityEngine", "public class Mono { }");

    private static PortableExecutableReference Build(string name, string source)
    {
        using var image = new MemoryStream();
        var compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(source)], Net80.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return compilation.Emit(image).Success ? MetadataReference.CreateFromImage(image.ToArray()) : throw new InvalidOperationException($"{name} does not compile.");
    }
}

/// <summary>The build property that names the target framework, "none" where the build says none, and what the team has chosen.</summary>
internal sealed class FrameworkOption(string framework, string? addressReuse = null) : AnalyzerConfigOptionsProvider
{
    private readonly Options options = new(framework, addressReuse);

    public override AnalyzerConfigOptions GlobalOptions => options;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => options;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => options;

    private sealed class Options(string framework, string? addressReuse) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key switch
            {
                "build_property.TargetFramework" when framework != "none" => framework,
                "socket_setup.address_reuse" => addressReuse,
                _ => null,
            };
            return value is not null;
        }
    }
}
