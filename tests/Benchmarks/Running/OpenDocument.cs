using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Benchmarks.Running;

/// <summary>A document of a project in which somebody types: each keystroke changes one digit.</summary>
internal sealed class OpenDocument
{
    private readonly CSharpCompilation project;
    private readonly SyntaxTree tree;
    private readonly TextSpan digit;

    /// <param name="project">Its first file is the document.</param>
    /// <param name="before">What stands before the digit, somewhere in the second quarter or later.</param>
    public OpenDocument(CSharpCompilation project, string before)
    {
        this.project = project;
        tree = project.SyntaxTrees[0];
        string text = tree.ToString();
        digit = new TextSpan(text.IndexOf(before, text.Length / 4, StringComparison.Ordinal) + before.Length, 1);
    }

    /// <summary>A compilation in which the document is new, so that nothing of it is bound yet.</summary>
    public SemanticModel After(int keystroke)
    {
        string typed = (1 + ((keystroke + 900) % 9)).ToString(CultureInfo.InvariantCulture);
        SyntaxTree changed = tree.WithChangedText(tree.GetText().WithChanges(new TextChange(digit, typed)));
        return project.ReplaceSyntaxTree(tree, changed).GetSemanticModel(changed);
    }
}
