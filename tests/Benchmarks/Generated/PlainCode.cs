namespace SocketSetup.Benchmarks.Generated;

/// <summary>Code as most code is: fields, loops, queries, strings and calls of other classes, and no socket.</summary>
internal static class PlainCode
{
    private const int LinesOfAClass = 50;

    /// <summary>Files of so many lines in all, none of which names a socket.</summary>
    public static IEnumerable<string> Files(int lines, int linesOfAFile = 500)
    {
        for (int from = 0; from < lines; from += linesOfAFile)
            yield return File(from / LinesOfAClass, Math.Min(linesOfAFile, lines - from));
    }

    /// <summary>One file, whose first class has the number; each class calls the one before it.</summary>
    public static string File(int first, int lines) =>
        string.Concat(Enumerable.Range(first, Math.Max(1, lines / LinesOfAClass)).Select(Class));

    private static string Class(int number) => $$"""
        namespace Plain.Part{{number % 20}}
        {
            /// <summary>Keeps the orders of region {{number}}.</summary>
            public sealed class Orders{{number}}
            {
                private readonly System.Collections.Generic.Dictionary<string, int> totals = new System.Collections.Generic.Dictionary<string, int>();
                private readonly System.Collections.Generic.List<string> names = new System.Collections.Generic.List<string>();
                private int revision = {{number}};
                public int Revision => revision;

                public void Add(string name, int amount)
                {
                    if (string.IsNullOrEmpty(name))
                        throw new System.ArgumentException("An order has a name.", nameof(name));
                    if (totals.TryGetValue(name, out int total))
                        totals[name] = total + amount;
                    else
                        totals.Add(name, amount);
                    names.Add(name.Trim().ToUpperInvariant());
                    revision++;
                }

                public System.Collections.Generic.IEnumerable<string> Largest(int count) =>
                    System.Linq.Enumerable.Take(System.Linq.Enumerable.Where(names, name => name.Length > {{number % 7}} && totals.Count > count), count);

                public int Sum(int[] weights)
                {
                    int sum = {{Previous(number)}};
                    for (int i = 0; i < weights.Length; i++)
                    {
                        switch (weights[i] % 3)
                        {
                            case 0: sum += weights[i]; break;
                            case 1: sum -= weights[i] / 2; break;
                            default: sum ^= {{number}}; break;
                        }
                    }
                    return sum;
                }

                public string Describe(string prefix)
                {
                    var text = new System.Text.StringBuilder(prefix);
                    foreach (System.Collections.Generic.KeyValuePair<string, int> pair in totals)
                        text.Append(pair.Key).Append(": ").Append(pair.Value).AppendLine();
                    try { return text.ToString().Substring(revision % 2); }
                    catch (System.ArgumentOutOfRangeException) { return $"{prefix} {{number}}"; }
                }
            }
        }

        """;

    private static string Previous(int number) =>
        number % 20 == 0 ? "0" : $"new Plain.Part{(number - 1) % 20}.Orders{number - 1}().Revision";
}
