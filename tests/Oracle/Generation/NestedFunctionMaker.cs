using System.Collections.Immutable;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Generation;

/// <summary>Makes lambdas and local functions, which share the variables around them.</summary>
internal sealed class NestedFunctionMaker
{
    private readonly Plan plan;
    private readonly ValueMaker values;
    private readonly StatementMaker statements;

    public NestedFunctionMaker(Plan plan, ValueMaker values, StatementMaker statements)
    {
        this.plan = plan;
        this.values = values;
        this.statements = statements;
    }

    public void Offer(List<(int, Func<Statement?>)> menu, Scope scope)
    {
        if (plan.Has(Feature.Lambda))
            menu.Add((28, () => Lambda(scope)));
        if (plan.Has(Feature.LocalFunction))
            menu.Add((28, () => LocalFunction(scope)));
    }

    private Nested Lambda(Scope scope)
    {
        double before = plan.Paths;
        var function = new Function(plan.NewName("act"), FunctionKind.Lambda, false, ResultKind.Nothing, [], statements.Block(scope.NestedFunction(ResultKind.Nothing)));
        return Add(function, scope, before);
    }

    private Nested LocalFunction(Scope scope)
    {
        double before = plan.Paths;
        string name = plan.NewName("Local");
        ResultKind result = plan.Draw.Chance(30) ? ResultKind.Socket : ResultKind.Nothing;
        ImmutableArray<Parameter> parameters = plan.Draw.Chance(40) ? [new Parameter(plan.NewName("q"), "")] : [];
        Scope inner = scope.NestedFunction(result);
        foreach (Parameter parameter in parameters)
            inner.Variables.Insert(0, new Variable(parameter.Name, IsAssignable: true));
        Block body = statements.Block(inner);
        if (result == ResultKind.Socket && body.Statements is not [.., Return or Jump])
            body = new Block(body.Statements.Add(new Return(values.Simple(inner), null)));
        return Add(new Function(name, FunctionKind.LocalFunction, false, result, parameters, body), scope, before);
    }

    private Nested Add(Function function, Scope scope, double before)
    {
        double ways = Math.Max(1, before / plan.Paths);
        plan.Begin(before);
        scope.Functions.Add(new Callable(function, CallForm.Plain, null, ways));
        return new Nested(function);
    }
}
