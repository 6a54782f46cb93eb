using System.Collections.Immutable;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Generation;

/// <summary>Makes what control flow is made of.</summary>
internal sealed class FlowMaker
{
    private readonly Plan plan;
    private readonly ValueMaker values;
    private readonly StatementMaker statements;

    public FlowMaker(Plan plan, ValueMaker values, StatementMaker statements)
    {
        this.plan = plan;
        this.values = values;
        this.statements = statements;
    }

    public void Offer(List<(int, Func<Statement?>)> menu, Scope scope)
    {
        Offer(Feature.Branch, 32, () => Branch(scope, values.Opaque()));
        Offer(Feature.Switch, 28, () => Choice(scope));
        Offer(Feature.Loop, 28, () => Loop(scope));
        Offer(Feature.Catch, 30, () => Attempt(scope, hasHandlers: true, plan.Has(Feature.Finally) && plan.Draw.Chance(40)));
        Offer(Feature.Finally, 28, () => Attempt(scope, plan.Has(Feature.Catch) && plan.Draw.Chance(30), hasFinally: true));
        Offer(Feature.Using, 24, () => Using(scope));
        Offer(Feature.NullTest, 32, () => NullTest(scope));
        Offer(Feature.Return, 14, () => Leave(scope));

        void Offer(Feature feature, int weight, Func<Statement?> make)
        {
            if (plan.Has(feature))
                menu.Add((weight, make));
        }
    }

    /// <summary>How a block is left, if not at its end.</summary>
    public ImmutableArray<Statement> Jump(Scope scope)
    {
        var menu = new List<(int, Statement?)> { (80, null) };
        if (scope.CanBreak)
            menu.Add((16, new Jump(JumpKind.Break)));
        if (scope.CanContinue)
            menu.Add((8, new Jump(JumpKind.Continue)));
        if (scope.Returns == ResultKind.Nothing && plan.Has(Feature.Return))
            menu.Add((25, new Jump(JumpKind.Return)));
        if (scope.Returns == ResultKind.Socket && (plan.Has(Feature.Return) || plan.Has(Feature.Factory)))
            menu.Add((30, new Return(values.Simple(scope), null)));
        if (scope.IsHandler)
            menu.Add((15, new Jump(JumpKind.Rethrow)));
        if (plan.Has(Feature.Catch))
            menu.Add((5, new Jump(JumpKind.Throw)));
        return plan.Draw.Weighted(menu) is { } jump ? [jump] : [];
    }

    private Branch? Branch(Scope scope, Condition test)
    {
        if (test is Opaque && !plan.Fork(2))
            return null;
        Scope then = scope.Inner();
        if (test is NullTest { Designation: { } designation })
            then.Variables.Insert(0, new Variable(designation, IsAssignable: false));
        return new Branch(test, statements.Block(then), plan.Draw.Chance(40) ? statements.Block(scope.Inner()) : null);
    }

    private Branch? NullTest(Scope scope)
    {
        if (scope.Variables.Count == 0)
            return null;
        NullTestForm form = plan.Draw.Pick([NullTestForm.IsNull, NullTestForm.IsNotNull, NullTestForm.Pattern]);
        return Branch(scope, new NullTest(plan.Draw.PickEarly(scope.Variables).Name, form, form == NullTestForm.Pattern ? plan.NewName("p") : null));
    }

    private Choice? Choice(Scope scope)
    {
        int sections = 2 + plan.Draw.Below(2);
        // A break in a section leaves the switch statement, as its end does.
        return plan.Fork(sections) ? new Choice([.. Enumerable.Range(0, sections).Select(_ => statements.Block(scope.Inner() with { CanBreak = false }))]) : null;
    }

    private Loop? Loop(Scope scope)
    {
        if (!plan.Fork(3))
            return null;
        LoopKind kind = plan.Draw.Pick([LoopKind.While, LoopKind.For, LoopKind.Do, LoopKind.While, LoopKind.Forever]);
        Block body = statements.Block(scope.Loop());
        if (kind == LoopKind.Forever && !Nodes.Of(body).Any(node => node is Jump { Kind: JumpKind.Break }))
            kind = LoopKind.While;
        return new Loop(kind, body);
    }

    private Attempt? Attempt(Scope scope, bool hasHandlers, bool hasFinally)
    {
        if (!plan.Fork(3))
            return null;
        Block body = statements.Block(scope.Inner());
        ImmutableArray<Handler>.Builder handlers = ImmutableArray.CreateBuilder<Handler>();
        if (hasHandlers)
        {
            bool isSelective = plan.Draw.Chance(30);
            if (isSelective)
                handlers.Add(Handler(scope, plan.Draw.Pick([HandlerKind.Filtered, HandlerKind.Specific])));
            if (!isSelective || plan.Draw.Chance(30))
                handlers.Add(Handler(scope, plan.Draw.Pick([HandlerKind.Bare, HandlerKind.All])));
        }
        return new Attempt(body, handlers.ToImmutable(), hasFinally ? statements.Block(scope.Finally()) : null);
    }

    private Handler Handler(Scope scope, HandlerKind kind) => new(kind, statements.Block(scope.Inner() with { IsHandler = true }));

    private Statement Using(Scope scope)
    {
        Value value = values.Make(scope);
        if (plan.Draw.Chance(50))
            return statements.Declare(scope, value, isUsing: true);
        Scope inner = scope.Inner();
        var variable = new Variable(plan.NewName("s"), IsAssignable: false);
        inner.Variables.Insert(0, variable);
        return new Using(variable.Name, value, statements.Block(inner));
    }

    private Branch? Leave(Scope scope)
    {
        if (scope.Returns is not ResultKind.Nothing || !plan.Fork(1.5))
            return null;
        return new Branch(values.Opaque(), new Block([.. statements.Statements(scope.Inner(), plan.Draw.Below(2)), new Jump(JumpKind.Return)]), null);
    }
}
