namespace SocketSetup.Oracle.Execution;

/// <summary>Runs every path of a program: depth first, each by a replay of its choices.</summary>
internal static class PathEnumeration
{
    /// <summary>Null where there are more paths than the bounds allow.</summary>
    public static PathsRun? Run(Action program, Bounds bounds, bool isIndependent)
    {
        var observations = new Observations();
        var choices = new List<bool>();
        for (int paths = 1; paths <= bounds.Paths; paths++)
        {
            Run(program, new PathRun(choices, bounds, observations, isIndependent));
            int last = choices.LastIndexOf(false);
            if (last < 0)
                return new PathsRun(observations, paths);
            choices.RemoveRange(last, choices.Count - last);
            choices.Add(true);
        }
        return null;
    }

    private static void Run(Action program, PathRun path)
    {
        Twin.Current = path;
        try
        {
            program();
        }
        catch (Exception e) when (e is PlannedException || e.GetType() == typeof(Exception))
        {
            // Nobody caught it: the path ends.
        }
        finally
        {
            path.CloseAll();
        }
    }
}

/// <param name="Observations">What they have shown together.</param>
/// <param name="Paths">How many there are.</param>
internal sealed record PathsRun(Observations Observations, int Paths);
