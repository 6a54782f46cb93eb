using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>
/// Knows binds that no rule speaks of, whatever happens to the socket: where the kernel picks the port, and where what is bound
/// is no stream while nothing in the project joins a group. Told by the values of two variables, so that no graph is built for them.
/// </summary>
internal sealed class BindFilter
{
    private static readonly string[] JoinsOfGroups = ["JoinMulticastGroup", "AddMembership", "AddSourceMembership"];

    private readonly SocketSymbols symbols;
    private readonly VariableValues values;
    private readonly Mentions mentions;

    public BindFilter(SocketSymbols symbols, VariableValues values, Mentions mentions)
    {
        this.symbols = symbols;
        this.values = values;
        this.mentions = mentions;
    }

    /// <summary>May anything in the project put a socket into a multicast group?</summary>
    public bool MayJoinGroups(CancellationToken cancellation) => Array.Exists(JoinsOfGroups, name => mentions.IsSpelled(name, cancellation));

    /// <summary>May something be said of the call of <c>Bind</c>?</summary>
    public bool MayBeReported(InvocationExpressionSyntax bind, CancellationToken cancellation) =>
        !(bind.Expression is MemberAccessExpressionSyntax { Expression: var socket } && IsNoStream(socket, cancellation) && !MayJoinGroups(cancellation))
        && !EndPoints.IsEphemeral(bind.ArgumentList.Arguments[0].Expression, symbols, values, cancellation);

    /// <summary>May something be said of the <c>UdpClient</c> that is created with the address?</summary>
    public bool MayBeReported(IArgumentOperation address, CancellationToken cancellation) =>
        MayJoinGroups(cancellation) && !EndPoints.IsEphemeral(address, symbols, values, cancellation);

    /// <summary>Is it the socket of a <c>UdpClient</c>, or a variable that is only given sockets which are no streams?</summary>
    private bool IsNoStream(ExpressionSyntax socket, CancellationToken cancellation) =>
        // Only a file that says so is worth the question: what gives the variable its values has to be bound.
        (TextGate.Contains(socket.SyntaxTree.GetText(cancellation), "Dgram") || TextGate.Contains(socket.SyntaxTree.GetText(cancellation), "UdpClient"))
        && values.Operation(socket, cancellation) switch
        {
            IPropertyReferenceOperation { Property.Name: "Client", Instance.Type: { Name: "UdpClient" } owner } => symbols.IsWrapper(owner),
            ILocalReferenceOperation { Local: var local } => IsGivenNoStream(local, cancellation),
            IFieldReferenceOperation { Field: var field } => IsGivenNoStream(field, cancellation),
            _ => false,
        };

    private bool IsGivenNoStream(ISymbol variable, CancellationToken cancellation) =>
        values.Given(variable, cancellation)?.All(value => values.Operation(value, cancellation) is { } given && (Operands.IsNull(given) || MakesNoStream(given))) is true;

    private bool MakesNoStream(IOperation value) =>
        Operands.Unwrap(value) is IObjectCreationOperation creation
        && SymbolEqualityComparer.Default.Equals(creation.Type, symbols.Socket)
        && Creation.Argument(creation.Arguments, "socketType") is { } type
        && Constants.Integer(type) is not (null or SocketConstants.SocketTypeStream);
}
