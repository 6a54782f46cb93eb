namespace SocketSetup.Mutants;

/// <summary>A question of the analyzer's tests.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactAttribute : Attribute;

/// <summary>A question that is asked of several rows.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TheoryAttribute : Attribute;

/// <summary>One of the rows.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class InlineDataAttribute(params object?[]? values) : Attribute
{
    public IReadOnlyList<object?> Values { get; } = values ?? [null];
}

/// <summary>The property that the rows are in.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MemberDataAttribute(string property) : Attribute
{
    public string Property { get; } = property;
}

/// <summary>Rows of one value.</summary>
public sealed class TheoryData<T> : List<T>;

/// <summary>Rows of two values.</summary>
public sealed class TheoryData<T1, T2> : List<(T1, T2)>;
