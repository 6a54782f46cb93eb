namespace RestartLab.Reporting;

/// <summary>Says on the error stream how far the run is, so that the output stays a table.</summary>
internal sealed class Progress(TextWriter output, bool isTerminal, int count)
{
    private readonly object _gate = new();
    private int _done;

    public void Done(string row)
    {
        lock (_gate)
        {
            _done++;
            string line = $"{_done}/{count} {row}";
            if (isTerminal)
                output.Write($"\r\u001b[K{(_done == count ? "" : line)}");
            else
                output.WriteLine(line);
        }
    }
}
