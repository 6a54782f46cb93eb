using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>Knows the operations that give a socket which a listener has accepted.</summary>
internal static class Accepted
{
    /// <summary>Does the operation give an accepted socket, or an object that has one?</summary>
    public static bool Gives(IOperation operation, SocketSymbols symbols) => operation switch
    {
        IInvocationOperation call => symbols.MemberOf(call.TargetMethod.ReducedFrom ?? call.TargetMethod) is SocketMember.Accept or SocketMember.EndAccept && symbols.IsSocket(Results.Unwrap(call.Type)),
        IPropertyReferenceOperation property => symbols.MemberOf(property.Property) == SocketMember.AcceptedSocket && !IsWritten(property) && !MayBePrepared(property.Syntax),
        _ => false,
    };

    private static bool IsWritten(IPropertyReferenceOperation property) => property.Parent is IAssignmentOperation assignment && assignment.Target == property;

    /// <summary>Does somebody around prepare the socket that is to be the accepted one?</summary>
    private static bool MayBePrepared(SyntaxNode read)
    {
        SyntaxNode scope = read.AncestorsAndSelf().LastOrDefault(node => node is TypeDeclarationSyntax) ?? read.SyntaxTree.GetRoot();
        return Mentions.Identifiers(scope, "AcceptSocket", CancellationToken.None).Any(IsGivenSocket);
    }

    private static bool IsGivenSocket(SyntaxToken name)
    {
        SyntaxNode target = name.Parent is IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax or MemberBindingExpressionSyntax } identifier ? identifier.Parent! : name.Parent!;
        return target.Parent is AssignmentExpressionSyntax assignment && assignment.Left == target
            && assignment.Right is not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression };
    }
}
