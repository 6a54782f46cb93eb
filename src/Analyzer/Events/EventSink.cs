using Microsoft.CodeAnalysis;

namespace SocketSetup.Analyzers.Events;

/// <summary>Collects the events of one block; where a path may be missing, there is nothing to say without it.</summary>
internal sealed class EventSink
{
    private readonly Body body;
    private readonly AccessPaths paths;
    private readonly List<AccessPath> temporaries = [];
    private readonly List<SocketEvent> events = [];

    public EventSink(Body body)
    {
        this.body = body;
        paths = body.Paths;
    }

    /// <summary>The object whose member the body is.</summary>
    public AccessPath This => paths.This;

    /// <summary>The owner of every static field.</summary>
    public AccessPath Statics => paths.Statics;

    public AccessPaths Paths => paths;

    /// <summary>A variable of the statement at hand, to be named by the operation.</summary>
    public AccessPath Temporary(IOperation operation, AccessPath like)
    {
        AccessPath path = paths.Root(operation, like.Type);
        temporaries.Add(path);
        return path;
    }

    public void Add(SocketEventKind kind, AccessPath? path, IOperation operation)
    {
        if (path is not null)
            events.Add(new SocketEvent(kind, path, operation));
    }

    public void Add(SocketEvent socketEvent) => events.Add(socketEvent);

    /// <summary>The body waits there.</summary>
    public void Suspend(IOperation wait)
    {
        Add(new SocketEvent(SocketEventKind.Suspended, Statics, wait));
        body.Waits = true;
    }

    /// <summary>The variable, named by its operation, ends with the statement at hand.</summary>
    public void AddTemporary(AccessPath path) => temporaries.Add(path);

    /// <summary>What is captured outlives the statement.</summary>
    public void KeepTemporary(AccessPath? path)
    {
        if (path is not null)
            temporaries.Remove(path);
    }

    public void Create(AccessPath path, Creation creation)
    {
        temporaries.Add(path);
        events.Add(new SocketEvent(SocketEventKind.Created, path, creation.Operation) { Creation = creation });
    }

    /// <summary>The constructor of a type derived from <c>Socket</c> calls that of <c>Socket</c>.</summary>
    public void CreateThis(Creation creation)
    {
        body.BaseCreation = creation;
        events.Add(new SocketEvent(SocketEventKind.Created, This, creation.Operation) { Creation = creation });
    }

    public void Alias(AccessPath target, AccessPath source, IOperation operation) =>
        events.Add(new SocketEvent(SocketEventKind.Aliased, target, operation) { Source = source });

    /// <summary>The owner of variables, which had no name of its own, now has this one.</summary>
    public void Rename(AccessPath target, AccessPath source, IOperation operation) =>
        events.Add(new SocketEvent(SocketEventKind.Renamed, target, operation) { Source = source });

    /// <summary>The variable, and every variable reached through it, now holds what is not in sight.</summary>
    public void Overwrite(AccessPath path, IOperation operation) =>
        events.Add(new SocketEvent(SocketEventKind.Overwritten, path, operation) { AndBelow = true });

    /// <summary>As <see cref="Overwrite"/>, if at all.</summary>
    public void PerhapsOverwrite(AccessPath path, IOperation operation) =>
        events.Add(new SocketEvent(SocketEventKind.PerhapsOverwritten, path, operation) { AndBelow = true });

    /// <summary>What the variable holds, and every socket reached through it, is handed to code that cannot be seen.</summary>
    public void Escape(AccessPath? path, IOperation operation)
    {
        if (path is null)
            return;
        events.Add(new SocketEvent(SocketEventKind.Escaped, path, operation) { AndBelow = true });
        LetGo(path);
    }

    /// <summary>As <see cref="Escape"/>, of every variable met so far that has the name.</summary>
    public void EscapeNamed(string name, IOperation operation)
    {
        foreach (AccessPath path in paths.All.Where(path => path.Symbol?.Name == name).ToList())
            Escape(path, operation);
    }

    /// <summary>What the variable holds is handed to the framework, which decides nothing but may keep it.</summary>
    public void Lend(AccessPath? path, IOperation operation)
    {
        if (path is null)
            return;
        events.Add(new SocketEvent(SocketEventKind.Shared, path, operation) { AndBelow = true });
        LetGo(path);
    }

    /// <summary>The variable, or the owner of variables, gets a second name that is not followed: neither is the first from now on, nor was it.</summary>
    public void GiveSecondName(AccessPath? path, IOperation operation)
    {
        Escape(path, operation);
        if (path is not null && !ReferenceEquals(path, paths.Statics))
            body.Aliased.Add(path);
    }

    /// <summary>The object itself is given back: it has two names from then on, but only where the caller keeps it.</summary>
    public void ReturnThis(AccessPath result, IOperation operation)
    {
        GiveSecondName(result, operation);
        body.ReturnsThis = true;
    }

    /// <summary>Unseen code runs, or an option is set on a socket that is reached in a way that is not followed.</summary>
    public void ReachLent() => body.ReachesLent = true;

    /// <summary>A decision about a socket that is reached in a way that is not followed.</summary>
    public void DecideUnseen() => body.DecidesUnseen = true;

    public void ForgetTemporaries()
    {
        if (temporaries.Count == 0)
            return;
        foreach (AccessPath path in temporaries.Distinct())
            events.Add(new SocketEvent(SocketEventKind.Forgotten, path, (IOperation)path.Key) { AndBelow = true });
        temporaries.Clear();
    }

    /// <summary>The events so far; the sink is empty then.</summary>
    public SocketEvent[] Take()
    {
        SocketEvent[] taken = [.. events];
        events.Clear();
        return taken;
    }

    /// <summary>The owner of sockets that others know is not followed at all: they may act on it at any call. <c>this</c> everybody knows.</summary>
    private void LetGo(AccessPath path)
    {
        if (!path.CanHoldSocket && !ReferenceEquals(path, paths.This) && !ReferenceEquals(path, paths.Statics))
            body.Aliased.Add(path);
    }
}
