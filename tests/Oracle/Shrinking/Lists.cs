using System.Collections.Immutable;

namespace SocketSetup.Oracle.Shrinking;

/// <summary>Lists that are one step smaller.</summary>
internal static class Lists
{
    public static IEnumerable<ImmutableArray<T>> Smaller<T>(ImmutableArray<T> list, Func<T, IEnumerable<T>> smaller) => Without(list).Concat(Changed(list, smaller));

    /// <summary>Without one of the elements.</summary>
    public static IEnumerable<ImmutableArray<T>> Without<T>(ImmutableArray<T> list) => Enumerable.Range(0, list.Length).Select(list.RemoveAt);

    /// <summary>With one of the elements made smaller.</summary>
    public static IEnumerable<ImmutableArray<T>> Changed<T>(ImmutableArray<T> list, Func<T, IEnumerable<T>> smaller) =>
        Enumerable.Range(0, list.Length).SelectMany(i => smaller(list[i]).Select(element => list.RemoveAt(i).Insert(i, element)));
}
