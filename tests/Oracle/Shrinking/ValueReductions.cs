using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Shrinking;

/// <summary>Expressions that are one step smaller.</summary>
internal static class ValueReductions
{
    public static IEnumerable<Value> Of(Value value) => value switch
    {
        Creation { Kind: not CreationKind.Stream } creation => [creation with { Kind = CreationKind.Stream }],
        Either either => [either.WhenTrue, either.WhenFalse],
        Fallback fallback => [fallback.First, fallback.Second],
        Cast cast => [cast.Of],
        Stored stored => [stored.Of, new Read(stored.Target)],
        Call call => call.Arguments.Select(argument => argument.Value).Concat(OfArguments(call)),
        _ => [],
    };

    public static IEnumerable<Call> OfArguments(Call call) =>
        Lists.Changed(call.Arguments, argument => Of(argument.Value).Select(smaller => argument with { Value = smaller })).Select(arguments => call with { Arguments = arguments });
}
