using System.Collections.Immutable;
using System.Text;

namespace SocketSetup.Oracle.Comparison;

/// <param name="Outcome">How it came out.</param>
/// <param name="Expected">What the paths show.</param>
/// <param name="Reported">What the analyzer says.</param>
/// <param name="Message">Of the compiler, or of the exception.</param>
internal sealed record Verdict(Outcome Outcome, Report Expected, Report Reported, string Message = "")
{
    public bool IsFailure(bool isStrict) => Outcome is Outcome.Disagreement or Outcome.Broken or Outcome.Crash || (isStrict && Outcome == Outcome.AgreementIfIndependent);

    /// <summary>In which ways expected and reported differ.</summary>
    public ImmutableHashSet<string> Kinds
    {
        get
        {
            Report missing = Expected.Except(Reported);
            Report extra = Reported.Except(Expected);
            return
            [
                .. missing.Undecided.IsEmpty ? [] : new[] { "SOCK001 missing" },
                .. missing.Late.IsEmpty ? [] : new[] { "SOCK002 missing" },
                .. extra.Undecided.IsEmpty ? [] : new[] { "SOCK001 extra" },
                .. extra.Late.IsEmpty ? [] : new[] { "SOCK002 extra" },
            ];
        }
    }

    /// <summary>Appends what is expected and what is reported.</summary>
    public void Append(StringBuilder words, Func<int, string> place)
    {
        if (Message.Length > 0)
            words.Append(Message).Append('\n');
        Append(words, "expected", Expected, place);
        Append(words, "reported", Reported, place);
    }

    private static void Append(StringBuilder words, string title, Report report, Func<int, string> place)
    {
        foreach ((int bind, int creation) in report.Undecided.Order())
            words.Append(title).Append(" SOCK001 at ").Append(place(bind)).Append(", created at ").Append(place(creation)).Append('\n');
        foreach (int set in report.Late.Order())
            words.Append(title).Append(" SOCK002 at ").Append(place(set)).Append('\n');
        if (report.IsEmpty)
            words.Append(title).Append(" nothing\n");
    }
}
