namespace SocketSetup.Package.Tests;

/// <summary>The solution that the pages about many projects speak of: the package is at hand, and not yet referenced.</summary>
internal sealed class TwoProjects : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
        </Project>
        """;

    /// <summary>One listener leaves the restart to the runtime, and one is open to sharing.</summary>
    private const string Server = """
        using System.Net;
        using System.Net.Sockets;

        namespace Server;

        public static class Listener
        {
            public static Socket Open(IPEndPoint endPoint)
            {
                var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                listener.Bind(endPoint);
                listener.Listen();
                return listener;
            }

            public static Socket OpenShared(IPEndPoint endPoint)
            {
                var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
                listener.Bind(endPoint);
                listener.Listen();
                return listener;
            }
        }
        """;

    /// <summary>One listener does not name TCP, and one sets its option too late.</summary>
    private const string Legacy = """
        using System.Net;
        using System.Net.Sockets;

        namespace Legacy;

        public static class Listener
        {
            public static Socket Open(IPEndPoint endPoint)
            {
                var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Unspecified);
                listener.Bind(endPoint);
                listener.Listen();
                return listener;
            }

            public static Socket OpenLate(IPEndPoint endPoint)
            {
                var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                listener.Bind(endPoint);
                listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
                listener.Listen();
                return listener;
            }
        }
        """;

    private readonly PackedPackage package;

    public TwoProjects(PackedPackage package)
    {
        this.package = package;
        Write("Servers.slnx", """<Solution><Project Path="src/Server/Server.csproj" /><Project Path="src/Legacy/Legacy.csproj" /></Solution>""");
        Write("nuget.config", $"""<configuration><packageSources><clear /><add key="packed" value="{package.Feed}" /></packageSources></configuration>""");
        Write("src/Server/Server.csproj", Project);
        Write("src/Server/Listener.cs", Server);
        Write("src/Legacy/Legacy.csproj", Project);
        Write("src/Legacy/Listener.cs", Legacy);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("SocketSetup.TwoProjects-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>A file of the solution; the version of the release stands for that of the packed one.</summary>
    public void Write(string file, string text)
    {
        string path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text.Replace("\"0.1.0\"", $"\"{package.Version}\"", StringComparison.Ordinal));
    }

    /// <returns>How the command ended, and what it said of sockets: each line once, with paths as seen from the folder.</returns>
    public async Task<(int ExitCode, IReadOnlyList<string> Findings)> RunAsync(params string[] arguments)
    {
        var environment = new Dictionary<string, string?> { ["NUGET_PACKAGES"] = Path.Combine(Folder, "packages") };
        (int exitCode, string output) = await ChildProcess.TryDotNetAsync(Folder, environment, arguments);
        string[] findings = [.. output.ReplaceLineEndings("\n").Split('\n').Where(line => line.Contains(" SOCK", StringComparison.Ordinal)).Select(Shorten).Distinct()];
        if (exitCode != 0 && findings.Length == 0)
            Assert.Fail($"dotnet {string.Join(' ', arguments)} ended with {exitCode}:\n{output}");
        return (exitCode, findings);
    }

    private string Shorten(string line)
    {
        int project = line.LastIndexOf(" [", StringComparison.Ordinal);
        return (project < 0 ? line : line[..project]).Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace('\\', '/').Trim();
    }
}
