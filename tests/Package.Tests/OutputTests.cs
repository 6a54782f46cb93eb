namespace SocketSetup.Package.Tests;

/// <summary>What the package adds to the output of a project that has it: nothing.</summary>
public sealed class OutputTests(PackedPackage package)
{
    [Theory]
    [InlineData("System.Console.WriteLine();")]
    [InlineData("new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 5000).Start();")]
    public async Task With_sockets_or_without_the_output_is_the_program_alone_and_nothing_is_reported(string program)
    {
        var consumer = new ConsumerFolder(package);
        consumer.WriteProject("Consumer.csproj", ["OutputType=Exe", "TargetFramework=net10.0"], consumer.Reference());
        consumer.Write("Program.cs", program);

        Build build = await consumer.BuildAsync("Consumer.csproj");

        Assert.True(build.Succeeded, build.Log);
        Assert.Empty(build.Findings);
        string output = consumer.PathOf("bin/Debug/net10.0");
        Assert.Equal(
            ["Consumer.deps.json", "Consumer.dll", "Consumer.pdb", "Consumer.runtimeconfig.json"],
            Directory.EnumerateFileSystemEntries(output).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("SocketSetup", consumer.Read("bin/Debug/net10.0/Consumer.deps.json"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            new AssemblyImage(File.ReadAllBytes(Path.Combine(output, "Consumer.dll"))).References.Keys,
            reference => reference.StartsWith("SocketSetup", StringComparison.Ordinal));
    }
}
