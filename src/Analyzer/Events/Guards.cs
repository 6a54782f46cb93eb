using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SocketSetup.Analyzers.Events;

/// <summary>Reads the conditions around a place: which of some possibilities, each a bit, are left there.</summary>
internal abstract class Guards
{
    /// <summary>Nothing is known.</summary>
    protected const int All = ~0;

    /// <summary>A condition of a condition of a condition: past this it is as good as unknown, and never deep recursion.</summary>
    private const int MaximumDepth = 64;

    /// <summary>Of nodes around the places that were asked for.</summary>
    private readonly Dictionary<SyntaxNode, int> known = [];

    /// <summary>Of each list of statements, those past which less is left, or all again, in the order of the source.</summary>
    private readonly Dictionary<SyntaxNode, List<(int From, int Left)>> exits = [];

    /// <summary>What is left where a variable has the value; nothing is known of one that is being looked into.</summary>
    private readonly Dictionary<(ISymbol Variable, bool Value), int> variables = [];

    protected Guards(SemanticModel model, VariableValues values, CancellationToken cancellation)
    {
        Model = model;
        Values = values;
        Cancellation = cancellation;
    }

    protected SemanticModel Model { get; }

    protected VariableValues Values { get; }

    protected CancellationToken Cancellation { get; }

    /// <summary>What is left at the place, as far as its own body says.</summary>
    protected int LeftAt(SyntaxNode place)
    {
        var around = new Stack<SyntaxNode>();
        SyntaxNode? node = place;
        for (; node is not (null or BaseTypeDeclarationSyntax) && !known.ContainsKey(node); node = node.Parent)
            around.Push(node);
        int left = node is not null && known.TryGetValue(node, out int before) ? before : All;
        while (around.Count > 0)
        {
            SyntaxNode inner = around.Pop();
            known[inner] = left &= Into(inner);
        }
        return left;
    }

    /// <summary>What is left where a condition that is no combination of others has the value.</summary>
    protected abstract int Where(IOperation test, bool value);

    /// <summary>What is left in a section of a switch.</summary>
    protected virtual int In(SwitchSectionSyntax section) => All;

    /// <summary>What comes from the parent into the node.</summary>
    private int Into(SyntaxNode node) => node.Parent switch
    {
        IfStatementSyntax test when node != test.Condition => Where(test.Condition, node == test.Statement),
        ConditionalExpressionSyntax test when node != test.Condition => Where(test.Condition, node == test.WhenTrue),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } pair when node == pair.Right =>
            Where(pair.Left, pair.IsKind(SyntaxKind.LogicalAndExpression)),
        SwitchSectionSyntax section => In(section) & Before(section, section.Statements, node),
        // A local function runs where it is called.
        BlockSyntax block when node is not LocalFunctionStatementSyntax => Before(block, block.Statements, node),
        CompilationUnitSyntax program when node is GlobalStatementSyntax { Statement: not LocalFunctionStatementSyntax } =>
            Before(program, program.Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement), node),
        _ => All,
    };

    /// <summary>What comes to the statement, past those that leave the list.</summary>
    private int Before(SyntaxNode list, IEnumerable<StatementSyntax> statements, SyntaxNode statement)
    {
        if (!exits.TryGetValue(list, out List<(int From, int Left)>? left))
            exits[list] = left = Exits(statements);
        return left.FindLast(exit => exit.From <= statement.SpanStart).Left;
    }

    private List<(int From, int Left)> Exits(IEnumerable<StatementSyntax> statements)
    {
        int left = All;
        var found = new List<(int From, int Left)> { (0, left) };
        foreach (StatementSyntax statement in statements)
        {
            // A label is come to from elsewhere.
            if (statement is LabeledStatementSyntax)
                found.Add((statement.SpanStart, left = All));
            if (statement is not IfStatementSyntax test)
                continue;
            int before = left;
            if (Leaves(test.Statement))
                left &= Where(test.Condition, false);
            if (test.Else is { } otherwise && Leaves(otherwise.Statement))
                left &= Where(test.Condition, true);
            if (left != before)
                found.Add((statement.Span.End, left));
        }
        return found;
    }

    private int Where(ExpressionSyntax condition, bool value)
    {
        while (condition is ParenthesizedExpressionSyntax { Expression: var inner })
            condition = inner;
        return Where(Model.GetOperation(condition, Cancellation), value, MaximumDepth);
    }

    private static bool Leaves(StatementSyntax statement) => statement switch
    {
        BlockSyntax { Statements: var statements } => statements.Count > 0 && Leaves(statements[statements.Count - 1]),
        ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax => true,
        // Nothing but the process ends there.
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Exit" or "FailFast", Expression: var called } } } =>
            called.GetLastToken().ValueText == "Environment",
        _ => false,
    };

    private int Where(IOperation? condition, bool value, int depth)
    {
        return condition switch
        {
            null => All,
            _ when depth == 0 => All,
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Where(not.Operand, !value, depth - 1),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => value ? Left(both) & Right(both) : Left(both) | Right(both),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either => value ? Left(either) | Right(either) : Left(either) & Right(either),
            { ConstantValue: { HasValue: true, Value: bool constant } } => constant == value ? All : 0,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, RightOperand.ConstantValue: { HasValue: true, Value: bool asked } } compared =>
                Where(compared.LeftOperand, value == (asked == (compared.OperatorKind == BinaryOperatorKind.Equals)), depth - 1),
            IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool asked } } } match => Where(match.Value, value == asked, depth - 1),
            _ => Where(condition, value) & (Variable(condition) is { } variable ? WhereVariable(variable, value, depth - 1) : All),
        };

        int Left(IBinaryOperation pair) => Where(pair.LeftOperand, value, depth - 1);

        int Right(IBinaryOperation pair) => Where(pair.RightOperand, value, depth - 1);
    }

    private static ISymbol? Variable(IOperation condition) => condition switch
    {
        ILocalReferenceOperation { Local: var local } => local,
        IParameterReferenceOperation { Parameter: var parameter } => parameter,
        IMemberReferenceOperation { Member: var member } => member,
        IInvocationOperation { TargetMethod: var method } => method,
        _ => null,
    };

    /// <summary>One of the values that it ever has is the one.</summary>
    private int WhereVariable(ISymbol variable, bool value, int depth)
    {
        if (variables.TryGetValue((variable, value), out int known))
            return known;
        variables[(variable, value)] = All;
        if (Values.Of(variable, Cancellation) is not { Count: > 0 } all)
            return All;
        int left = 0;
        foreach (ExpressionSyntax one in all)
            left |= Where(Values.Operation(one, Cancellation), value, depth);
        return variables[(variable, value)] = left;
    }
}
