namespace SocketSetup.Oracle.Execution;

/// <summary>What all the paths of one program have shown.</summary>
internal sealed class Observations
{
    private readonly Dictionary<(int Bind, int Creation), bool> decidedByPair = [];
    private readonly Dictionary<int, SetObservation> sets = [];
    private readonly HashSet<int> listeningUnbound = [];
    private readonly HashSet<(int Bind, int Creation)> listeningPairs = [];

    /// <summary>The pairs that some path reached, and whether one of them came with a decision.</summary>
    public IReadOnlyDictionary<(int Bind, int Creation), bool> Pairs => decidedByPair;

    public IReadOnlyDictionary<int, SetObservation> Sets => sets;

    /// <summary>The creations with a socket that was listened or accepted on before it was bound.</summary>
    public IReadOnlySet<int> ListeningUnbound => listeningUnbound;

    /// <summary>The pairs of which one and the same socket was listened or accepted on.</summary>
    public IReadOnlySet<(int Bind, int Creation)> ListeningPairs => listeningPairs;

    public void Listening(TracedSocket socket)
    {
        socket.IsListening = true;
        if (socket.BoundAt is { } bind)
            listeningPairs.Add((bind, socket.Site));
        else
            listeningUnbound.Add(socket.Site);
    }

    public void Bound(int bind, TracedSocket socket)
    {
        decidedByPair[(bind, socket.Site)] = socket.WasDecided | decidedByPair.GetValueOrDefault((bind, socket.Site));
        if (socket.IsListening)
            listeningPairs.Add((bind, socket.Site));
    }

    public void Set(int site, TracedSocket socket)
    {
        if (!sets.TryGetValue(site, out SetObservation? set))
            sets[site] = set = new SetObservation();
        if (socket.BoundAt is { } bind)
            set.Binds.Add(bind);
        else
            set.CameInTime = true;
        set.MetDecided |= socket.BoundAt is not null && socket.WasDecided;
        set.MetOtherThanStream |= !socket.IsStream;
    }
}

/// <summary>What the sockets were like on which an option was set at one site.</summary>
internal sealed class SetObservation
{
    /// <summary>Was one of them not bound yet?</summary>
    public bool CameInTime { get; set; }

    /// <summary>Was one of them bound after a decision?</summary>
    public bool MetDecided { get; set; }

    public bool MetOtherThanStream { get; set; }

    /// <summary>Where they were bound.</summary>
    public HashSet<int> Binds { get; } = [];
}
