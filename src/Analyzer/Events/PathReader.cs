using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>Reads which variable an operand of one graph stands for.</summary>
internal sealed class PathReader
{
    private readonly ControlFlowGraph graph;
    private readonly AccessPaths paths;
    private readonly SocketSymbols symbols;
    private readonly DirectLambdas lambdas;

    /// <summary>Captures that stand for another path: of a place that is assigned, as by <c>??=</c>, or of the owner of a member.</summary>
    private readonly Dictionary<CaptureId, AccessPath?> standIns = [];

    /// <summary>The values of the captures that have but one.</summary>
    private readonly Dictionary<CaptureId, IOperation> singleValues = [];

    public PathReader(ControlFlowGraph graph, AccessPaths paths, SocketSymbols symbols, DirectLambdas lambdas)
    {
        this.lambdas = lambdas;
        this.graph = graph;
        this.paths = paths;
        this.symbols = symbols;
        FindStandIns();
    }

    /// <summary>Null where the operand is no variable that can be followed.</summary>
    public AccessPath? Resolve(IOperation operand) => Resolve(operand, 0);

    /// <summary>Do the sockets of an object of the type stay in it?</summary>
    public bool Encapsulates(ITypeSymbol? type) => Encapsulation.Holds(type, symbols);

    /// <summary>The property that an assignment's target is, however the graph has split it.</summary>
    public IPropertyReferenceOperation? AssignedProperty(IOperation target) => Uncaptured(Operands.Unwrap(target)) as IPropertyReferenceOperation;

    public bool IsSocketMember(ISymbol member) => SymbolEqualityComparer.Default.Equals(member.ContainingType, symbols.Socket);

    /// <summary>What a capture of but one value stands for; any other operand itself.</summary>
    public IOperation Uncaptured(IOperation operand) =>
        operand is IFlowCaptureReferenceOperation capture && singleValues.TryGetValue(capture.Id, out IOperation? value) ? Operands.Unwrap(value) : operand;

    /// <summary>The variable that a capture is; null where it stands for another.</summary>
    public AccessPath? Captured(IFlowCaptureOperation capture) => standIns.ContainsKey(capture.Id) ? null : OfCapture(capture.Id, capture.Value.Type);

    private AccessPath? Resolve(IOperation operand, int depth)
    {
        // A member of a member of a member: past what is followed it is unseen, and never deep recursion.
        if (depth > AccessPaths.MaximumLength)
            return null;
        IOperation operation = Operands.Unwrap(operand);
        switch (operation)
        {
            case ILocalReferenceOperation { Local: { RefKind: RefKind.None } local }:
                return IsThis(local) ? paths.This : paths.Root(local, local.Type);
            case IParameterReferenceOperation { Parameter: var parameter }:
                return IsOfPrimaryConstructor(parameter) ? paths.Member(paths.This, parameter, parameter.Type) : paths.Root(parameter, parameter.Type);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                return paths.This;
            case IFieldReferenceOperation field:
                return Member(field.Instance, field.Field, field.Field.Type, depth);
            // An object and the socket that it has are set up as one.
            case IPropertyReferenceOperation { Instance: { } wrapper } inner when symbols.MemberOf(inner.Property) == SocketMember.Inner:
                return Resolve(wrapper, depth + 1);
            case IPropertyReferenceOperation { Arguments.IsEmpty: true } property when symbols.AutoProperties.Contains(property.Property):
                return Member(property.Instance, property.Property, property.Property.Type, depth);
            case IPropertyReferenceOperation { Property.GetMethod: { } getter } property when Callees.CanSee(getter, CallReader.IsVirtual(property), symbols):
                return Result(property, getter);
            case IInvocationOperation factory when Creation.IsFactory(factory, symbols):
                return paths.Root(factory, factory.Type);
            case IInvocationOperation call when Called(call) is { } function:
                return Result(call, function);
            case IInvocationOperation or IPropertyReferenceOperation when Accepted.Gives(operation, symbols):
                return paths.Root(operation, Results.Unwrap(operation.Type));
            case IAwaitOperation or IInvocationOperation or IPropertyReferenceOperation when Results.Waited(operation) is IInvocationOperation waited && (waited.TargetMethod.IsAsync || Accepted.Gives(waited, symbols)):
                return Resolve(waited, depth + 1);
            case IFlowCaptureReferenceOperation capture:
                return OfCapture(capture.Id, capture.Type);
            case IObjectCreationOperation creation when symbols.IsSocket(creation.Type) || (creation.Constructor is { } constructor && Callees.CanSee(constructor, isVirtual: false, symbols)):
                return paths.Root(creation, creation.Type);
            case ISimpleAssignmentOperation { IsRef: false } assignment:
                return Resolve(assignment.Target, depth + 1) ?? Resolve(assignment.Value, depth + 1);
            case IDeclarationExpressionOperation declaration:
                return Resolve(declaration.Expression, depth + 1);
            default:
                return null;
        }
    }

