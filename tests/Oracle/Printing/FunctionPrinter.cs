using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Printing;

/// <summary>Prints methods, properties, local functions and lambdas.</summary>
internal sealed class FunctionPrinter
{
    private readonly Page page;
    private readonly Dialect dialect;
    private readonly ValuePrinter values;
    private readonly StatementPrinter statements;

    public FunctionPrinter(Page page, Dialect dialect, ValuePrinter values, StatementPrinter statements)
    {
        this.page = page;
        this.dialect = dialect;
        this.values = values;
        this.statements = statements;
    }

    public void Print(Function function)
    {
        string modifiers = (function.Kind == FunctionKind.Entry ? "public " : function.Kind is FunctionKind.LocalFunction or FunctionKind.Lambda ? "" : "private ") + (function.IsStatic ? "static " : "");
        string result = function.Result switch { ResultKind.Nothing => "void", ResultKind.Socket => "Socket", _ => "(Socket, Socket)" };
        string parameters = string.Join(", ", function.Parameters.Select(parameter => Modifier(parameter) + "Socket " + parameter.Name));
        switch (function.Kind)
        {
            case FunctionKind.Lambda:
                page.End($"Action {function.Name} = () =>");
                statements.Print(function.Body, ";");
                break;
            case FunctionKind.Property when Single(function) is { } value:
                page.Write($"{modifiers}Socket {function.Name} => ");
                Print(value);
                break;
            case FunctionKind.Property:
                page.End($"{modifiers}Socket {function.Name}");
                page.Braced("", () =>
                {
                    page.End("get");
                    statements.Print(function.Body);
                });
                break;
            case FunctionKind.Constructor:
                page.End($"public {function.Name}({parameters})");
                statements.Print(function.Body);
                break;
            case FunctionKind.Extension:
                page.End($"public static {result} {function.Name}(this {parameters})");
                statements.Print(function.Body);
                break;
            default:
                page.Write($"{modifiers}{result} {function.Name}({parameters})");
                if (function.Result == ResultKind.Socket && Single(function) is { } expression)
                {
                    page.Write(" => ");
                    Print(expression);
                    break;
                }
                page.End();
                statements.Print(function.Body);
                break;
        }
    }

    /// <summary>The constructor of a class that derives from <c>Socket</c>.</summary>
    public void PrintDerived(Function constructor)
    {
        page.End("public " + constructor.Name + dialect.DerivedConstructor);
        statements.Print(constructor.Body);
    }

    /// <summary>The value of a function that does nothing but give it.</summary>
    private static Value? Single(Function function) =>
        function.Body.Statements is [Return { Second: null } given] ? given.Value : null;

    private static string Modifier(Parameter parameter) => parameter.Modifier.Length > 0 ? parameter.Modifier + " " : "";

    private void Print(Value value)
    {
        values.Print(value);
        page.End(";");
    }
}
