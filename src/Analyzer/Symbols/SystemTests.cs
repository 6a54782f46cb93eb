using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SocketSetup.Analyzers.Symbols;

/// <summary>Operating systems, as far as address options differ on them.</summary>
[Flags]
internal enum Systems
{
    /// <summary>No system: the code never runs.</summary>
    None = 0,

    /// <summary>Windows.</summary>
    Windows = 1,

    /// <summary>Linux, macOS and all others.</summary>
    Others = 2,

    /// <summary>Any system.</summary>
    All = Windows | Others,
}

/// <summary>Reads the tests of the operating system around a place, so that nothing is said there of a system on which it does not run.</summary>
internal static class SystemTests
{
    /// <summary>The systems on which the place can run, as far as its own body says.</summary>
    public static Systems Around(SyntaxNode place, SemanticModel model, CancellationToken cancellation)
    {
        Systems systems = Systems.All;
        for (SyntaxNode child = place; child.Parent is { } parent and not BaseTypeDeclarationSyntax; child = parent)
        {
            systems &= parent switch
            {
                IfStatementSyntax test when child != test.Condition => Where(test.Condition, child == test.Statement),
                ConditionalExpressionSyntax test when child != test.Condition => Where(test.Condition, child == test.WhenTrue),
                BlockSyntax block => After(block, child),
                _ => Systems.All,
            };
        }
        return systems;

        Systems Where(ExpressionSyntax condition, bool value) => condition is ParenthesizedExpressionSyntax { Expression: var inner } ? Where(inner, value) : SystemTests.Where(model.GetOperation(condition, cancellation), value);

        // What comes to the statement past those that leave the block. A local function runs where it is called, and a label is come to from elsewhere.
        Systems After(BlockSyntax block, SyntaxNode statement)
        {
            Systems left = Systems.All;
            foreach (StatementSyntax earlier in block.Statements)
            {
                if (earlier is LabeledStatementSyntax)
                    left = Systems.All;
                if (earlier == statement)
                    break;
                if (earlier is not IfStatementSyntax test)
                    continue;
                if (Leaves(test.Statement))
                    left &= Where(test.Condition, false);
                if (test.Else is { } otherwise && Leaves(otherwise.Statement))
                    left &= Where(test.Condition, true);
            }
            return statement is LocalFunctionStatementSyntax ? Systems.All : left;
        }
    }

    private static bool Leaves(StatementSyntax statement) => statement switch
    {
        BlockSyntax { Statements: var statements } => statements.Count > 0 && Leaves(statements[statements.Count - 1]),
        ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax => true,
        _ => false,
    };

    /// <summary>The systems on which the condition can have the value.</summary>
    private static Systems Where(IOperation? condition, bool value) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Where(not.Operand, !value),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => value ? Where(both.LeftOperand, true) & Where(both.RightOperand, true) : Where(both.LeftOperand, false) | Where(both.RightOperand, false),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either => value ? Where(either.LeftOperand, true) | Where(either.RightOperand, true) : Where(either.LeftOperand, false) & Where(either.RightOperand, false),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } compared when IsPlatform(compared.LeftOperand) =>
            Of(SystemOf(compared.RightOperand), value == (compared.OperatorKind == BinaryOperatorKind.Equals)),
        IInvocationOperation { TargetMethod: { IsStatic: true } method } call when FrameworkAssemblies.Declare(method) => Of(SystemOf(call), value),
        _ => Systems.All,
    };

    /// <summary>Where a test of one system has the value: another system than Windows may be any of several.</summary>
    private static Systems Of(Systems asked, bool value) => asked switch
    {
        Systems.All => Systems.All,
        _ when value => asked,
        Systems.Windows => Systems.Others,
        _ => Systems.All,
    };

    private static Systems SystemOf(IInvocationOperation call) => call.TargetMethod switch
    {
        { ContainingType.Name: "RuntimeInformation", Name: "IsOSPlatform" } => SystemOf(call.Arguments[0].Value),
        { ContainingType.Name: "OperatingSystem", Name: "IsWindows" } => Systems.Windows,
        { ContainingType.Name: "OperatingSystem", Parameters.IsEmpty: true } => Systems.Others,
        _ => Systems.All,
    };

    /// <summary>Of a value of <c>OSPlatform</c> or <c>PlatformID</c>.</summary>
    private static Systems SystemOf(IOperation system) => system switch
    {
        IMemberReferenceOperation { Member: { ContainingType.Name: "OSPlatform" or "PlatformID", Name: "Windows" or "Win32NT" } } => Systems.Windows,
        IMemberReferenceOperation { Member: { ContainingType.Name: "OSPlatform" or "PlatformID", Name: "Linux" or "OSX" or "FreeBSD" or "Unix" or "MacOSX" } } => Systems.Others,
        _ => Systems.All,
    };

    private static bool IsPlatform(IOperation value) => value is IPropertyReferenceOperation { Property: { Name: "Platform", ContainingType.Name: "OperatingSystem" } property } && FrameworkAssemblies.Declare(property);
}
