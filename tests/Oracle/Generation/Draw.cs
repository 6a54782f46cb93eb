using CsCheck;

namespace SocketSetup.Oracle.Generation;

/// <summary>Random choices, of which all come from one generator.</summary>
internal sealed class Draw
{
    private readonly PCG random;

    public Draw(PCG random) => this.random = random;

    /// <summary>From 0 up to, but not including, the bound.</summary>
    public int Below(int bound) => (int)random.Next((uint)bound);

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> list) => list[Below(list.Count)];

    /// <summary>The first more often than the others together, so that what is done meets at the same place.</summary>
    public T PickEarly<T>(IReadOnlyList<T> list) => Chance(55) ? list[0] : Pick(list);

    /// <summary>One of the options, by weight.</summary>
    public T Weighted<T>(IReadOnlyList<(int Weight, T Option)> menu)
    {
        int rest = Below(menu.Sum(entry => entry.Weight));
        foreach ((int weight, T option) in menu)
        {
            rest -= weight;
            if (rest < 0)
                return option;
        }
        throw new InvalidOperationException("The menu is empty.");
    }
}
