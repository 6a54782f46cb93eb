namespace SocketSetup.Oracle.Tree;

/// <summary>Drops statements, however deep they stand.</summary>
internal static class Filtering
{
    public static ProgramTree Keep(this ProgramTree program, Predicate<Statement> keep) => program with
    {
        Main = Keep(program.Main, keep),
        Nested = [.. program.Nested.Select(type => Keep(type, keep))],
        Extensions = [.. program.Extensions.Select(function => Keep(function, keep))],
    };

    private static TypeDeclaration Keep(TypeDeclaration type, Predicate<Statement> keep) => type with
    {
        Constructor = type.Constructor is { } constructor ? Keep(constructor, keep) : null,
        Methods = [.. type.Methods.Select(function => Keep(function, keep))],
    };

    private static Function Keep(Function function, Predicate<Statement> keep) => function with { Body = Keep(function.Body, keep) };

    private static Block Keep(Block block, Predicate<Statement> keep) => new([.. block.Statements.Where(statement => keep(statement)).Select(statement => Keep(statement, keep))]);

    private static Statement Keep(Statement statement, Predicate<Statement> keep) => statement switch
    {
        Branch branch => branch with { Then = Keep(branch.Then, keep), Else = branch.Else is { } otherwise ? Keep(otherwise, keep) : null },
        Choice choice => new Choice([.. choice.Sections.Select(section => Keep(section, keep))]),
        Loop loop => loop with { Body = Keep(loop.Body, keep) },
        Attempt attempt => new Attempt(
            Keep(attempt.Body, keep),
            [.. attempt.Handlers.Select(handler => handler with { Body = Keep(handler.Body, keep) })],
            attempt.Finally is { } last ? Keep(last, keep) : null),
        Using block => block with { Body = Keep(block.Body, keep) },
        Nested nested => new Nested(Keep(nested.Function, keep)),
        _ => statement,
    };
}
