using System.Collections.Immutable;

namespace SocketSetup.Oracle.Comparison;

/// <summary>What is reported on a program, in its own numbers: SOCK001 for pairs of a bind and a creation, SOCK002 for sets.</summary>
internal sealed record Report(ImmutableHashSet<(int Bind, int Creation)> Undecided, ImmutableHashSet<int> Late)
{
    public static readonly Report Empty = new([], []);

    public bool IsEmpty => Undecided.IsEmpty && Late.IsEmpty;

    /// <summary>By what is in it: a set equals only itself.</summary>
    public bool Equals(Report? other) => other is not null && Undecided.SetEquals(other.Undecided) && Late.SetEquals(other.Late);

    public override int GetHashCode() => HashCode.Combine(Undecided.Count, Late.Count);

    public Report Union(Report other) => new(Undecided.Union(other.Undecided), Late.Union(other.Late));

    public Report Intersect(Report other) => new(Undecided.Intersect(other.Undecided), Late.Intersect(other.Late));

    public Report Except(Report other) => new(Undecided.Except(other.Undecided), Late.Except(other.Late));
}
