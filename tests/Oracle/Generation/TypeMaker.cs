using System.Collections.Immutable;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Generation;

/// <summary>Makes fields, and the types nested in the program's class.</summary>
internal sealed class TypeMaker
{
    private readonly Plan plan;
    private readonly ValueMaker values;
    private readonly OperationMaker operations;
    private readonly StatementMaker statements;

    public TypeMaker(Plan plan, ValueMaker values, OperationMaker operations, StatementMaker statements)
    {
        this.plan = plan;
        this.values = values;
        this.operations = operations;
        this.statements = statements;
    }

    /// <summary>A field that is made with the object, in its constructor, or in any method.</summary>
    public Field Field()
    {
        bool isInitialized = plan.Draw.Chance(50);
        FieldKind kind = plan.Draw.Weighted([(55, FieldKind.Variable), (20, FieldKind.ReadOnly), (25, FieldKind.Property)]);
        bool isStatic = plan.Draw.Chance(20) && (kind != FieldKind.ReadOnly || isInitialized);
        return new Field(plan.NewMember(kind == FieldKind.Property ? "P" : "f"), null, kind, isStatic, isInitialized ? values.Creation() : null);
    }

    public static Variable Variable(Field field, bool isConstructor) =>
        new(field.Name, field.Kind != FieldKind.ReadOnly || (isConstructor && !field.IsStatic), IsMember: true, IsReadOnly: field.Kind == FieldKind.ReadOnly);

    /// <summary>A constructor that gives values to fields which have none, and does what else there is to do.</summary>
    public Function? Constructor(string name, ImmutableArray<Field> fields, Scope scope)
    {
        List<Field> empty = fields.Where(field => field is { Initializer: null, Type: null, IsStatic: false }).ToList();
        if (!plan.Draw.Chance(empty.Count > 0 ? 80 : 25))
            return null;
        plan.Begin(1.5);
        List<Statement> body = [.. empty.Where(_ => plan.Draw.Chance(80)).Select(field => new Assign(field.Name, values.Creation(), IfNull: false))];
        body.AddRange(statements.Statements(scope, plan.Draw.Below(3)));
        return new Function(name, FunctionKind.Constructor, false, ResultKind.Nothing, [], new Block([.. body]));
    }

    /// <summary>A class with a socket in it, and a method or two that do something to it.</summary>
    public TypeDeclaration Holder()
    {
        bool isProperty = plan.Draw.Chance(60);
        bool isGiven = plan.Draw.Chance(30);
        bool isInitialized = !isGiven && plan.Draw.Chance(50);
        var field = new Field(Names.Member("S"), null, isProperty ? FieldKind.Property : FieldKind.Variable, false, isInitialized ? values.Creation() : null);
        var scope = new Scope();
        scope.Variables.Add(new Variable(field.Name, IsAssignable: true, IsMember: isProperty));
        plan.Begin(1.5);
        Function? constructor = isInitialized ? null : new Function(
            Names.Member("Holder"),
            FunctionKind.Constructor,
            false,
            ResultKind.Nothing,
            isGiven ? [new Parameter("given", "")] : [],
            new Block([new Assign(field.Name, isGiven ? new Read("given") : values.Creation(), IfNull: false), .. statements.Statements(scope.Function(ResultKind.Nothing), plan.Draw.Below(2))]));
        var methods = new List<Function>();
        for (int i = plan.Draw.Below(2); i >= 0; i--)
        {
            plan.Begin(2);
            methods.Add(new Function(plan.NewMember("Act"), FunctionKind.Entry, false, ResultKind.Nothing, [], new Block(statements.Statements(scope.Function(ResultKind.Nothing), 1 + plan.Draw.Below(2)))));
        }
        return new TypeDeclaration(Names.Member("Holder"), false, [field], constructor, [.. methods]);
    }

    /// <summary>What a variable with a holder in it gives access to.</summary>
    /// <param name="holder">The type of the holder.</param>
    /// <param name="name">The variable.</param>
    /// <param name="scope">Where it is in sight.</param>
    /// <param name="isMember">Is it a field, that every function can name?</param>
    public static void Open(TypeDeclaration holder, string name, Scope scope, bool isMember = false)
    {
        scope.Variables.Insert(0, new Variable(name + "." + holder.Fields[0].Name, IsAssignable: true, IsMember: isMember || holder.Fields[0].Kind == FieldKind.Property));
        scope.Functions.AddRange(holder.Methods.Select(method => new Callable(method, CallForm.Plain, name, 2)));
    }

    /// <summary>A socket that configures itself.</summary>
    public TypeDeclaration Derived()
    {
        var body = new List<Statement>();
        for (int i = plan.Draw.Below(3); i > 0; i--)
            body.Add(operations.On(new Read("this"), plan.Draw.Pick([Operation.ReuseTrue, Operation.ReuseFalse, Operation.ExclusiveTrue, Operation.NoDelay, Operation.KeepAlive, Operation.Bind])));
        return new TypeDeclaration(Names.Member("Derived"), true, [], new Function(Names.Member("Derived"), FunctionKind.Constructor, false, ResultKind.Nothing, [], new Block([.. body])), []);
    }
}
