using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>Reads the end point that a bind names.</summary>
internal static class EndPoints
{
    /// <summary>A value of a value of a value, and so on: more is as good as unknown.</summary>
    private const int MaximumDepth = 8;

    public static IOperation? Of(IOperation bind) => (bind as IInvocationOperation)?.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "localEP")?.Value;

    /// <summary>Is it an IP end point, by its static type, that of a cast included?</summary>
    public static bool IsIP(IOperation endPoint, SocketSymbols symbols)
    {
        IOperation? operation = endPoint;
        while (operation is not null && !symbols.IsIPAddressOrEndPoint(operation.Type))
            operation = (operation as IConversionOperation)?.Operand;
        return operation is not null;
    }

    /// <summary>
    /// Does it name port 0 as a constant: in the call, or through a local, readonly field, get-only property or parameter
    /// that has no other value? Asked of the source, since the graph takes conditions apart.
    /// </summary>
    public static bool IsEphemeral(ExpressionSyntax endPoint, SocketSymbols symbols, VariableValues values, CancellationToken cancellation) =>
        AllValues(endPoint, values, value => IsPortZero(value, symbols, values, cancellation), cancellation);

    /// <summary>Is the argument, a port or an end point, port 0 as a constant?</summary>
    public static bool IsEphemeral(IArgumentOperation argument, SocketSymbols symbols, VariableValues values, CancellationToken cancellation) =>
        argument.Parameter!.Name == "port" ? IsZero(argument.Value, values, cancellation)
            : argument.Value.Syntax is ExpressionSyntax endPoint && IsEphemeral(endPoint, symbols, values, cancellation);

    /// <summary>Is it a Unix domain socket's end point, by its static type or in all that it can be?</summary>
    public static bool IsUnix(ExpressionSyntax endPoint, SocketSymbols symbols, VariableValues values, CancellationToken cancellation)
    {
        return IsOfUnix(values.Model(endPoint).GetTypeInfo(endPoint, cancellation).Type) || AllValues(endPoint, values, value => IsOfUnix(value.Type), cancellation);

        bool IsOfUnix(ITypeSymbol? type) => SocketSymbols.DerivesFrom(type, symbols.UnixDomainSocketEndPoint);
    }

    private static bool IsPortZero(IOperation value, SocketSymbols symbols, VariableValues values, CancellationToken cancellation) =>
        value is IObjectCreationOperation creation
        && SymbolEqualityComparer.Default.Equals(creation.Type, symbols.IPEndPoint)
        && creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "port") is { } port
        && IsZero(port.Value, values, cancellation)
        && creation.Initializer?.Initializers.Any(IsPortSet) is not true;

    private static bool IsZero(IOperation port, VariableValues values, CancellationToken cancellation) =>
        Constants.Integer(port) == 0 || (port.Syntax is ExpressionSyntax expression && AllValues(expression, values, value => Constants.Integer(value) == 0, cancellation));

    private static bool IsPortSet(IOperation initializer) =>
        initializer is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: not "Port" } };

    private static bool AllValues(ExpressionSyntax expression, VariableValues values, Predicate<IOperation> test, CancellationToken cancellation)
    {
        var all = new Values(values, test, cancellation);
        return all.All(expression, MaximumDepth) && all.AreTested;
    }

    /// <summary>All that an expression can come to.</summary>
    private sealed class Values
    {
        private readonly VariableValues variables;
        private readonly Predicate<IOperation> test;
        private readonly CancellationToken cancellation;

        /// <summary>Those that have passed, or that a value of their own leads back to.</summary>
        private readonly HashSet<ISymbol> asked = new(SymbolEqualityComparer.Default);

        public Values(VariableValues variables, Predicate<IOperation> test, CancellationToken cancellation)
        {
            this.variables = variables;
            this.test = test;
            this.cancellation = cancellation;
        }

        /// <summary>Is there any but null?</summary>
        public bool AreTested { get; private set; }

        public bool All(ExpressionSyntax expression, int depth)
        {
            while (expression is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
                expression = (expression as ParenthesizedExpressionSyntax)?.Expression ?? ((PostfixUnaryExpressionSyntax)expression).Operand;
            if (variables.Operation(expression, cancellation) is not { } operation)
                return false;
            switch (Operands.Unwrap(operation))
            {
                case IThrowOperation or { ConstantValue: { HasValue: true, Value: null } }:
                    return true; // Nothing is ever bound to it.
                case { ConstantValue.HasValue: true } constant:
                    return Tested(constant);
                case var _ when depth == 0:
                    return false;
                case IConditionalOperation { WhenFalse: { } whenFalse } condition:
                    return Part(condition.WhenTrue) && Part(whenFalse);
                case ICoalesceOperation either:
                    return Part(either.Value) && Part(either.WhenNull);
                case ICoalesceAssignmentOperation either:
                    return Part(either.Target) && Part(either.Value);
                case ISimpleAssignmentOperation assignment:
                    return Part(assignment.Value);
                case IInvocationOperation { TargetMethod: var method } when method.DeclaringSyntaxReferences.Length > 0:
                    return Variable(method);
                case ISwitchExpressionOperation choice:
                    return choice.Arms.All(arm => Part(arm.Value));
                case ILocalReferenceOperation { Local: var local }:
                    return Variable(local);
                case IFieldReferenceOperation { Field: var field }:
                    return Variable(field);
                case IPropertyReferenceOperation asked when IsPicked(asked, MaximumDepth):
                    return true; // Whatever it is, it is so since the bind.
                case IPropertyReferenceOperation { Property: var property }:
                    return Variable(property);
                case IParameterReferenceOperation { Parameter: var parameter }:
                    return Variable(parameter);
                case var other:
                    return Tested(other);
            }

            bool Part(IOperation part) => part.Syntax is ExpressionSyntax syntax && All(syntax, depth - 1);

            bool Tested(IOperation value)
            {
                AreTested = true;
                return test(value);
            }

            bool Variable(ISymbol variable) =>
                !asked.Add(variable) || variables.Of(variable, cancellation)?.All(value => All(value, depth - 1)) is true;
        }

        /// <summary>Is it what a bound socket says of its own end point, or the port of that?</summary>
        private bool IsPicked(IOperation value, int depth) => depth > 0 && Operands.Unwrap(value) switch
        {
            IPropertyReferenceOperation { Property: { Name: "LocalEndPoint" or "LocalEndpoint" } property } => FrameworkAssemblies.Declare(property),
            IPropertyReferenceOperation { Property.Name: "Port", Instance: { } endPoint } => IsPicked(endPoint, depth - 1),
            ILocalReferenceOperation { Local: var local } => variables.Of(local, cancellation)?.All(one => variables.Operation(one, cancellation) is { } held && IsPicked(held, depth - 1)) is true,
            _ => false,
        };
    }
}
