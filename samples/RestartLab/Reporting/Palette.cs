namespace RestartLab.Reporting;

/// <summary>Colour where the output is a terminal and its user has not asked for none.</summary>
internal sealed class Palette(bool isColoured)
{
    public static Palette Of(bool isRedirected) =>
        new(!isRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb");

    public string Good(string text) => Paint(text, 32);

    public string Bad(string text) => Paint(text, 31);

    public string Warning(string text) => Paint(text, 33);

    public string Strong(string text) => Paint(text, 1);

    public string Faint(string text) => Paint(text, 2);

    private string Paint(string text, int code) => isColoured ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
