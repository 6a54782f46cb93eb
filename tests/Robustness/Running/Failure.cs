using SocketSetup.Robustness.Mutations;

namespace SocketSetup.Robustness.Running;

/// <summary>What should never happen, with what is needed to see it again.</summary>
internal sealed record Failure(Mutant Mutant, string Problem)
{
    public override string ToString() => $"--- {Mutant.Source.Name}, {Mutant.Kind} {Mutant.Number}: {Problem}\n{Mutant.Text}";
}
