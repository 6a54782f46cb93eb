using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Execution;

/// <summary>All that the executed text calls. Each thread runs one path at a time. Public, since that text is an assembly of its own.</summary>
public static class Twin
{
    [ThreadStatic]
    private static PathRun? current;

    internal static PathRun Current
    {
        get => current ?? throw new InvalidOperationException("No path is being run.");
        set => current = value;
    }

    /// <summary>How many blocks of a try are being run.</summary>
    public static int Depth => Current.Depth;

    public static void Do(TracedSocket? socket, Operation operation, int site) => Current.Do(socket, operation, site);

    /// <summary>An opaque condition.</summary>
    public static bool Ask()
    {
        Current.Point(isChanged: false);
        return Current.Ask();
    }

    /// <summary>The section that a switch statement takes.</summary>
    public static int Pick(int sections)
    {
        Current.Point(isChanged: false);
        int section = 0;
        while (section < sections - 1 && !Current.Ask())
            section++;
        return section;
    }

    /// <summary>Another turn of a loop?</summary>
    public static bool Turn(ref int turns)
    {
        Current.Point(isChanged: false);
        if (turns >= Current.Bounds.Turns || !Current.Ask())
            return false;
        turns++;
        return true;
    }

    /// <summary>Another turn of a loop that does not end by itself; the path ends where there were enough.</summary>
    public static void Forever(ref int turns)
    {
        if (turns++ >= Current.Bounds.Turns)
            Current.Abandon();
    }

    /// <summary>Another call by itself?</summary>
    public static bool Again(int id)
    {
        Current.Point(isChanged: false);
        return Current.Again(id);
    }

    /// <summary>Another call from outside? No path needs to stop before the last: it has seen by then what a shorter one sees.</summary>
    public static bool CallAgain(ref int calls) => calls++ < Current.Bounds.Calls;

    /// <summary>A socket just before it is compared with null.</summary>
    public static TracedSocket? Compared(TracedSocket? socket)
    {
        Current.Point(isChanged: false);
        return Current.Compared(socket);
    }

    public static void Point() => Current.Point(isChanged: true);

    public static void PointIfChanged() => Current.Point(isChanged: false);

    public static void EnterTry() => Current.EnterTry();

    public static void LeaveTry(int depth) => Current.LeaveTry(depth);

    /// <summary>Is the exception one of the program's own?</summary>
    public static bool Catches() => !Current.IsAbandoned;

    /// <summary>A filter, or a type that may not be the exception's.</summary>
    public static bool MayCatch() => !Current.IsAbandoned && Current.Ask();
}
