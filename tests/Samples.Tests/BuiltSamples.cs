using SocketSetup.Samples.Tests;

[assembly: AssemblyFixture(typeof(BuiltSamples))]

namespace SocketSetup.Samples.Tests;

/// <summary>
/// Builds the samples once for all tests, away from the repository, so that none of its settings reaches them.
/// </summary>
public sealed class BuiltSamples : IAsyncLifetime
{
    private const string BeforeName = "EchoServer.Before";
    private const string RepairedName = "EchoServer.Before.Repaired";

    private const string BuildProperties =
        """
        <Project>
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <UseAppHost>false</UseAppHost>
          </PropertyGroup>
        </Project>
        """;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("echo-server-samples-");

    /// <summary>The sample as it should be.</summary>
    public string EchoServer => AssemblyOf("EchoServer");

    /// <summary>The sample with the defect.</summary>
    public string Before => AssemblyOf(BeforeName);

    /// <summary>The sample with the defect and the one line that the code fix writes.</summary>
    public string Repaired => AssemblyOf(RepairedName);

    public async ValueTask InitializeAsync()
    {
        WriteBuildFiles();
        SampleSources.Copy("EchoServer", SourceOf("EchoServer"));
        SampleSources.Copy(BeforeName, SourceOf(BeforeName));
        SampleSources.Copy(BeforeName, SourceOf(RepairedName));
        Repair();
        foreach (string name in (string[])["EchoServer", BeforeName, RepairedName])
            await BuildCommand.RunAsync(ProjectOf(name), OutputOf(name));
    }

    public ValueTask DisposeAsync()
    {
        _root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    // MSBuild looks for each of these files upwards: the nearest one ends the search.
    private void WriteBuildFiles()
    {
        Write("Directory.Build.props", BuildProperties);
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write(".editorconfig", "root = true");
    }

    private void Repair()
    {
        string listener = Path.Combine(SourceOf(RepairedName), "Listener.cs");
        File.WriteAllLines(listener, SampleSources.InsertBeforeBind(File.ReadAllLines(listener)));
        File.Move(Path.Combine(SourceOf(RepairedName), $"{BeforeName}.csproj"), ProjectOf(RepairedName));
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_root.FullName, name), text);

    private string SourceOf(string name) => Path.Combine(_root.FullName, name);

    private string ProjectOf(string name) => Path.Combine(SourceOf(name), $"{name}.csproj");

    private string OutputOf(string name) => Path.Combine(_root.FullName, "output", name);

    private string AssemblyOf(string name) => Path.Combine(OutputOf(name), $"{name}.dll");
}
