using CsCheck;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Generation;

/// <summary>Generates random programs of the features allowed. What has too many paths shows only when it is run.</summary>
internal sealed class ProgramGen : Gen<ProgramTree>
{
    private readonly IReadOnlyList<Feature> allowed;

    public ProgramGen(IReadOnlyList<Feature> allowed) => this.allowed = allowed;

    /// <summary>Every feature.</summary>
    public static IReadOnlyList<Feature> AllFeatures { get; } = Enum.GetValues<Feature>();

    /// <summary>The program of a number: always the same one for the same seed and features.</summary>
    public ProgramTree Generate(int seed, int index) => Generate(new PCG((uint)index, (ulong)(uint)seed), null, out _);

    public override ProgramTree Generate(PCG pcg, Size? min, out Size size)
    {
        var plan = new Plan(new Draw(pcg), allowed);
        ProgramTree program = DeadFunctions.Remove(new ProgramMaker(plan).Make());
        size = new Size((ulong)Nodes.Of(program).LongCount());
        return program;
    }
}
