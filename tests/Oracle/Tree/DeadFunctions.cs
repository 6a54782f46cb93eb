namespace SocketSetup.Oracle.Tree;

/// <summary>
/// Takes out what nobody calls: the analyzer reports in there as well, and no path shows it. Lambdas and local
/// functions may stay that neither create, bind nor call: whether what they would do is taken for done is a good question.
/// </summary>
internal static class DeadFunctions
{
    public static ProgramTree Remove(ProgramTree program)
    {
        int size = Nodes.Of(program).Count();
        ProgramTree alive = RemoveOnce(program);
        // What only the dead called or made is dead as well.
        return Nodes.Of(alive).Count() == size ? alive : Remove(alive);
    }

    private static ProgramTree RemoveOnce(ProgramTree program)
    {
        HashSet<string> called = Called(program);
        HashSet<TypeDeclaration> used = Used(program);
        ProgramTree alive = program with
        {
            Main = Alive(program.Main, called),
            Nested = [.. program.Nested.Where(used.Contains).Select(type => Alive(type, called) with { Methods = [.. type.Methods.Where(method => called.Contains(method.Name))] })],
            Extensions = [.. program.Extensions.Where(function => called.Contains(function.Name))],
        };
        return alive.Keep(statement => statement is not Nested nested || called.Contains(nested.Function.Name) || !Nodes.Of(nested.Function.Body).Any(IsMoreThanASet));
    }

    private static TypeDeclaration Alive(TypeDeclaration type, HashSet<string> called) =>
        type with { Methods = [.. type.Methods.Where(method => method.Kind == FunctionKind.Entry || called.Contains(method.Name))] };

    private static bool IsMoreThanASet(object node) => node is Creation or Call or Operate { Operation: Operation.Bind };

    /// <summary>The types of which there are objects.</summary>
    private static HashSet<TypeDeclaration> Used(ProgramTree program)
    {
        HashSet<string?> names = [.. Nodes.Of(program).Select(node => node switch
        {
            Creation creation => creation.Type,
            DeclareHolder declare => declare.Type,
            Field field => field.Type,
            _ => null,
        })];
        return [.. program.Nested.Where(type => names.Contains(type.Name))];
    }

    private static HashSet<string> Called(ProgramTree program)
    {
        ILookup<string, Function> functions = Nodes.Of(program).OfType<Function>().ToLookup(function => function.Name);
        var called = new HashSet<string>();
        var pending = new Queue<Function>(program.Nested.Select(type => type.Constructor).Append(program.Main.Constructor).OfType<Function>());
        foreach (Function entry in program.Main.Methods.Where(method => method.Kind == FunctionKind.Entry))
            pending.Enqueue(entry);
        while (pending.TryDequeue(out Function? function))
        {
            foreach (Call call in OwnNodes(function).OfType<Call>())
            {
                if (!called.Add(call.Function))
                    continue;
                foreach (Function callee in functions[call.Function])
                    pending.Enqueue(callee);
            }
        }
        return called;
    }

    /// <summary>What is done in the function itself, and not in those nested in it.</summary>
    private static IEnumerable<object> OwnNodes(Function function)
    {
        List<object> nodes = Nodes.Of(function.Body).ToList();
        return nodes.Except(nodes.OfType<Nested>().SelectMany(nested => Nodes.Of(nested.Function.Body)), ReferenceEqualityComparer.Instance).OfType<object>();
    }
}
