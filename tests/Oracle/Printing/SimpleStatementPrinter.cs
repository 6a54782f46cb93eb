using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Printing;

/// <summary>Prints statements that have no statements in them, without their semicolons.</summary>
internal sealed class SimpleStatementPrinter
{
    private readonly Page page;
    private readonly Dialect dialect;
    private readonly ValuePrinter values;

    public SimpleStatementPrinter(Page page, Dialect dialect, ValuePrinter values)
    {
        this.page = page;
        this.dialect = dialect;
        this.values = values;
    }

    /// <summary>Jumps are none: nothing comes after them.</summary>
    public static bool IsSimple(Statement statement) => statement is Declare or DeclareHolder or Assign or Swap or Unpack or Operate or Invoke;

    public void Print(Statement statement)
    {
        switch (statement)
        {
            case Declare declare:
                page.Write($"{(declare.IsUsing ? "using " : "")}Socket {declare.Name} = ");
                values.Print(declare.Value);
                break;
            case DeclareHolder declare:
                page.Write($"var {declare.Name} = ");
                values.Print(new Call("new " + declare.Type, CallForm.Plain, null, [.. declare.Arguments.Select(value => new Argument("", value))]));
                break;
            case Assign { IfNull: true } assign when dialect != Dialect.Plain:
                values.Print(new Stored(assign.Target, new Fallback(new Read(assign.Target), assign.Value)));
                break;
            case Assign assign:
                page.Write($"{assign.Target} {(assign.IfNull ? "??=" : "=")} ");
                values.Print(assign.Value);
                break;
            case Swap swap:
                page.Write($"({swap.First}, {swap.Second}) = ({swap.Second}, {swap.First})");
                break;
            case Unpack unpack:
                page.Write($"({unpack.First}, {unpack.Second}) = ");
                values.Print(unpack.From);
                break;
            case Operate operate:
                Around around = dialect.Operate(operate);
                page.Mark(operate.Site, () =>
                {
                    page.Write(around.Before);
                    values.Print(operate.On);
                    page.Write(around.After);
                });
                break;
            case Invoke invoke:
                values.Print(invoke.Call);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(statement));
        }
    }
}
