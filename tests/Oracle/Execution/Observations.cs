namespace SocketSetup.Oracle.Execution;

/// <summary>What all the paths of one program have shown.</summary>
internal sealed class Observations
{
    private readonly Dictionary<(int Bind, int Creation), bool> decidedByPair = [];
    private readonly Dictionary<int, SetObservation> sets = [];
    private readonly HashSet<int> listening = [];

    /// <summary>The pairs that some path reached, and whether one of them came with a decision.</summary>
    public IReadOnlyDictionary<(int Bind, int Creation), bool> Pairs => decidedByPair;

    public IReadOnlyDictionary<int, SetObservation> Sets => sets;

    /// <summary>The creations with a socket that was listened or accepted on.</summary>
    public IReadOnlySet<int> ListeningCreations => listening;

    public void Listening(int creation) => listening.Add(creation);

    public void Bound(int bind, int creation, bool isDecided) =>
        decidedByPair[(bind, creation)] = isDecided | decidedByPair.GetValueOrDefault((bind, creation));

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
