using System.Globalization;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Generation;

/// <summary>What one program is to be like, and what is left of its budget.</summary>
internal sealed class Plan
{
    private readonly HashSet<Feature> features = [];
    private double paths;
    private int sites;
    private int names;

    /// <param name="draw">Where chance comes from.</param>
    /// <param name="allowed">What the program may be made of.</param>
    public Plan(Draw draw, IReadOnlyList<Feature> allowed)
    {
        Draw = draw;
        int wanted = Math.Min(allowed.Count, 2 + draw.Below(4));
        while (features.Count < wanted)
            features.Add(draw.Pick(allowed));
        Closes = draw.Chance(40) || features.Contains(Feature.Using);
        Decisions = draw.Pick([4, 8, 12, 16]);
        IsHeard = draw.Chance(80);
        Statements = 4 + draw.Below(8);
    }

    public Draw Draw { get; }

    /// <summary>May sockets be closed? Then nobody only listens: what is listened on and closed may be a probe.</summary>
    public bool Closes { get; }

    /// <summary>How often a decision is made, of ten.</summary>
    public int Decisions { get; }

    /// <summary>Is somebody going to accept?</summary>
    public bool IsHeard { get; }

    /// <summary>How many statements may still come.</summary>
    public int Statements { get; set; }

    public bool Has(Feature feature) => features.Contains(feature);

    public int NewSite() => ++sites;

    public string NewName(string prefix) => prefix + (++names).ToString(CultureInfo.InvariantCulture);

    public string NewMember(string prefix) => Names.Member(NewName(prefix));

    /// <summary>Begins a body in which at most so many paths part.</summary>
    public void Begin(double most) => paths = most;

    /// <summary>Takes a fork of so many ways out of the budget, if it is left.</summary>
    public bool Fork(double ways)
    {
        if (paths < ways)
            return false;
        paths /= ways;
        return true;
    }

    /// <summary>Is what is being made outside of the main class, whose types it cannot name?</summary>
    public bool IsOutside { get; set; }

    /// <summary>How many paths are left.</summary>
    public double Paths => paths;

    /// <summary>A flag that nobody knows.</summary>
    public string Flag() => Draw.Pick(["A", "B", "C", "D"]);
}
