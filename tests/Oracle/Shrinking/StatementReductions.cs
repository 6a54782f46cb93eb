using System.Collections.Immutable;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Shrinking;

/// <summary>Blocks and statements that are one step smaller.</summary>
internal static class StatementReductions
{
    public static IEnumerable<Block> Of(Block block)
    {
        ImmutableArray<Statement> statements = block.Statements;
        // Half of it at once, while there is much of it.
        if (statements.Length > 3)
        {
            yield return new Block(statements[..(statements.Length / 2)]);
            yield return new Block(statements[(statements.Length / 2)..]);
        }
        foreach (ImmutableArray<Statement> without in Lists.Without(statements))
            yield return new Block(without);
        for (int i = 0; i < statements.Length; i++)
        {
            foreach (Block inner in Inner(statements[i]))
                yield return new Block(statements.RemoveAt(i).InsertRange(i, inner.Statements));
        }
        foreach (ImmutableArray<Statement> changed in Lists.Changed(statements, Of))
            yield return new Block(changed);
    }

    /// <summary>The blocks that a statement may give way to. Not those that end a recursion.</summary>
    private static IEnumerable<Block> Inner(Statement statement) => statement switch
    {
        Branch { Test: not Again } branch => Blocks(branch.Then, branch.Else),
        Choice choice => choice.Sections,
        Loop loop => [loop.Body],
        Attempt attempt => Blocks(attempt.Body, attempt.Finally).Concat(attempt.Handlers.Select(handler => handler.Body)),
        Using block => [new Block([new Declare(block.Name, block.Value, IsUsing: false), .. block.Body.Statements])],
        _ => [],
    };

    private static IEnumerable<Statement> Of(Statement statement) => statement switch
    {
        Declare declare => ValueReductions.Of(declare.Value).Select(value => declare with { Value = value }).Concat(declare.IsUsing ? [declare with { IsUsing = false }] : []),
        DeclareHolder declare => Lists.Changed(declare.Arguments, ValueReductions.Of).Select(arguments => declare with { Arguments = arguments }),
        Assign assign => ValueReductions.Of(assign.Value).Select(value => assign with { Value = value }).Concat(assign.IfNull ? [assign with { IfNull = false }] : []),
        Swap swap => [new Assign(swap.First, new Read(swap.Second), IfNull: false), new Assign(swap.Second, new Read(swap.First), IfNull: false)],
        Operate operate => ValueReductions.Of(operate.On).Select(on => operate with { On = on }).Concat(operate.IsConditional ? [operate with { IsConditional = false }] : []),
        Invoke invoke => ValueReductions.OfArguments(invoke.Call).Select(call => new Invoke(call)),
        Return { Second: null } given => ValueReductions.Of(given.Value).Select(value => given with { Value = value }),
        Branch branch => Of(branch),
        Choice choice => Lists.Smaller(choice.Sections, Of).Where(sections => !sections.IsEmpty).Select(sections => new Choice(sections)),
        Loop loop => Of(loop.Body).Select(body => loop with { Body = body }).Concat(loop.Kind != LoopKind.While ? [loop with { Kind = LoopKind.While }] : []),
        Attempt attempt => Of(attempt),
        Using block => Of(block.Body).Select(body => block with { Body = body }).Concat(ValueReductions.Of(block.Value).Select(value => block with { Value = value })),
        Nested nested => Of(nested.Function.Body).Select(body => new Nested(nested.Function with { Body = body })),
        _ => [],
    };

    private static IEnumerable<Statement> Of(Branch branch)
    {
        if (branch.Else is { } otherwise)
        {
            yield return branch with { Else = null };
            foreach (Block smaller in Of(otherwise))
                yield return branch with { Else = smaller };
        }
        foreach (Block smaller in Of(branch.Then))
            yield return branch with { Then = smaller };
        if (branch.Test is NullTest)
            yield return branch with { Test = new Opaque("A") };
    }

    private static IEnumerable<Statement> Of(Attempt attempt)
    {
        if (attempt.Finally is { } finallyBlock)
        {
            if (!attempt.Handlers.IsEmpty)
                yield return attempt with { Finally = null };
            foreach (Block smaller in Of(finallyBlock))
                yield return attempt with { Finally = smaller };
        }
        foreach (ImmutableArray<Handler> handlers in Lists.Smaller(attempt.Handlers, handler => Of(handler.Body).Select(body => handler with { Body = body })))
        {
            if (!handlers.IsEmpty || attempt.Finally is not null)
                yield return attempt with { Handlers = handlers };
        }
        foreach (Block smaller in Of(attempt.Body))
            yield return attempt with { Body = smaller };
    }

    private static IEnumerable<Block> Blocks(params Block?[] blocks) => blocks.OfType<Block>();
}