    /// <summary>The function that a call is sure to run, where it is in sight.</summary>
    public IMethodSymbol? Called(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod.ReducedFrom ?? call.TargetMethod;
        return method.MethodKind switch
        {
            MethodKind.LocalFunction => method.OriginalDefinition,
            MethodKind.DelegateInvoke => lambdas.Of(call),
            _ => Callees.CanSee(method, call.IsVirtual, symbols) ? method : null,
        };
    }

    /// <summary>What a call gives back is a variable without a name.</summary>
    private AccessPath? Result(IOperation call, IMethodSymbol function) =>
        Results.TypeOf(function) is var type && Results.AreFollowed(type, symbols) ? paths.Root(call, type) : null;

    /// <summary>A primary constructor's parameter is as good as a field of the object.</summary>
    public static bool IsOfPrimaryConstructor(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        && constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax);

    private AccessPath? Member(IOperation? instance, ISymbol member, ITypeSymbol type, int depth)
    {
        AccessPath? owner = instance is null ? paths.Statics : Resolve(instance, depth + 1);
        if (owner is null)
            return null;
        return member is IFieldSymbol { ContainingType.IsTupleType: true } element && Tuples.IndexOf(element) is { } index
            ? paths.Element(owner, index, type)
            : paths.Member(owner, member, type);
    }

    private AccessPath? OfCapture(CaptureId id, ITypeSymbol? type) =>
        standIns.TryGetValue(id, out AccessPath? path) ? path : paths.Root((graph, id), type);

    private void FindStandIns()
    {
        var captures = new Dictionary<CaptureId, List<IFlowCaptureOperation>>();
        var assigned = new HashSet<CaptureId>();
        foreach (BasicBlock block in graph.Blocks)
        {
            foreach (IOperation operation in block.Operations)
            {
                if (operation is IFlowCaptureOperation capture)
                {
                    if (!captures.TryGetValue(capture.Id, out List<IFlowCaptureOperation>? sameId))
                        captures[capture.Id] = sameId = [];
                    sameId.Add(capture);
                }
                // What is captured may itself be an assignment, to a capture.
                if (Assigned(operation) is { } id)
                    assigned.Add(id);
            }
        }
        foreach (KeyValuePair<CaptureId, List<IFlowCaptureOperation>> capture in captures)
        {
            if (capture.Value.Count == 1)
                singleValues[capture.Key] = capture.Value[0].Value;
            if (capture.Value.Count == 1 && (assigned.Contains(capture.Key) || !symbols.CanHoldSocket(capture.Value[0].Value.Type) || IsThis(capture.Value[0].Value)))
                standIns[capture.Key] = Resolve(capture.Value[0].Value);
        }
    }

    /// <summary>Is it the object itself, as in <c>lock (this)</c>? That is never another one.</summary>
    private static bool IsThis(IOperation value) => Operands.Unwrap(value) is IInstanceReferenceOperation { Type.IsReferenceType: true };

    /// <summary>Is it declared as the object itself, and never given another one?</summary>
    private bool IsThis(ILocalSymbol local) =>
        local.Type.IsReferenceType && SymbolEqualityComparer.Default.Equals(local.Type, paths.This.Type)
        && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: ThisExpressionSyntax, Parent.Parent.Parent: { } scope }
        && !Mentions.Identifiers(scope, local.Name, CancellationToken.None).Any(name => name.Parent is IdentifierNameSyntax use && VariableUses.Writes(use, out _));

    private static CaptureId? Assigned(IOperation operation)
    {
        if (operation is IExpressionStatementOperation statement)
            operation = statement.Operation;
        if (operation is IFlowCaptureOperation nested)
            operation = Operands.Unwrap(nested.Value);
        return operation is ISimpleAssignmentOperation { Target: IFlowCaptureReferenceOperation target } ? target.Id : null;
    }
}
