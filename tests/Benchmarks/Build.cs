using SocketSetup.Analyzers.Tests;
using SocketSetup.Benchmarks.Generated;
using SocketSetup.Benchmarks.Running;

namespace SocketSetup.Benchmarks;

/// <summary>What the package costs <c>dotnet build</c>: the processor time of all its processes, without the package and with it.</summary>
internal static class Build
{
    private const string Version = "0.0.1-measured";

    public static readonly Arguments Defaults = new(Rounds: 7, Lines: 10_000, Only: "", Divide: 1, WarmUp: 1);

    public static void Run(Arguments arguments, TextWriter output)
    {
        string folder = Directory.CreateTempSubdirectory("SocketSetup.Benchmarks-").FullName;
        try
        {
            string feed = Path.Combine(folder, "feed");
            Child.DotNet(folder, "pack", Path.Combine(Repository.Root, "src/Package"), "-c", "Release", "--artifacts-path", Path.Combine(folder, "artifacts"), "--output", feed, $"-p:Version={Version}", "-nodeReuse:false");
            File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""<configuration><config><add key="globalPackagesFolder" value="packages" /></config><packageSources><clear /><add key="packed" value="{feed}" /></packageSources><auditSources><clear /></auditSources><fallbackPackageFolders><clear /></fallbackPackageFolders></configuration>""");
            string without = Project("Without", ""), with = Project("With", $"""<PackageReference Include="SocketSetup.Analyzers" Version="{Version}" PrivateAssets="all" />""");
            // The first again, as the third: how much two times of the same differ.
            (string Name, string Project, List<double> Seconds)[] builds = [("without the package", without, []), ("with it", with, []), ("without it, again", without, [])];
            for (int round = -arguments.WarmUp; round < arguments.Rounds; round++)
            {
                // In turn, each round beginning with another.
                for (int i = 0; i < builds.Length; i++)
                {
                    (_, string project, List<double> seconds) = builds[(i + round + arguments.WarmUp) % builds.Length];
                    double spent = Child.DotNet(project, "build", "--no-incremental", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-v:q");
                    if (round >= 0)
                        seconds.Add(spent);
                }
            }
            var table = new Table(output, $"dotnet build, {arguments.Lines:N0} lines, {arguments.Rounds} rounds", "Processor time, s", "Least", "Most", "without = 1", "Least, without = 1");
            foreach ((string name, _, List<double> seconds) in builds)
                table.Add([name, .. new[] { Median.Of(seconds), seconds.Min(), seconds.Max(), Median.Of(seconds) / Median.Of(builds[0].Seconds), seconds.Min() / builds[0].Seconds.Min() }.Select(Table.Number)]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        string Project(string name, string reference)
        {
            string project = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
            File.WriteAllText(Path.Combine(project, $"{name}.csproj"), $"""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup>{reference}</ItemGroup></Project>""");
            foreach ((int index, string text) in PlainCode.Files(arguments.Lines).Index())
                File.WriteAllText(Path.Combine(project, $"File{index}.cs"), text);
            return project;
        }
    }
}
