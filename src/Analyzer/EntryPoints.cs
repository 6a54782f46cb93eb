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
    private readonly BindFilter binds;
    private readonly WorkCounter work;
    private readonly CancellationToken cancellation;

    public EntryPoints(SemanticModel model, SocketSymbols symbols, BindFilter binds, WorkCounter work, CancellationToken cancellation)
    {
        this.model = model;
        this.symbols = symbols;
        this.binds = binds;
        this.work = work;
        this.cancellation = cancellation;
    }

    /// <summary>What binds a socket, what sets an address option, and what every creation with a protocol spells.</summary>
    public static string[] Names => ["Bind", "SetSocketOption", "ExclusiveAddressUse", SocketType, UdpClient];

    /// <summary>What starts a listener.</summary>
    public static string[] Starts => ["Start"];

    /// <summary>The entry points that the name tells of: itself, or the creations that leave out the type which it gives a variable.</summary>
    public IEnumerable<SyntaxNode> Of(SimpleNameSyntax name)
    {
        try
        {
            return name.Identifier.ValueText switch
            {
                SocketType => IsOfProtocolZero(name) ? new[] { name } : [],
                UdpClient => Clients(name).Where(IsBinding).ToList(),
                _ => IsMember(name) ? new[] { name } : [],
            };
        }
        catch (InsufficientExecutionStackException)
        {
            return []; // Nested too deeply for the compiler itself on this thread.
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
                    SocketMember.Bind => binds.MayBeReported(call, cancellation),
                    SocketMember.Start => true,
                    SocketMember.SetOption => NamesAddressOption(call.ArgumentList, method) && model.GetOperation(call, cancellation) is IInvocationOperation set && SocketOption.OfManaged(set)?.IsOption() is true,
                    _ => false,
                };
            case AssignmentExpressionSyntax assignment when assignment.Left == used:
                work.CountName();
                return model.GetSymbolInfo(used, cancellation).Symbol is { } property && symbols.MemberOf(property) == SocketMember.ExclusiveAddressUse;
            default:
                return false;
        }
    }

    /// <summary>Told by the constant alone: an operation has the compiler make those of the whole body.</summary>
    private bool NamesAddressOption(ArgumentListSyntax arguments, ISymbol method)
    {
        SeparatedSyntaxList<ArgumentSyntax> given = arguments.Arguments;
        for (int i = 0; i < given.Count; i++)
        {
            string? parameter = given[i].NameColon?.Name.Identifier.ValueText ?? ((IMethodSymbol)method).Parameters.ElementAtOrDefault(i)?.Name;
            if (parameter == "optionName")
                return model.GetConstantValue(given[i].Expression, cancellation) is { HasValue: true, Value: SocketConstants.OptionReuseAddress or SocketConstants.OptionExclusiveAddressUse };
        }
        return false;
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

    /// <summary>The creations of clients, with an argument, that the name of their type leads to.</summary>
    private IEnumerable<ExpressionSyntax> Clients(SimpleNameSyntax name)
    {
        SyntaxNode type = name.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax ? name.Parent : name;
        if (type.Parent is ObjectCreationExpressionSyntax creation)
            return creation.Type == type && creation.ArgumentList?.Arguments.Count is 1 or 2 ? new[] { creation } : [];
        if (type.Parent is NullableTypeSyntax)
            type = type.Parent;
        IEnumerable<ExpressionSyntax?> values = type.Parent switch
        {
            VariableDeclarationSyntax declaration => declaration.Variables.SelectMany(variable => Assigned(variable.Identifier).Append(variable.Initializer?.Value)),
            PropertyDeclarationSyntax property when property.Type == type => Assigned(property.Identifier).Append(property.Initializer?.Value).Append(property.ExpressionBody?.Expression),
            MethodDeclarationSyntax method when method.ReturnType == type => Returned(method.Body).Append(method.ExpressionBody?.Expression),
            LocalFunctionStatementSyntax function when function.ReturnType == type => Returned(function.Body).Append(function.ExpressionBody?.Expression),
            _ => [],
        };
        return values.OfType<ExpressionSyntax>().Where(LeavesOutType);
    }

    /// <summary>What the variable is assigned where it can be named.</summary>
    private IEnumerable<ExpressionSyntax?> Assigned(SyntaxToken variable)
    {
        SyntaxNode? member = variable.Parent!.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax);
        SyntaxNode scope = (member is BaseFieldDeclarationSyntax or PropertyDeclarationSyntax ? member.Parent : member) ?? model.SyntaxTree.GetRoot(cancellation);
        return Mentions.Identifiers(scope, variable.ValueText, cancellation).Select(mention => mention.Parent is IdentifierNameSyntax use && VariableUses.Writes(use, out ExpressionSyntax? value) ? value : null);
    }

    private static IEnumerable<ExpressionSyntax?> Returned(BlockSyntax? body) =>
        body?.DescendantNodes().OfType<ReturnStatementSyntax>().Select(statement => statement.Expression) ?? [];

    /// <summary><c>new(…)</c>, a node newer than the compiler that this analyzer is built on.</summary>
    private static bool LeavesOutType(ExpressionSyntax value) => value is not ObjectCreationExpressionSyntax && value.GetFirstToken() is var first && first.IsKind(SyntaxKind.NewKeyword) && first.GetNextToken().IsKind(SyntaxKind.OpenParenToken);

    private bool IsBinding(ExpressionSyntax creation)
    {
        work.CountName();
        return model.GetOperation(creation, cancellation) is IObjectCreationOperation made && symbols.IsWrapper(made.Type) && Creation.AddressOf(made.Arguments) is { } address && binds.MayBeReported(address, cancellation);
    }
}
