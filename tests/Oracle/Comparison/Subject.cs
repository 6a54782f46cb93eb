using System.Globalization;
using Microsoft.CodeAnalysis;
using SocketSetup.Oracle.Printing;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Comparison;

/// <summary>One program of a batch, in both texts.</summary>
internal sealed class Subject
{
    public Subject(ProgramTree program, int number)
    {
        string tag = "_" + number.ToString(CultureInfo.InvariantCulture);
        Space = "Program" + tag;
        Sites = new Sites(program);
        TypeName = Space + "." + program.Main.Name.Replace(Names.Mark, tag, StringComparison.Ordinal);
        Page = ProgramPrinter.Print(program, Dialect.Plain, Space, tag);
        Plain = Support.Parse(Page.ToString(), Space + ".cs");
        Dialect twin = Nodes.Of(program).Any(node => node is Attempt) ? Dialect.Twin : Dialect.TwinWithoutTry;
        Twin = Support.Parse(ProgramPrinter.Print(program, twin, Space, tag).ToString(), Space + ".twin.cs");
    }

    public string Space { get; }

    public string TypeName { get; }

    public Sites Sites { get; }

    /// <summary>The text that the analyzer reads.</summary>
    public Page Page { get; }

    public SyntaxTree Plain { get; }

    public SyntaxTree Twin { get; }

    /// <summary>What the compiler says against one of the texts.</summary>
    public string? Error { get; set; }

    /// <summary>Runs one path; null where the program does not compile.</summary>
    public Action? Drive { get; set; }

    public Report Reported { get; set; } = Report.Empty;

    public string? Crash { get; set; }
}
