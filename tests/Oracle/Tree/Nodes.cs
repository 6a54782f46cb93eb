namespace SocketSetup.Oracle.Tree;

/// <summary>Every node of a tree, outer ones first.</summary>
internal static class Nodes
{
    public static IEnumerable<object> Of(ProgramTree program) =>
        program.Nested.Prepend(program.Main).SelectMany(Of).Concat(program.Extensions.SelectMany(Of));

    private static IEnumerable<object> Of(TypeDeclaration type) =>
        type.Fields.SelectMany(field => Optional(field.Initializer).Prepend(field))
            .Concat(type.Constructor is { } constructor ? Of(constructor) : [])
            .Concat(type.Methods.SelectMany(Of))
            .Prepend(type);

    private static IEnumerable<object> Of(Function function) => Of(function.Body).Prepend(function);

    public static IEnumerable<object> Of(Block? block) => block is null ? [] : block.Statements.SelectMany(Of);

    private static IEnumerable<object> Of(Statement statement) => (statement switch
    {
        Declare declare => Of(declare.Value),
        DeclareHolder declare => declare.Arguments.SelectMany(Of),
        Assign assign => Of(assign.Value),
        Unpack unpack => Of(unpack.From),
        Operate operate => Of(operate.On),
        Invoke invoke => Of(invoke.Call),
        Branch branch => Of(branch.Then).Concat(Of(branch.Else)).Prepend(branch.Test),
        Choice choice => choice.Sections.SelectMany(Of),
        Loop loop => Of(loop.Body),
        Attempt attempt => Of(attempt.Body).Concat(attempt.Handlers.SelectMany(handler => Of(handler.Body).Prepend(handler))).Concat(Of(attempt.Finally)),
        Using block => Of(block.Value).Concat(Of(block.Body)),
        Return given => Of(given.Value).Concat(Optional(given.Second)),
        Nested nested => Of(nested.Function),
        _ => [],
    }).Prepend(statement);

    private static IEnumerable<object> Of(Value value) => (value switch
    {
        Either either => Of(either.WhenTrue).Concat(Of(either.WhenFalse)).Prepend(either.Test),
        Fallback fallback => Of(fallback.First).Concat(Of(fallback.Second)),
        Cast cast => Of(cast.Of),
        Stored stored => Of(stored.Of),
        Call call => call.Arguments.SelectMany(argument => Of(argument.Value)),
        _ => [],
    }).Prepend(value);

    private static IEnumerable<object> Optional(Value? value) => value is null ? [] : Of(value);
}
