using SocketSetup.Oracle.Generation;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Running;

/// <summary>What a program is really made of: not everything that was planned found its place.</summary>
internal static class FeatureScan
{
    public static IReadOnlySet<Feature> Of(ProgramTree program)
    {
        List<object> nodes = Nodes.Of(program).ToList();
        HashSet<Feature> features = [.. nodes.SelectMany(Of)];
        if (nodes.OfType<Creation>().Count() > 1)
            features.Add(Feature.Several);
        if (!program.Extensions.IsEmpty)
            features.Add(Feature.Helper);
        if (!program.Main.Fields.IsEmpty)
            features.Add(Feature.Field);
        if (program.Nested.Any(type => !type.IsSocket))
            features.Add(Feature.Holder);
        return features;
    }

    private static IEnumerable<Feature> Of(object node) => node switch
    {
        Branch { Test: NullTest } => [Feature.NullTest],
        Branch => [Feature.Branch],
        Choice => [Feature.Switch],
        Loop => [Feature.Loop],
        Attempt { Handlers.IsEmpty: false, Finally: not null } => [Feature.Catch, Feature.Finally],
        Attempt { Handlers.IsEmpty: false } => [Feature.Catch],
        Attempt => [Feature.Finally],
        Jump { Kind: JumpKind.Return } => [Feature.Return],
        Using or Declare { IsUsing: true } => [Feature.Using],
        Either => [Feature.Ternary],
        Fallback or Assign { IfNull: true } => [Feature.Coalesce],
        Operate { IsConditional: true } => [Feature.ConditionalAccess],
        Operate { Operation: Operation.Hand } => [Feature.Unseen],
        Swap or Stored or Cast or Assign { Value: Read } or Declare { Value: Read } => [Feature.Alias],
        Function { Kind: FunctionKind.Lambda } => [Feature.Lambda],
        Function { Kind: FunctionKind.LocalFunction } => [Feature.LocalFunction],
        Function { Kind: FunctionKind.Property } or Function { Kind: FunctionKind.Method, Result: not ResultKind.Nothing, Parameters.IsEmpty: true } => [Feature.Factory],
        Function { Kind: FunctionKind.Method } => [Feature.Helper],
        TypeDeclaration { IsSocket: true } => [Feature.Derived],
        _ => [],
    };
}
