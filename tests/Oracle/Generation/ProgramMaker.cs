using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Generation;

/// <summary>Makes one program to a plan: from its types and helpers to the methods that use them.</summary>
internal sealed class ProgramMaker
{
    private readonly Plan plan;
    private readonly ValueMaker values;
    private readonly OperationMaker operations;
    private readonly StatementMaker statements;
    private readonly FunctionMaker functions;
    private readonly TypeMaker types;

    public ProgramMaker(Plan plan)
    {
        this.plan = plan;
        values = new ValueMaker(plan);
        operations = new OperationMaker(plan, values);
        statements = new StatementMaker(plan, values, operations);
        functions = new FunctionMaker(plan, values, statements);
        types = new TypeMaker(plan, values, operations, statements);
    }

    public ProgramTree Make()
    {
        var fields = new List<Field>();
        for (int i = plan.Has(Feature.Field) ? 1 + plan.Draw.Below(2) : 0; i > 0; i--)
            fields.Add(types.Field());
        TypeDeclaration? derived = plan.Has(Feature.Derived) ? types.Derived() : null;
        TypeDeclaration? holder = plan.Has(Feature.Holder) ? types.Holder() : null;
        bool keepsHolder = holder is { Constructor: null or { Parameters.IsEmpty: true } } && plan.Has(Feature.Field) && plan.Draw.Chance(50);
        if (keepsHolder)
            fields.Add(new Field(Names.Member("holder"), holder!.Name, plan.Draw.Chance(50) ? FieldKind.ReadOnly : FieldKind.Variable, false, new Nothing()));

        Scope members = Members(fields, isStatic: false, isConstructor: false);
        if (keepsHolder)
            TypeMaker.Open(holder!, Names.Member("holder"), members, isMember: true);
        List<Function> methods = Functions(members, fields);
        Function? constructor = fields.Count > 0 ? types.Constructor(Names.Member("Server"), [.. fields], Members(fields, isStatic: false, isConstructor: true).Function(ResultKind.Nothing)) : null;
        int entries = 1 + (plan.Draw.Chance(fields.Count > 0 ? 60 : 10) ? 1 : 0);
        plan.Statements = Math.Max(plan.Statements, 3);
        for (int i = 0; i < entries; i++)
            methods.Add(Entry(members, fields, keepsHolder ? null : holder, entries));
        var main = new TypeDeclaration(Names.Member("Server"), false, [.. fields], constructor, [.. methods.Where(method => method.Kind != FunctionKind.Extension)]);
        return new ProgramTree(
            main,
            [.. new[] { derived, holder }.OfType<TypeDeclaration>()],
            [.. methods.Where(method => method.Kind == FunctionKind.Extension)]);
    }

    private static Scope Members(List<Field> fields, bool isStatic, bool isConstructor)
    {
        var scope = new Scope();
        scope.Variables.AddRange(fields.Where(field => field.Type is null && (field.IsStatic || !isStatic)).Select(field => TypeMaker.Variable(field, isConstructor)));
        return scope;
    }

    private List<Function> Functions(Scope members, List<Field> fields)
    {
        var made = new List<Function>();
        for (int i = plan.Has(Feature.Helper) ? 1 + plan.Draw.Below(2) : 0; i > 0; i--)
            Add(isStatic => functions.Helper(isStatic ? Members(fields, isStatic: true, isConstructor: false) : members, isStatic));
        for (int i = plan.Has(Feature.Factory) ? 1 + plan.Draw.Below(2) : 0; i > 0; i--)
            Add(isStatic => functions.Factory(isStatic ? Members(fields, isStatic: true, isConstructor: false) : members, isStatic));
        return made;

        void Add(Func<bool, Callable> make)
        {
            plan.Statements += 2;
            Callable callable = make(plan.Draw.Chance(50));
            members.Functions.Add(callable);
            made.Add(callable.Function);
        }
    }

    private Function Entry(Scope members, List<Field> fields, TypeDeclaration? holder, int entries)
    {
        plan.Begin(fields.Count > 0 ? (entries == 1 ? 4 : 2) : 30 / entries);
        Scope scope = members.Function(ResultKind.Nothing);
        var body = new List<Statement>();
        if (holder is not null)
        {
            string name = plan.NewName("h");
            body.Add(new DeclareHolder(name, holder.Name, [.. Enumerable.Range(0, holder.Constructor?.Parameters.Length ?? 0).Select(_ => values.Creation())]));
            TypeMaker.Open(holder, name, scope);
        }
        int locals = plan.Has(Feature.Several) ? 2 : fields.Count > 0 || holder is not null ? plan.Draw.Below(2) : 1;
        for (int i = 0; i < locals; i++)
            body.Add(statements.Declare(scope, plan.Draw.Chance(85) ? values.Creation() : values.Make(scope)));
        body.AddRange(statements.Statements(scope, Math.Max(2, plan.Statements / entries)));
        if (plan.IsHeard)
            body.AddRange(scope.Variables.Where(_ => plan.Draw.Chance(80)).Select(variable => operations.On(new Read(variable.Name), Operation.Accept)));
        return new Function(plan.NewMember("Run"), FunctionKind.Entry, false, ResultKind.Nothing, [], new Block([.. body]));
    }
}
