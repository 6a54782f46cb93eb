using SocketSetup.Analyzers;
using SocketSetup.Oracle.Comparison;
using SocketSetup.Oracle.Execution;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Tests;

/// <summary>Small programs, put together by hand: one method around one socket that is created at site 1.</summary>
internal static class Programs
{
    public static readonly Operate Bind = On(2, Operation.Bind);
    public static readonly Operate Accept = On(3, Operation.Accept);

    public static Operate On(int site, Operation operation) => new(site, new Read("s"), operation, IsConditional: false);

    public static Branch If(params Statement[] statements) => new(new Opaque("A"), Block(statements), null);

    public static Block Block(params Statement[] statements) => new([.. statements]);

    public static ProgramTree Body(params Statement[] statements) => Methods([Method("Run", [new Declare("s", new Creation(1, CreationKind.Stream), IsUsing: false), .. statements])]);

    public static Function Method(string name, params Statement[] statements) => new(name, FunctionKind.Entry, false, ResultKind.Nothing, [], Block(statements));

    public static ProgramTree Methods(Function[] methods, params Field[] fields) => new(new TypeDeclaration("Server", false, [.. fields], null, [.. methods]), [], []);

    /// <summary>What the paths of the program show.</summary>
    public static Report Expect(ProgramTree program)
    {
        Verdict verdict = Batch.Examine([program], Bounds.Usual, new SocketSetupAnalyzer())[0];
        Assert.True(verdict.Outcome is not (Outcome.Broken or Outcome.Crash or Outcome.Rejected), verdict.Message);
        return verdict.Expected;
    }

    public static Report Expect(params Statement[] statements) => Expect(Body(statements));
}
