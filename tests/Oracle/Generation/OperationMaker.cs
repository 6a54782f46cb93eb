using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Generation;

/// <summary>Makes what is done to a socket.</summary>
internal sealed class OperationMaker
{
    private readonly Plan plan;
    private readonly ValueMaker values;
    private readonly List<(int Weight, Operation Operation)> menu;

    public OperationMaker(Plan plan, ValueMaker values)
    {
        this.plan = plan;
        this.values = values;
        menu = Menu();
    }

    public Operate Make(Scope scope)
    {
        Operation operation = plan.Draw.Weighted(menu);
        return On(values.Receiver(scope), operation);
    }

    public Operate On(Value socket, Operation operation)
    {
        bool isConditional = plan.Has(Feature.ConditionalAccess) && !operation.IsAssignment() && operation != Operation.Hand && socket is not Read { Name: "this" } && plan.Draw.Chance(50);
        return new Operate(plan.NewSite(), socket, operation, isConditional);
    }

    private List<(int, Operation)> Menu()
    {
        var menu = new List<(int, Operation)>
        {
            (260, Operation.Bind),
            (80, Operation.Accept),
            (8 * plan.Decisions, Operation.ReuseTrue),
            (8 * plan.Decisions, Operation.ReuseFalse),
            (3 * plan.Decisions, Operation.ReuseVariable),
            (2 * plan.Decisions, Operation.ExclusiveTrue),
            (2 * plan.Decisions, Operation.ExclusiveFalse),
            (1 * plan.Decisions, Operation.ExclusiveVariable),
            (1 * plan.Decisions, Operation.ExclusiveOptionTrue),
            (1 * plan.Decisions, Operation.ExclusiveOptionFalse),
            (2 * plan.Decisions, Operation.RawReuse),
            (12, Operation.NoDelay),
            (8, Operation.BufferSize),
            (8, Operation.KeepAlive),
            (8, Operation.ReceiveTimeout),
        };
        if (plan.Closes)
            menu.AddRange([(40, Operation.Close), (30, Operation.Dispose)]);
        else
            menu.Add((50, Operation.Listen));
        if (plan.Has(Feature.Unseen))
            menu.Add((90, Operation.Hand));
        return menu;
    }
}
