using System.Collections.Immutable;
using System.Globalization;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Printing;

/// <summary>
/// Prints statements, and around each that does something the points at which an exception may be thrown. Operations
/// and conditions are points by themselves.
/// </summary>
internal sealed class StatementPrinter
{
    private readonly Page page;
    private readonly Dialect dialect;
    private readonly ValuePrinter values;
    private readonly SimpleStatementPrinter simple;
    private int counters;

    public StatementPrinter(Page page, Dialect dialect, ValuePrinter values)
    {
        this.page = page;
        this.dialect = dialect;
        this.values = values;
        simple = new SimpleStatementPrinter(page, dialect, values);
    }

    public void Print(Block block, string tail = "", string? first = null) => page.Braced(tail, () =>
    {
        Point(first);
        Print(block.Statements);
    });

    private void Print(ImmutableArray<Statement> list)
    {
        bool isPassed = false;
        foreach (Statement statement in list)
        {
            bool isSimple = SimpleStatementPrinter.IsSimple(statement);
            // What comes after a block may come after one that had another handler.
            if (!isPassed && (isSimple || statement is Return) && statement is not (Operate or Invoke))
                Point(dialect.PointIfChanged);
            Print(statement);
            isPassed = isSimple;
        }
    }

    private void Print(Statement statement)
    {
        switch (statement)
        {
            case Branch branch:
                page.Write($"if ({dialect.Test(branch.Test)})").End();
                Print(branch.Then);
                if (branch.Else is null)
                    break;
                page.End("else");
                Print(branch.Else);
                break;
            case Choice choice:
                Print(choice);
                break;
            case Loop loop:
                LoopText text = dialect.Loop(loop.Kind, Counter("turn"));
                Point(text.Before);
                page.End(text.Head);
                Print(loop.Body, text.Tail, text.First);
                break;
            case Attempt attempt:
                Print(attempt);
                break;
            case Using block:
                Point(dialect.PointIfChanged);
                page.Write($"using (Socket {block.Name} = ");
                values.Print(block.Value);
                page.End(")");
                Print(block.Body);
                break;
            case Nested nested:
                // To make a delegate is a statement that may throw.
                if (nested.Function.Kind == FunctionKind.Lambda)
                    Point(dialect.PointIfChanged);
                new FunctionPrinter(page, dialect, values, this).Print(nested.Function);
                break;
            case Jump jump:
                page.End(jump.Kind switch
                {
                    JumpKind.Throw => dialect == Dialect.Plain ? "throw Outside.Error;" : "throw new Exception();",
                    JumpKind.Rethrow => "throw;",
                    _ => jump.Kind.ToString().ToLowerInvariant() + ";",
                });
                break;
            case Return { Second: null } given:
                page.Write("return ");
                values.Print(given.Value);
                page.End(";");
                break;
            case Return given:
                page.Write("return (");
                values.Print(given.Value);
                page.Write(", ");
                values.Print(given.Second!);
                page.End(");");
                break;
            default:
                simple.Print(statement);
                page.End(";");
                Point(statement is Invoke or Operate ? dialect.PointIfChanged : dialect.Point);
                break;
        }
    }

    private void Print(Choice choice)
    {
        page.End($"switch ({dialect.Select(choice.Sections.Length)})");
        page.Braced("", () =>
        {
            for (int i = 0; i < choice.Sections.Length; i++)
            {
                page.End(i == choice.Sections.Length - 1 ? "default:" : $"case {i}:");
                Print(choice.Sections[i]);
                page.Indented(() => page.End("break;"));
            }
        });
    }

    private void Print(Attempt attempt)
    {
        string depth = Counter("depth");
        page.End("try");
        PrintTried(attempt.Body, depth);
        foreach (Handler handler in attempt.Handlers)
        {
            page.End(dialect.Catch(handler.Kind));
            // What a handler throws meets the finally block of its own statement.
            if (attempt.Finally is null)
                Print(handler.Body);
            else
                PrintTried(handler.Body, depth);
        }
        if (attempt.Finally is null)
            return;
        page.End("finally");
        Print(attempt.Finally);
    }

    private void PrintTried(Block block, string depth) => page.Braced("", () =>
    {
        Point(Named(dialect.Try.Before, depth));
        Print(block.Statements);
        Point(Named(dialect.Try.After, depth));
    });

    private static string Named(string text, string name) => text.Replace("{0}", name, StringComparison.Ordinal);

    private string Counter(string name) => name + (++counters).ToString(CultureInfo.InvariantCulture);

    private void Point(string? text)
    {
        if (!string.IsNullOrEmpty(text))
            page.End(text);
    }
}
