using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Host;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Package.Tests.Editor;

/// <summary>
/// The services that an editor asks for squiggles and for the lightbulb. They are internal to Roslyn's Features, so they are
/// called by reflection: a member that is not there, or not once, fails with its name.
/// </summary>
internal static class EditorHost
{
    private const BindingFlags AnyInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Assembly Features = Assembly.Load("Microsoft.CodeAnalysis.Features");

    public static MefHostServices Services { get; } =
        MefHostServices.Create(MefHostServices.DefaultAssemblies.Append(Features).Append(Assembly.Load("Microsoft.CodeAnalysis.CSharp.Features")));

    /// <returns>What an editor would underline in the document, in the order of the text: the id and the message.</returns>
    public static async Task<IReadOnlyList<(string Id, string Message, TextSpan Span)>> SquigglesAsync(Document document, CancellationToken cancellation)
    {
        Type contract = Internal("Diagnostics.IDiagnosticAnalyzerService");
        object service = typeof(HostWorkspaceServices).GetMethod(nameof(HostWorkspaceServices.GetRequiredService))!.MakeGenericMethod(contract).Invoke(document.Project.Solution.Workspace.Services, null)!;
        object everyId = Internal("Diagnostics.DiagnosticIdFilter").GetField("All", BindingFlags.Static | BindingFlags.Public)!.GetValue(null)!;
        object everyKind = Enum.Parse(Internal("Diagnostics.DiagnosticKind"), "All");

        IEnumerable<object> found = await ListAsync(contract.GetMethod("GetDiagnosticsForSpanAsync")!.Invoke(service, [document, null, everyId, null, everyKind, cancellation])!);
        SourceText text = await document.GetTextAsync(cancellation);
        return
        [
            .. from data in found
               let location = Read(data, "DataLocation")
               let lines = ((FileLinePositionSpan)Read(location, "UnmappedFileSpan")).Span
               let span = text.Lines.GetTextSpan(lines)
               orderby span.Start
               select ((string)Read(data, "Id"), (string)Read(data, "Message"), span),
        ];
    }

    /// <returns>What the lightbulb at the position offers, from the top.</returns>
    public static async Task<IReadOnlyList<CodeAction>> LightbulbAsync(Document document, int position, CancellationToken cancellation)
    {
        Type contract = Internal("CodeFixes.ICodeFixService");
        MethodInfo exports = Assert.Single(typeof(MefHostServices).GetMethods(AnyInstance), method => method.Name.EndsWith("GetExports", StringComparison.Ordinal) && method.GetGenericArguments().Length == 1);
        object service = Read(Assert.Single(((IEnumerable)exports.MakeGenericMethod(contract).Invoke(Services, null)!).Cast<object>()), "Value");
        MethodInfo fixes = Assert.Single(Internal("CodeFixes.ICodeFixServiceExtensions").GetMethods(), method => method.Name == "GetFixesAsync" && method.GetParameters().Length == 4);

        IEnumerable<object> offered = await ListAsync(fixes.Invoke(null, [service, document, new TextSpan(position, 0), cancellation])!);
        return [.. offered.SelectMany(collection => ((IEnumerable)Read(collection, "Fixes")).Cast<object>()).Select(fix => (CodeAction)Read(fix, "Action"))];
    }

    private static Type Internal(string name) =>
        Features.GetType("Microsoft.CodeAnalysis." + name) ?? typeof(Workspace).Assembly.GetType("Microsoft.CodeAnalysis." + name, throwOnError: true)!;

    private static object Read(object of, string member) => of.GetType().GetProperty(member, AnyInstance)?.GetValue(of) ?? of.GetType().GetField(member, AnyInstance)!.GetValue(of)!;

    private static async Task<IEnumerable<object>> ListAsync(object task)
    {
        await (Task)task;
        return ((IEnumerable)Read(task, "Result")).Cast<object>();
    }
}
