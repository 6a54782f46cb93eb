using System.Globalization;

namespace SocketSetup.Benchmarks.Running;

/// <summary>Rows as a page of documentation has them, printed one by one.</summary>
internal sealed class Table
{
    private readonly TextWriter output;

    public Table(TextWriter output, params string[] columns)
    {
        this.output = output;
        Add(columns);
        Add([.. columns.Select(_ => "---")]);
    }

    public void Add(params string[] cells) => output.WriteLine($"| {string.Join(" | ", cells)} |".Replace("| --- ", "|---", StringComparison.Ordinal).Replace("--- |", "---|", StringComparison.Ordinal));

    /// <summary>Three digits, or as many as the whole number has.</summary>
    public static string Number(double value) => Math.Abs(value) switch
    {
        >= 99.95 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 9.995 => value.ToString("F1", CultureInfo.InvariantCulture),
        >= 0.1 => value.ToString("F2", CultureInfo.InvariantCulture),
        _ => value.ToString("F4", CultureInfo.InvariantCulture),
    };
}
