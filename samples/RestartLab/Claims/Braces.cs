namespace RestartLab.Claims;

/// <summary>Alternatives in braces, as a shell writes them: <c>{a,b}/c</c> is <c>a/c</c> and <c>b/c</c>.</summary>
internal static class Braces
{
    public static IEnumerable<string> Expand(string pattern)
    {
        int open = pattern.IndexOf('{', StringComparison.Ordinal);
        int close = pattern.IndexOf('}', open + 1);
        if (open < 0 || close < 0)
            return [pattern];

        return from alternative in pattern[(open + 1)..close].Split(',')
               from rest in Expand(pattern[(close + 1)..])
               select pattern[..open] + alternative + rest;
    }
}
