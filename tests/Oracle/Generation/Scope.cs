using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Generation;

/// <summary>What can be named, and where control can go, at one place of the program.</summary>
internal sealed record Scope
{
    public List<Variable> Variables { get; private init; } = [];

    public List<Callable> Functions { get; private init; } = [];

    /// <summary>What a return statement gives; null where there may be none.</summary>
    public ResultKind? Returns { get; init; } = ResultKind.Nothing;

    public bool CanBreak { get; init; }

    public bool CanContinue { get; init; }

    public bool IsHandler { get; init; }

    public int Depth { get; private init; }

    public IReadOnlyList<Variable> Assignable => Variables.Where(variable => variable.IsAssignable).ToList();

    /// <summary>A block in it: what is declared there is not seen outside.</summary>
    public Scope Inner() => this with { Variables = [.. Variables], Functions = [.. Functions], Depth = Depth + 1 };

    /// <summary>A finally block: nothing jumps out of it.</summary>
    public Scope Finally() => Inner() with { Returns = null, CanBreak = false, CanContinue = false, IsHandler = false };

    public Scope Loop() => Inner() with { CanBreak = true, CanContinue = true };

    /// <summary>The body of a lambda or local function, which cannot assign a readonly field, not even in a constructor.</summary>
    public Scope NestedFunction(ResultKind result)
    {
        Scope scope = Function(result);
        for (int i = 0; i < scope.Variables.Count; i++)
            scope.Variables[i] = scope.Variables[i] with { IsAssignable = scope.Variables[i] is { IsAssignable: true, IsReadOnly: false } };
        return scope;
    }

    /// <summary>The body of a function nested in it, which cannot capture what is passed by reference.</summary>
    public Scope Function(ResultKind result) => new()
    {
        Variables = [.. Variables.Where(variable => !variable.IsByReference)],
        Functions = [.. Functions],
        Returns = result,
        Depth = Depth + 1,
    };
}

/// <param name="Name">As the source names it here.</param>
/// <param name="IsAssignable">Can it get another socket?</param>
/// <param name="IsByReference">Is it a parameter passed by reference?</param>
/// <param name="IsMember">
/// Is it a property, or a field of the program or of the holder that the program keeps? None is passed by reference: a
/// property cannot be, and a field that a function knows by its name and by reference is one thing with two names, which
/// the analysis does not follow.
/// </param>
/// <param name="IsReadOnly">Is it a field that only a constructor assigns?</param>
internal sealed record Variable(string Name, bool IsAssignable, bool IsByReference = false, bool IsMember = false, bool IsReadOnly = false);

/// <param name="Function">What is called.</param>
/// <param name="Form">How it is called.</param>
/// <param name="Owner">The object it is called on.</param>
/// <param name="Ways">How many paths part in it.</param>
internal sealed record Callable(Function Function, CallForm Form, string? Owner, double Ways);
