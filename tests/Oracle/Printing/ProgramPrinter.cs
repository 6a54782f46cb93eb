using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Printing;

/// <summary>Prints a whole program in a namespace of its own.</summary>
internal sealed class ProgramPrinter
{
    private readonly Page page;
    private readonly Dialect dialect;
    private readonly ValuePrinter values;
    private readonly FunctionPrinter functions;

    private ProgramPrinter(Dialect dialect, string tag)
    {
        page = new Page(tag);
        this.dialect = dialect;
        values = new ValuePrinter(page, dialect);
        functions = new FunctionPrinter(page, dialect, values, new StatementPrinter(page, dialect, values));
    }

    /// <param name="program">What to print.</param>
    /// <param name="dialect">How.</param>
    /// <param name="space">The namespace.</param>
    /// <param name="tag">What the names of members end in.</param>
    public static Page Print(ProgramTree program, Dialect dialect, string space, string tag = "")
    {
        var printer = new ProgramPrinter(dialect, tag);
        printer.Print(program, space);
        return printer.page;
    }

    private void Print(ProgramTree program, string space)
    {
        page.End(dialect.Header);
        page.End("namespace " + space);
        page.Braced("", () =>
        {
            page.End($"public sealed class {program.Main.Name}");
            page.Braced("", () =>
            {
                PrintMembers(program.Main, "private");
                foreach (TypeDeclaration type in program.Nested)
                    PrintNested(type);
                if (dialect.Driver(program.Main, Text) is { } driver)
                    page.End(driver);
            });
            if (program.Extensions.IsEmpty)
                return;
            page.End("internal static class Extensions");
            page.Braced("", () => Print(program.Extensions));
        });
    }

    private void PrintNested(TypeDeclaration type)
    {
        page.End($"private sealed class {type.Name}{(type.IsSocket ? " : Socket" : "")}");
        page.Braced("", () => PrintMembers(type, "public"));
    }

    private void PrintMembers(TypeDeclaration type, string accessibility)
    {
        foreach (Field field in type.Fields)
            Print(field, accessibility);
        if (type.Constructor is { } constructor && type.IsSocket)
            functions.PrintDerived(constructor);
        else if (type.Constructor is { } ordinary)
            functions.Print(ordinary);
        Print(type.Methods);
    }

    private void Print(IEnumerable<Function> members)
    {
        foreach (Function member in members)
            functions.Print(member);
    }

    private void Print(Field field, string accessibility)
    {
        // What the driver gives its first value cannot be read-only.
        bool isReset = field.IsStatic && dialect.DriverInitializesStatics;
        page.Write($"{accessibility} {(field.IsStatic ? "static " : "")}{(field.Kind == FieldKind.ReadOnly && !isReset ? "readonly " : "")}{field.Type ?? "Socket"} {field.Name}");
        if (field.Kind == FieldKind.Property)
            page.Write(" { get; set; }");
        if (field.Initializer is { } initializer && !isReset)
        {
            page.Write(" = ");
            if (field.Type is null)
                values.Print(initializer);
            else
                page.Write($"new {field.Type}()");
            page.End(";");
            return;
        }
        page.End(field.Kind == FieldKind.Property ? "" : ";");
    }

    private string Text(Value value)
    {
        var aside = new Page(Names.Mark);
        new ValuePrinter(aside, dialect).Print(value);
        return aside.ToString();
    }
}
