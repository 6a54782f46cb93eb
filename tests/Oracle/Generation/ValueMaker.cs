using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Generation;

/// <summary>Makes expressions.</summary>
internal sealed class ValueMaker
{
    private readonly Plan plan;

    public ValueMaker(Plan plan) => this.plan = plan;

    public Value Creation()
    {
        int site = plan.NewSite();
        return plan.Has(Feature.Derived) && !plan.IsOutside && plan.Draw.Chance(50)
            ? new Creation(site, CreationKind.Derived, Names.Member("Derived"))
            : new Creation(site, plan.Draw.Chance(6) ? CreationKind.Datagram : CreationKind.Stream);
    }

    /// <summary>What a variable gets.</summary>
    public Value Make(Scope scope)
    {
        var menu = new List<(int, Func<Value>)> { (40, Creation), (8, () => new Nothing()) };
        bool isNamed = scope.Variables.Count > 0;
        if (isNamed && plan.Has(Feature.Alias))
        {
            menu.Add((30, () => Read(scope)));
            menu.Add((6, () => new Cast(Read(scope), plan.Draw.Chance(50))));
            if (scope.Assignable.Count > 0)
                menu.Add((10, () => new Stored(plan.Draw.PickEarly(scope.Assignable).Name, Simple(scope))));
        }
        if (isNamed && plan.Has(Feature.Ternary) && plan.Fork(2))
            menu.Add((40, () => new Either(Opaque(), Simple(scope), Simple(scope))));
        if (isNamed && plan.Has(Feature.Coalesce))
            menu.Add((30, () => new Fallback(Read(scope), Simple(scope))));
        if (Factory(scope) is { } factory)
            menu.Add((60, () => Call(factory, scope)));
        return plan.Draw.Weighted(menu)();
    }

    /// <summary>What something is done to.</summary>
    public Value Receiver(Scope scope)
    {
        if (plan.Has(Feature.Ternary) && scope.Variables.Count > 1 && plan.Draw.Chance(15) && plan.Fork(2))
            return new Either(Opaque(), Read(scope), Read(scope));
        if (plan.Has(Feature.Coalesce) && scope.Variables.Count > 1 && plan.Draw.Chance(12))
            return new Fallback(Read(scope), Read(scope));
        if (plan.Draw.Chance(10) && Factory(scope) is { } factory)
            return Call(factory, scope);
        return Read(scope);
    }

    public Value Read(Scope scope) => new Read(plan.Draw.PickEarly(scope.Variables).Name);

    /// <summary>A variable or a new socket.</summary>
    public Value Simple(Scope scope) => scope.Variables.Count > 0 && plan.Draw.Chance(60) ? Read(scope) : Creation();

    public Condition Opaque() => new Opaque(plan.Flag());

    /// <summary>The call, with sockets in scope for arguments.</summary>
    public Call Call(Callable callable, Scope scope) => new(
        callable.Function.Name,
        callable.Form,
        callable.Owner,
        [.. callable.Function.Parameters.Select(parameter => Argument(parameter, scope))]);

    /// <summary>Can it be called here: are there variables for what it takes by reference?</summary>
    public static bool CanCall(Callable callable, Scope scope) =>
        callable.Function.Parameters.All(parameter => parameter.Modifier.Length == 0 ? scope.Variables.Count > 0 : Referable(scope).Any());

    private static IEnumerable<Variable> Referable(Scope scope) => scope.Assignable.Where(variable => !variable.IsMember);

    private Argument Argument(Parameter parameter, Scope scope) => parameter.Modifier.Length == 0
        ? new Argument("", plan.Draw.Chance(92) ? Read(scope) : Creation())
        : new Argument(parameter.Modifier, new Read(plan.Draw.PickEarly(Referable(scope).ToList()).Name));

    private Callable? Factory(Scope scope)
    {
        List<Callable> factories = scope.Functions.Where(callable => callable.Function.Result == ResultKind.Socket && CanCall(callable, scope)).ToList();
        if (factories.Count == 0)
            return null;
        Callable factory = plan.Draw.Pick(factories);
        return plan.Fork(factory.Ways) ? factory : null;
    }
}
