using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Printing;

/// <summary>Prints expressions.</summary>
internal sealed class ValuePrinter
{
    private readonly Page page;
    private readonly Dialect dialect;

    public ValuePrinter(Page page, Dialect dialect)
    {
        this.page = page;
        this.dialect = dialect;
    }

    public void Print(Value value)
    {
        switch (value)
        {
            case Creation creation:
                page.Mark(creation.Site, () => page.Write(dialect.Create(creation)));
                break;
            case Read read:
                page.Write(read.Name);
                break;
            case Nothing:
                page.Write("null");
                break;
            case Either either:
                page.Write("(" + dialect.Test(either.Test) + " ? ");
                Print(either.WhenTrue);
                page.Write(" : ");
                Print(either.WhenFalse);
                page.Write(")");
                break;
            case Fallback fallback:
                page.Write("(");
                PrintCompared(fallback.First);
                page.Write(" ?? ");
                page.Write(fallback.Second is Stored ? "(" : "");
                Print(fallback.Second);
                page.Write(fallback.Second is Stored ? "))" : ")");
                break;
            case Cast { IsAs: true } cast:
                page.Write("((object)");
                Print(cast.Of);
                page.Write(" as Socket)");
                break;
            case Cast cast:
                page.Write("((Socket)(object)");
                Print(cast.Of);
                page.Write(")");
                break;
            case Stored stored:
                page.Write(stored.Target + " = ");
                Print(stored.Of);
                break;
            case Call call:
                Print(call);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value));
        }
    }

    public void PrintCompared(Value value)
    {
        page.Write(dialect.Compared.Before);
        Print(value);
        page.Write(dialect.Compared.After);
    }

    private void Print(Call call)
    {
        IEnumerable<Argument> arguments = call.Arguments;
        if (call.Form == CallForm.Extension)
        {
            Print(call.Arguments[0].Value);
            page.Write(".");
            arguments = arguments.Skip(1);
        }
        page.Write((call.Owner is null ? "" : call.Owner + ".") + call.Function);
        if (call.Form == CallForm.Property)
            return;
        page.Write("(");
        Print(arguments);
        page.Write(")");
    }

    private void Print(IEnumerable<Argument> arguments)
    {
        bool isFirst = true;
        foreach (Argument argument in arguments)
        {
            page.Write((isFirst ? "" : ", ") + (argument.Modifier.Length > 0 ? argument.Modifier + " " : ""));
            Print(argument.Value);
            isFirst = false;
        }
    }
}
