// Draws the pictures of the documentation again: from what the analyzer says, what the fixes write and what the lab saw.
using SocketSetup.Pictures;

string root = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(root, "SocketSetup.slnx")))
    root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("This runs outside the repository.");

foreach (Picture picture in await Gallery.DrawAsync(root, CancellationToken.None))
{
    await File.WriteAllTextAsync(Path.Combine(root, picture.Path), picture.Svg);
    Console.WriteLine(picture.Path);
}
