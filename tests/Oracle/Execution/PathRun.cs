using System.Net.Sockets;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Execution;

/// <summary>One path through a program: it follows the choices it was given and appends the ones it was not.</summary>
internal sealed class PathRun
{
    private readonly List<bool> choices;
    private readonly Observations observations;
    private readonly bool isIndependent;
    private readonly List<TracedSocket> sockets = [];
    private readonly Dictionary<int, int> recursions = [];
    private int taken;
    private bool isChanged;

    /// <param name="choices">The choices; those beyond the end are taken as false and appended.</param>
    /// <param name="bounds">How far to go.</param>
    /// <param name="observations">Where to note what happens.</param>
    /// <param name="isIndependent">
    /// Are tests for null choices too? What contradicts the choice does not exist on the path then, and nothing else is
    /// concluded from it: conditions are independent of each other.
    /// </param>
    public PathRun(List<bool> choices, Bounds bounds, Observations observations, bool isIndependent)
    {
        this.choices = choices;
        Bounds = bounds;
        this.observations = observations;
        this.isIndependent = isIndependent;
    }

    public Bounds Bounds { get; }

    public int Depth { get; private set; }

    /// <summary>Has the path come to its bounds? Nothing that it does from there on counts.</summary>
    public bool IsAbandoned { get; private set; }

    public bool Ask()
    {
        if (IsAbandoned)
            return false;
        if (taken == choices.Count)
            choices.Add(false);
        return choices[taken++];
    }

    public bool Again(int id)
    {
        int count = recursions.GetValueOrDefault(id);
        if (count >= Bounds.Recursion || !Ask())
            return false;
        recursions[id] = count + 1;
        return true;
    }

    public void Abandon()
    {
        IsAbandoned = true;
        throw new PlannedException();
    }

    public void EnterTry()
    {
        Depth++;
        isChanged = true;
    }

    public void LeaveTry(int depth)
    {
        Depth = depth;
        isChanged = true;
    }

    /// <summary>An exception may be thrown here, where it makes a difference: inside a try, and if anything happened since the last time.</summary>
    public void Point(bool isChanged)
    {
        if (Depth == 0 || !(isChanged || this.isChanged))
            return;
        this.isChanged = false;
        if (Ask())
            throw new PlannedException();
    }

    public TracedSocket? Compared(TracedSocket? socket)
    {
        if (!isIndependent || IsAbandoned)
            return socket;
        if (!Ask())
        {
            if (socket is not null)
                socket.IsGhost = true;
            return null;
        }
        return socket ?? new TracedSocket(0, true) { IsGhost = true };
    }

    public void Created(TracedSocket socket)
    {
        sockets.Add(socket);
        isChanged = true;
    }

    public void Do(TracedSocket? socket, Operation operation, int site)
    {
        Point(isChanged: false);
        if (IsAbandoned || socket is null || socket.IsGhost)
            return;
        if (socket.IsClosed)
            return;
        if (operation is Operation.Accept or Operation.Listen)
            observations.Listening(socket);
        isChanged |= operation < Operation.NoDelay && operation is not (Operation.Accept or Operation.Listen);
        if (operation.IsSet())
            observations.Set(site, socket);
        bool bindsNow = operation == Operation.Bind && socket.BoundAt is null;
        try
        {
            Effects.Apply(socket, operation, site);
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException)
        {
            // What the system refuses has no effect.
        }
        // A socket that comes back bound says nothing against the bind, but a decision made on the way is one.
        if (operation == Operation.Bind && (bindsNow || socket.WasDecided))
            observations.Bound(site, socket);
    }

    /// <summary>Something happened that an exception after it could tell from one before it.</summary>
    public void Change() => isChanged = true;

    public void CloseAll()
    {
        foreach (TracedSocket socket in sockets)
            socket.Dispose();
    }
}
