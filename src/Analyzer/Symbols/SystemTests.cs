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

/// <summary>Reads the tests of the operating system around a place, and what is declared around it, so that nothing is said there of a system on which it does not run.</summary>
internal sealed class SystemTests
{
    /// <summary>A condition of a condition of a condition: past this it is as good as unknown, and never deep recursion.</summary>
    private const int MaximumDepth = 64;

    private readonly SemanticModel model;
    private readonly CancellationToken cancellation;

    /// <summary>Of nodes around the places that were asked for.</summary>
    private readonly Dictionary<SyntaxNode, Systems> known = [];

    /// <summary>Of each block, the statements past which fewer systems come, or all again, in the order of the source.</summary>
    private readonly Dictionary<BlockSyntax, List<(int From, Systems Left)>> exits = [];

    public SystemTests(SemanticModel model, CancellationToken cancellation)
    {
        this.model = model;
        this.cancellation = cancellation;
    }

    /// <summary>The systems on which the place can run, as far as its own body says, and the attributes of what it lies in.</summary>
    public Systems Around(SyntaxNode place)
    {
        var around = new Stack<SyntaxNode>();
        SyntaxNode? node = place;
        for (; node is not (null or BaseTypeDeclarationSyntax) && !known.ContainsKey(node); node = node.Parent)
            around.Push(node);
        Systems systems = node is not null && known.TryGetValue(node, out Systems before) ? before : Declared(model.GetEnclosingSymbol(place.SpanStart, cancellation));
        while (around.Count > 0)
        {
            SyntaxNode inner = around.Pop();
            known[inner] = systems &= Into(inner);
        }
        return systems;
    }

    /// <summary>By <c>[SupportedOSPlatform]</c> and <c>[UnsupportedOSPlatform]</c>, which the platform analyzer holds all callers to.</summary>
    private static Systems Declared(ISymbol? innermost)
    {
        Systems systems = Systems.All;
        for (ISymbol? symbol = innermost; symbol is not null; symbol = (symbol as IMethodSymbol)?.AssociatedSymbol ?? symbol.ContainingSymbol)
        {
            Systems supported = Systems.None;
            foreach (AttributeData attribute in symbol.GetAttributes())
            {
                if (attribute.ConstructorArguments.FirstOrDefault() is not { Kind: TypedConstantKind.Primitive, Value: string platform })
                    continue;
                bool isWindows = platform.StartsWith("windows", StringComparison.OrdinalIgnoreCase);
                if (attribute.AttributeClass?.Name == "SupportedOSPlatformAttribute")
                    supported |= isWindows ? Systems.Windows : Systems.Others;
                // Not on some version of it, with a number.
                else if (attribute.AttributeClass?.Name == "UnsupportedOSPlatformAttribute" && isWindows && platform.Length == "windows".Length)
                    systems &= Systems.Others;
            }
            if (supported != Systems.None)
                systems &= supported;
        }
        return systems;
    }

    /// <summary>What comes from the parent into the node.</summary>
    private Systems Into(SyntaxNode node) => node.Parent switch
    {
        IfStatementSyntax test when node != test.Condition => Where(test.Condition, node == test.Statement),
        ConditionalExpressionSyntax test when node != test.Condition => Where(test.Condition, node == test.WhenTrue),
        // A local function runs where it is called.
        BlockSyntax block when node is not LocalFunctionStatementSyntax => Before(block, node),
        _ => Systems.All,
    };

    /// <summary>What comes to the statement, past those that leave the block.</summary>
    private Systems Before(BlockSyntax block, SyntaxNode statement)
    {
        if (!exits.TryGetValue(block, out List<(int From, Systems Left)>? left))
            exits[block] = left = Exits(block);
        return left.FindLast(exit => exit.From <= statement.SpanStart).Left;
    }

    private List<(int From, Systems Left)> Exits(BlockSyntax block)
    {
        Systems left = Systems.All;
        var found = new List<(int From, Systems Left)> { (0, left) };
        foreach (StatementSyntax statement in block.Statements)
        {
            // A label is come to from elsewhere.
            if (statement is LabeledStatementSyntax)
                found.Add((statement.SpanStart, left = Systems.All));
            if (statement is not IfStatementSyntax test)
                continue;
            Systems before = left;
            if (Leaves(test.Statement))
                left &= Where(test.Condition, false);
            if (test.Else is { } otherwise && Leaves(otherwise.Statement))
                left &= Where(test.Condition, true);
            if (left != before)
                found.Add((statement.Span.End, left));
        }
        return found;
    }

    private Systems Where(ExpressionSyntax condition, bool value)
    {
        while (condition is ParenthesizedExpressionSyntax { Expression: var inner })
            condition = inner;
        return Where(model.GetOperation(condition, cancellation), value, MaximumDepth);
    }

    private static bool Leaves(StatementSyntax statement) => statement switch
    {
        BlockSyntax { Statements: var statements } => statements.Count > 0 && Leaves(statements[statements.Count - 1]),
        ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax => true,
        _ => false,
    };

    /// <summary>The systems on which the condition can have the value.</summary>
    private static Systems Where(IOperation? condition, bool value, int depth)
    {
        return condition switch
        {
            _ when depth == 0 => Systems.All,
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Where(not.Operand, !value, depth - 1),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => value ? Left(both) & Right(both) : Left(both) | Right(both),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either => value ? Left(either) | Right(either) : Left(either) & Right(either),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } compared when IsPlatform(compared.LeftOperand) =>
                Of(SystemOf(compared.RightOperand), value == (compared.OperatorKind == BinaryOperatorKind.Equals)),
            IInvocationOperation { TargetMethod: { IsStatic: true } method } call when FrameworkAssemblies.Declare(method) => Of(SystemOf(call), value),
            _ => Systems.All,
        };

        Systems Left(IBinaryOperation pair) => Where(pair.LeftOperand, value, depth - 1);

        Systems Right(IBinaryOperation pair) => Where(pair.RightOperand, value, depth - 1);
    }

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
