using System.Collections.Immutable;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Generation;

/// <summary>Makes private helpers and factories.</summary>
internal sealed class FunctionMaker
{
    private readonly Plan plan;
    private readonly ValueMaker values;
    private readonly StatementMaker statements;

    public FunctionMaker(Plan plan, ValueMaker values, StatementMaker statements)
    {
        this.plan = plan;
        this.values = values;
        this.statements = statements;
    }

    /// <summary>A method that does something to the sockets it is given.</summary>
    /// <param name="members">The fields and functions it can see.</param>
    /// <param name="isStatic">Is it a static one?</param>
    public Callable Helper(Scope members, bool isStatic)
    {
        plan.Begin(3);
        bool isExtension = isStatic && plan.Draw.Chance(40);
        plan.IsOutside = isExtension;
        bool isFluent = plan.Draw.Chance(25);
        List<Parameter> parameters = [new Parameter(plan.NewName("p"), isExtension || isFluent ? "" : Modifier())];
        if (plan.Draw.Chance(25))
            parameters.Add(new Parameter(plan.NewName("p"), ""));
        Scope scope = (isExtension ? new Scope() : members).Function(isFluent ? ResultKind.Socket : ResultKind.Nothing);
        scope.Variables.InsertRange(0, parameters.Select(parameter => new Variable(parameter.Name, IsAssignable: !isFluent, IsByReference: parameter.Modifier.Length > 0)));
        List<Statement> body = [.. parameters.Where(parameter => parameter.Modifier == "out").Select(parameter => new Assign(parameter.Name, values.Creation(), IfNull: false))];
        body.AddRange(statements.Statements(scope, 1 + plan.Draw.Below(3)));
        string name = plan.NewMember("Help");
        if (plan.Draw.Chance(15) && plan.Fork(2))
            body.Add(Recurse(name, isExtension, parameters));
        if (isFluent)
            body.Add(new Return(new Read(parameters[0].Name), null));
        plan.IsOutside = false;
        var function = new Function(name, isExtension ? FunctionKind.Extension : FunctionKind.Method, isStatic, isFluent ? ResultKind.Socket : ResultKind.Nothing, [.. parameters], new Block([.. body]));
        return new Callable(function, isExtension ? CallForm.Extension : CallForm.Plain, null, 3 / plan.Paths);
    }

    /// <summary>A method or property that makes the sockets it gives.</summary>
    public Callable Factory(Scope members, bool isStatic)
    {
        plan.Begin(3);
        ResultKind result = plan.Draw.Chance(15) ? ResultKind.Pair : ResultKind.Socket;
        Scope scope = members.Function(result);
        var body = new List<Statement>();
        if (result == ResultKind.Pair || plan.Draw.Chance(70))
        {
            // Last but first in line: what is made here is what most of it is about.
            body.Add(statements.Declare(scope, values.Creation()));
            scope.Variables.Reverse();
            body.AddRange(statements.Statements(scope, plan.Draw.Below(4)));
            body.Add(new Return(new Read(scope.Variables[0].Name), result == ResultKind.Pair ? values.Simple(scope) : null));
        }
        else
        {
            body.Add(new Return(values.Creation(), null));
        }
        bool isProperty = result == ResultKind.Socket && plan.Draw.Chance(30);
        var function = new Function(plan.NewMember("Make"), isProperty ? FunctionKind.Property : FunctionKind.Method, isStatic, result, [], new Block([.. body]));
        return new Callable(function, isProperty ? CallForm.Property : CallForm.Plain, null, 3 / plan.Paths);
    }

    private string Modifier() => plan.Draw.Weighted([(80, ""), (12, "ref"), (8, "out")]);

    /// <summary>A call of the method by itself, in which the parameters may change places.</summary>
    private Branch Recurse(string name, bool isExtension, List<Parameter> parameters)
    {
        ImmutableArray<Argument> arguments = [.. parameters.Select(parameter => new Argument(parameter.Modifier, new Read(parameter.Name)))];
        if (arguments.Length == 2 && parameters[0].Modifier.Length == 0 && plan.Draw.Chance(50))
            arguments = [arguments[1], arguments[0]];
        var call = new Call(name, isExtension ? CallForm.Extension : CallForm.Plain, null, arguments);
        return new Branch(new Again(plan.NewSite(), plan.Flag()), new Block([new Invoke(call)]), null);
    }
}
