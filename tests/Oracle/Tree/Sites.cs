namespace SocketSetup.Oracle.Tree;

/// <summary>What stands at each site of a program.</summary>
internal sealed class Sites
{
    private readonly Dictionary<int, Operation> operations = [];
    private readonly Dictionary<int, CreationKind> creations = [];
    private readonly HashSet<int> factories = [];

    public Sites(ProgramTree program)
    {
        foreach (object node in Nodes.Of(program))
        {
            if (node is Operate operate)
                operations[operate.Site] = operate.Operation;
            else if (node is Creation creation)
                creations[creation.Site] = creation.Kind;
            else if (node is Function { Result: not ResultKind.Nothing } function)
                factories.UnionWith(Nodes.Of(function.Body).OfType<Creation>().Select(creation => creation.Site));
        }
    }

    public IReadOnlyDictionary<int, Operation> Operations => operations;

    public IReadOnlyDictionary<int, CreationKind> Creations => creations;

    /// <summary>The creations in functions that may give what they make to their callers.</summary>
    public IReadOnlySet<int> Factories => factories;
}
