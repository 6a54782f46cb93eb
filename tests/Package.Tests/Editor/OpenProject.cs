using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;

namespace SocketSetup.Package.Tests.Editor;

/// <summary>A consumer as an editor has it open: loaded from its project file, with the analyzers of its packages.</summary>
public sealed class OpenProject(PackedPackage package) : IAsyncLifetime
{
    private readonly MSBuildWorkspace workspace = MSBuildWorkspace.Create(EditorHost.Services);
    private Project? project;

    public async ValueTask InitializeAsync()
    {
        var consumer = new Consumer(package);
        await consumer.RestoreAsync();
        var failures = new List<string>();
        using WorkspaceEventRegistration registration = workspace.RegisterWorkspaceFailedHandler(failure => failures.Add(failure.Diagnostic.Message));
        project = await workspace.OpenProjectAsync(consumer.Project);
        Assert.Empty(failures);
    }

    public ValueTask DisposeAsync()
    {
        workspace.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A document that the caller edits for itself.</summary>
    internal OpenDocument Open(string name) => new(project!.Documents.Single(document => document.Name == name));
}
