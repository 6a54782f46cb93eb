namespace SocketSetup.Package.Tests;

/// <summary>The oldest C# that a project of today is given by default, and the newest: reported in both, repaired in the same C#.</summary>
public sealed class LanguageVersionTests(PackedPackage package)
{
    /// <summary>Listeners among what C# 12 to 14 brought.</summary>
    private static readonly string[] Newest =
    [
        "using System.Net;",
        "using System.Net.Sockets;",
        "",
        "namespace Consumer;",
        "",
        "internal sealed class PrimaryConstructor(IPEndPoint endPoint)",
        "{",
        "    private readonly Socket listener = new(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);",
        "",
        "    public void Start()",
        "    {",
        "        listener.Bind(endPoint); // warning SOCK001",
        "        listener.Listen();",
        "    }",
        "}",
        "",
        "internal static class CollectionExpression",
        "{",
        "    public static Socket[] Open(IPEndPoint endPoint)",
        "    {",
        "        IPEndPoint[] endPoints = [endPoint, .. (IPEndPoint[])[endPoint]];",
        "        Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);",
        "        listener.Bind(endPoints[^1]); // warning SOCK001",
        "        listener.Listen();",
        "        return [listener];",
        "    }",
        "}",
        "",
        "internal sealed class FieldKeyword",
        "{",
        "    public IPEndPoint EndPoint",
        "    {",
        "        get;",
        "        set",
        "        {",
        "            using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);",
        "            listener.Bind(field = value); // warning SOCK001",
        "            listener.Listen();",
        "            listener.Accept().Dispose();",
        "        }",
        "    } = new(IPAddress.Loopback, 5000);",
        "}",
        "",
        "internal static class ExtensionMember",
        "{",
        "    extension(IPEndPoint endPoint)",
        "    {",
        "        public Socket Open()",
        "        {",
        "            var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);",
        "            listener.Bind(endPoint); // warning SOCK001",
        "            listener.Listen();",
        "            return listener;",
        "        }",
        "",
        "        public Socket Decided",
        "        {",
        "            get",
        "            {",
        "                var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ExclusiveAddressUse = true };",
        "                listener.Bind(endPoint);",
        "                listener.Listen();",
        "                return listener;",
        "            }",
        "        }",
        "    }",
        "}",
    ];

    [Theory]
    [InlineData("net472")]
    [InlineData("netstandard2.0")]
    public Task CSharp_7_3_is_repaired_in_CSharp_7_3(string framework) =>
        AssertRepairedAsync(["TargetFramework=" + framework, "LangVersion=7.3"], Listener.Bare("Oldest", "warning SOCK001"));

    [Fact]
    public Task The_newest_CSharp_is_repaired_in_the_newest_CSharp() =>
        AssertRepairedAsync(["TargetFramework=net10.0", "LangVersion=preview", "Nullable=enable"], Newest);

    private async Task AssertRepairedAsync(string[] properties, string[] source)
    {
        var consumer = new ConsumerFolder(package);
        consumer.WriteProject("Consumer.csproj", properties, consumer.Reference());
        consumer.Write("Source.cs", source);
        consumer.Write(".editorconfig", "root = true", "[*.cs]", "socket_setup.address_reuse = reuse_except_windows");
        Build build = await consumer.BuildAsync("Consumer.csproj");
        Assert.True(build.Succeeded, build.Log);
        Assert.Equal(consumer.Marks(), build.Places());

        await consumer.FormatAsync("Consumer.csproj", "warn", "SOCK001");

        build = await consumer.BuildAsync("Consumer.csproj", "-p:TreatWarningsAsErrors=true");
        Assert.True(build.Succeeded, build.Log);
        Assert.Empty(build.Findings);
        Assert.Equal(source, WithoutRepairs(consumer.Read("Source.cs")));
    }

    /// <summary>The lines that were there before.</summary>
    private static IEnumerable<string> WithoutRepairs(string source) => source.TrimEnd('\n').Split('\n')
        .Where(line => !line.Contains("ReuseAddress, true", StringComparison.Ordinal));
}
