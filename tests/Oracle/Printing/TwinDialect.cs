using System.Text;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Printing;

/// <summary>What is executed: the same program on real sockets, with every choice left to the path that is run.</summary>
internal sealed class TwinDialect : Dialect
{
    private readonly bool hasTry;

    /// <param name="hasTry">Is there a try in the program? If not, there is no point at which to throw.</param>
    public TwinDialect(bool hasTry) => this.hasTry = hasTry;

    public override string Header => """
        using System;
        using SocketSetup.Oracle.Execution;
        using SocketSetup.Oracle.Tree;
        using Socket = SocketSetup.Oracle.Execution.TracedSocket;

        """;

    public override string? Point => hasTry ? "Twin.Point();" : null;

    public override string? PointIfChanged => hasTry ? "Twin.PointIfChanged();" : null;

    // Left by the inner finally however the block is left, and before any handler or the program's own finally runs.
    public override Around Try { get; } = new("int {0} = Twin.Depth; try { Twin.EnterTry();", "} finally { Twin.LeaveTry({0}); }");

    public override Around Compared { get; } = new("Twin.Compared(", ")");

    public override string DerivedConstructor => "(int site) : base(site, true)";

    public override bool DriverInitializesStatics => true;

    public override string Create(Creation creation) => creation.Kind switch
    {
        CreationKind.Derived => $"new {creation.Type}({creation.Site})",
        CreationKind.Datagram => $"new Socket({creation.Site}, false)",
        _ => $"new Socket({creation.Site}, true)",
    };

    public override Around Operate(Operate operate) => new("Twin.Do(", $", Operation.{operate.Operation}, {operate.Site})");

    public override string Test(Condition condition) => condition switch
    {
        Opaque => "Twin.Ask()",
        Again again => $"Twin.Again({again.Id})",
        NullTest { Form: NullTestForm.IsNull } test => $"Twin.Compared({test.Name}) == null",
        NullTest { Form: NullTestForm.Pattern } test => $"Twin.Compared({test.Name}) is {{ }} {test.Designation}",
        NullTest test => $"Twin.Compared({test.Name}) != null",
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    public override string Select(int sections) => $"Twin.Pick({sections})";

    public override LoopText Loop(LoopKind kind, string counter) => kind switch
    {
        LoopKind.While => new LoopText($"int {counter} = 0;", $"while (Twin.Turn(ref {counter}))", null, ""),
        LoopKind.For => new LoopText(null, $"for (int {counter} = 0; Twin.Turn(ref {counter});)", null, ""),
        LoopKind.Do => new LoopText($"int {counter} = 1;", "do", null, $" while (Twin.Turn(ref {counter}));"),
        _ => new LoopText($"int {counter} = 0;", "while (true)", $"Twin.Forever(ref {counter});", ""),
    };

    public override string Catch(HandlerKind kind) => kind switch
    {
        HandlerKind.Bare => "catch when (Twin.Catches())",
        HandlerKind.All => "catch (Exception) when (Twin.Catches())",
        _ => "catch (Exception) when (Twin.MayCatch())",
    };

    public override string Driver(TypeDeclaration main, Func<Value, string> print)
    {
        var text = new StringBuilder("public static void Drive()\n{\n");
        foreach (Field field in main.Fields.Where(field => field.IsStatic))
            text.Append(field.Name).Append(" = ").Append(field.Initializer is { } value ? print(value) : "null").Append(";\n");
        text.Append("var program = new ").Append(main.Name).Append("();\n");
        List<string> entries = main.Methods.Where(method => method.Kind == FunctionKind.Entry).Select(method => $"program.{method.Name}();").ToList();
        // What is static outlives an object, and another constructor may meet it.
        if (main.Constructor is not null && main.Fields.Any(field => field.IsStatic))
            entries.Add($"program = new {main.Name}();");
        text.Append(main.Fields.IsEmpty ? "" : "for (int call = 0; Twin.CallAgain(ref call);)\n");
        text.Append("switch (Twin.Pick(").Append(entries.Count).Append("))\n{\n");
        for (int i = 0; i < entries.Count; i++)
            text.Append("case ").Append(i).Append(": ").Append(entries[i]).Append(" break;\n");
        return text.Append("}\n}\n").ToString();
    }
}
