using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers;

/// <summary>
/// Knows the places that something may be reported at, by their names and their syntax first: a name that can be none of
/// them is not bound to its symbol, because that is what costs.
/// </summary>
internal sealed class EntryPoints
{
    private const string SocketType = nameof(SocketType);
    private const string UdpClient = nameof(UdpClient);

    private readonly SemanticModel model;
    private readonly SocketSymbols symbols;
    private readonly WorkCounter work;
    private readonly CancellationToken cancellation;

    public EntryPoints(SemanticModel model, SocketSymbols symbols, WorkCounter work, CancellationToken cancellation)
    {
        this.model = model;
        this.symbols = symbols;
        this.work = work;
        this.cancellation = cancellation;
    }

    /// <summary>What binds a socket, what sets an address option, and what every creation with a protocol spells.</summary>
    public static string[] Names => ["Bind", "SetSocketOption", "ExclusiveAddressUse", SocketType, UdpClient];

    /// <summary>What starts a listener.</summary>
    public static string[] Starts => ["Start"];

    public bool Contains(SimpleNameSyntax name)
    {
        try
        {
            return name.Identifier.ValueText switch
            {
                SocketType => IsOfProtocolZero(name),
                UdpClient => IsBindingClient(name),
                _ => IsMember(name),
            };
        }
        catch (InsufficientExecutionStackException)
        {
            return false; // Nested too deeply for the compiler itself on this thread.
        }
    }

    /// <summary>Does it bind a socket, or set an address option?</summary>
    private bool IsMember(SimpleNameSyntax name)
    {
        ExpressionSyntax used = name.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax ? (ExpressionSyntax)name.Parent : name;
        switch (used.Parent)
        {
            case InvocationExpressionSyntax { ArgumentList.Arguments.Count: var count } call when call.Expression == used && (name.Identifier.ValueText == "Start" ? count <= 1 : count is 1 or 3):
                work.CountName();
                return model.GetSymbolInfo(call, cancellation).Symbol is { } method && symbols.MemberOf(method) switch
                {
                    SocketMember.Bind or SocketMember.Start => true,
                    SocketMember.SetOption => model.GetOperation(call, cancellation) is IInvocationOperation set && SocketOption.OfManaged(set)?.IsOption() is true,
                    _ => false,
                };
            case AssignmentExpressionSyntax assignment when assignment.Left == used:
                work.CountName();
                return model.GetSymbolInfo(used, cancellation).Symbol is { } property && symbols.MemberOf(property) == SocketMember.ExclusiveAddressUse;
            default:
                return false;
        }
    }

    /// <summary>Is it an argument of a creation whose protocol is the constant 0?</summary>
    private bool IsOfProtocolZero(SimpleNameSyntax name)
    {
        if (name.FirstAncestorOrSelf<ArgumentListSyntax>() is not { Arguments: { Count: 2 or 3 } arguments, Parent: not InvocationExpressionSyntax } || arguments.Any(NamesProtocol))
            return false;
        work.CountName();
        return arguments.Any(argument => model.GetTypeInfo(argument.Expression, cancellation).ConvertedType is { Name: "ProtocolType" }
            && model.GetConstantValue(argument.Expression, cancellation) is { HasValue: true, Value: 0 });
    }

    private static bool NamesProtocol(ArgumentSyntax argument) =>
        argument.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Tcp" or "Udp" or "Icmp" or "IcmpV6" };

    /// <summary>Is it the type of a client that is created with a port or an end point?</summary>
    private bool IsBindingClient(SimpleNameSyntax name)
    {
        SyntaxNode type = name.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax ? name.Parent : name;
        if (type.Parent is not ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 1 or 2 } creation || creation.Type != type)
            return type.Parent is VariableDeclarationSyntax { Variables: var variables } && variables.Any(variable => IsBindingClient(variable.Initializer));
        return IsBinding(creation);
    }

    /// <summary><c>new(…)</c>, a node newer than the compiler that this analyzer is built on.</summary>
    private bool IsBindingClient(EqualsValueClauseSyntax? initializer) =>
        initializer?.Value is { } value && value is not ObjectCreationExpressionSyntax && value.GetFirstToken().IsKind(SyntaxKind.NewKeyword) && IsBinding(value);

    private bool IsBinding(ExpressionSyntax creation)
    {
        work.CountName();
        return model.GetOperation(creation, cancellation) is IObjectCreationOperation made && symbols.IsWrapper(made.Type) && made.Arguments.Any(argument => argument.Parameter?.Name is "port" or "localEP");
    }
}
