using System.Collections.Immutable;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Generation;

/// <summary>Makes statements and blocks.</summary>
internal sealed class StatementMaker
{
    private const int MaximumDepth = 4;

    private readonly Plan plan;
    private readonly ValueMaker values;
    private readonly OperationMaker operations;
    private readonly FlowMaker flow;
    private readonly NestedFunctionMaker nested;

    public StatementMaker(Plan plan, ValueMaker values, OperationMaker operations)
    {
        this.plan = plan;
        this.values = values;
        this.operations = operations;
        flow = new FlowMaker(plan, values, this);
        nested = new NestedFunctionMaker(plan, values, this);
    }

    /// <summary>A small block, perhaps left by a jump.</summary>
    public Block Block(Scope scope) => new([.. Statements(scope, 1 + plan.Draw.Below(3)), .. flow.Jump(scope)]);

    /// <summary>At most so many statements; what they declare is in scope afterwards.</summary>
    public ImmutableArray<Statement> Statements(Scope scope, int count)
    {
        ImmutableArray<Statement>.Builder list = ImmutableArray.CreateBuilder<Statement>();
        while (count-- > 0 && plan.Statements > 0)
        {
            plan.Statements--;
            list.Add(Next(scope));
        }
        return list.ToImmutable();
    }

    /// <summary>A new local with a socket.</summary>
    public Statement Declare(Scope scope, Value value, bool isUsing = false)
    {
        var variable = new Variable(plan.NewName("s"), !isUsing);
        scope.Variables.Add(variable);
        return new Declare(variable.Name, value, isUsing);
    }

    private Statement Next(Scope scope)
    {
        var menu = new List<(int, Func<Statement?>)> { (12, () => Declare(scope, values.Make(scope))) };
        if (scope.Variables.Count > 0)
            menu.Add((100, () => operations.Make(scope)));
        if (scope.Assignable.Count > 0)
            menu.Add((16, () => Assign(scope)));
        if (scope.Assignable.Count > 1 && plan.Has(Feature.Alias))
            menu.Add((12, () => Swap(scope)));
        if (scope.Functions.Count > 0)
            menu.Add((45, () => Invoke(scope)));
        if (scope.Depth < MaximumDepth)
        {
            flow.Offer(menu, scope);
            nested.Offer(menu, scope);
        }
        // What its budget does not allow is not made.
        Statement? made = plan.Draw.Weighted(menu)();
        return made ?? (scope.Variables.Count > 0 ? operations.Make(scope) : Declare(scope, values.Creation()));
    }

    private Assign Assign(Scope scope)
    {
        string target = plan.Draw.PickEarly(scope.Assignable).Name;
        return new Assign(target, values.Make(scope), plan.Has(Feature.Coalesce) && plan.Draw.Chance(50));
    }

    private Swap? Swap(Scope scope)
    {
        string first = plan.Draw.PickEarly(scope.Assignable).Name;
        string second = plan.Draw.Pick(scope.Assignable).Name;
        return first == second ? null : new Swap(first, second);
    }

    private Statement? Invoke(Scope scope)
    {
        Callable callable = plan.Draw.Pick(scope.Functions);
        if (!ValueMaker.CanCall(callable, scope) || !plan.Fork(callable.Ways))
            return null;
        Call call = values.Call(callable, scope);
        if (callable.Function.Result == ResultKind.Pair)
        {
            return scope.Assignable.Count < 2 ? null : new Unpack(scope.Assignable[0].Name, scope.Assignable[1].Name, call);
        }
        if (callable.Function.Result == ResultKind.Socket && (callable.Form == CallForm.Property || plan.Draw.Chance(60)))
            return scope.Assignable.Count > 0 && plan.Draw.Chance(50) ? new Assign(scope.Assignable[0].Name, call, IfNull: false) : Declare(scope, call);
        return new Invoke(call);
    }
}
