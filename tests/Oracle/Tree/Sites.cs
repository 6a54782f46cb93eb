namespace SocketSetup.Oracle.Tree;

/// <summary>What stands at each site of a program.</summary>
internal sealed class Sites
{
    private readonly Dictionary<int, Operation> operations = [];
    private readonly Dictionary<int, CreationKind> creations = [];

    public Sites(ProgramTree program)
    {
        foreach (object node in Nodes.Of(program))
        {
            if (node is Operate operate)
                operations[operate.Site] = operate.Operation;
            else if (node is Creation creation)
                creations[creation.Site] = creation.Kind;
        }
    }

    public IReadOnlyDictionary<int, Operation> Operations => operations;

    public IReadOnlyDictionary<int, CreationKind> Creations => creations;
}
