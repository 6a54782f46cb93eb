using SocketSetup.Oracle.Comparison;
using SocketSetup.Oracle.Tree;
using static SocketSetup.Oracle.Tests.Programs;

namespace SocketSetup.Oracle.Tests;

/// <summary>Programs whose answer is known beforehand.</summary>
public sealed class What_the_paths_show
{
    private static readonly Operate Reuse = On(4, Operation.ReuseTrue);
    private static readonly Operate Clear = On(5, Operation.ReuseFalse);
    private static readonly Jump Return = new(JumpKind.Return);

    [Fact]
    public void A_bind_without_a_decision() => AssertUndecided(Bind, Accept);

    [Fact]
    public void A_bind_that_nobody_accepts_on() => AssertNothing(Bind);

    [Fact]
    public void A_decision() => AssertNothing(Reuse, Bind, Accept);

    [Fact]
    public void A_decision_on_one_path() => AssertNothing(If(Reuse), Bind, Accept);

    [Fact]
    public void A_decision_on_a_path_that_does_not_come_to_the_bind() => AssertUndecided(If(Reuse, Return), Bind, Accept);

    [Fact]
    public void A_decision_taken_back() => AssertUndecided(Reuse, Clear, Bind, Accept);

    [Fact]
    public void A_decision_that_cannot_be_taken_back() => AssertNothing(On(4, Operation.ExclusiveFalse), Clear, Bind, Accept);

    [Fact]
    public void A_native_decision_taken_back() => AssertUndecided(On(4, Operation.RawReuse), Clear, Bind, Accept);

    [Fact]
    public void A_bind_of_a_closed_socket() => AssertNothing(On(4, Operation.Close), Bind, Accept);

    [Fact]
    public void A_late_set_stands_for_its_bind() => AssertLate(4, Bind, Reuse, Accept);

    [Fact]
    public void A_set_that_one_path_comes_to_in_time() => AssertUndecided(If(Bind), Reuse, Accept);

    [Fact]
    public void A_late_set_after_a_decision() => AssertNothing(On(7, Operation.ReuseTrue), Bind, Reuse, Accept);

    [Fact]
    public void A_late_clear_after_a_decision() => AssertLate(5, Reuse, Bind, Clear, Accept);

    [Fact]
    public void A_bind_may_throw_before_it_has_its_effect() =>
        AssertUndecided(new Attempt(Block(Bind), [new Handler(HandlerKind.All, Block(Reuse))], null), Accept);

    [Fact]
    public void A_set_may_throw_after_it_has_had_its_effect() =>
        AssertNothing(new Attempt(Block(Reuse, Return), [new Handler(HandlerKind.All, Block())], null), Bind, Accept);

    [Fact]
    public void A_finally_block_runs_on_the_way_out() =>
        AssertNothing(new Attempt(Block(If(Return)), [], Block(Reuse)), Bind, Accept);

    [Fact]
    public void A_second_turn_comes_with_what_the_first_did() =>
        AssertNothing(new Loop(LoopKind.While, Block(Bind, Accept, On(7, Operation.Close), new Assign("s", new Creation(6, CreationKind.Datagram), IfNull: false))), If(Reuse), If(Bind));

    [Fact]
    public void Entries_are_called_in_any_order()
    {
        ProgramTree program = Methods(
            [Method("Open", On("s", 2, Operation.Bind)), Method("Create", new Assign("s", new Creation(1, CreationKind.Stream), IfNull: false)), Method("Accept", On("s", 3, Operation.Accept))],
            new Field("s", null, FieldKind.Variable, IsStatic: true, null));
        AssertReport(Expect(program), [(2, 1)], []);
    }

    private static Operate On(string name, int site, Operation operation) => new(site, new Read(name), operation, IsConditional: false);

    private static Operate On(int site, Operation operation) => Programs.On(site, operation);

    private static void AssertUndecided(params Statement[] statements) => AssertReport(Expect(statements), [(2, 1)], []);

    private static void AssertLate(int site, params Statement[] statements) => AssertReport(Expect(statements), [], [site]);

    private static void AssertNothing(params Statement[] statements) => AssertReport(Expect(statements), [], []);

    private static void AssertReport(Report report, (int, int)[] undecided, int[] late)
    {
        Assert.Equal(undecided, report.Undecided.Order());
        Assert.Equal(late, report.Late.Order());
    }
}
