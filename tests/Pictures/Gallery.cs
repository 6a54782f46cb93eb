using System.Globalization;

namespace SocketSetup.Pictures;

/// <summary>A picture of the documentation: where it lies in the repository, and what it has to be.</summary>
internal sealed record Picture(string Path, string Svg);

/// <summary>Every picture that is drawn from what the tool does.</summary>
internal static class Gallery
{
    /// <summary>Draws them all anew.</summary>
    public const string Command = "dotnet run --project tests/Pictures";

    public static async Task<IReadOnlyList<Picture>> DrawAsync(string root, CancellationToken cancellation)
    {
        // English, whoever draws.
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        AnalyzedCode server = await AnalyzedCode.EchoServerAsync(root, cancellation);
        AnalyzedCode guide = await AnalyzedCode.GettingStartedAsync(root, cancellation);
        return
        [
            new("docs/images/squiggle-and-fix.svg", SquigglePicture.Draw(server)),
            new("docs/images/lightbulb.svg", LightbulbPicture.Draw(guide)),
            new("docs/images/restart-lab.svg", RestartLabPicture.Draw(Recording.Read(root))),
        ];
    }
}
