using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SocketSetup.Samples.Tests;

/// <summary>
/// A server's end of a connection, held by this process as a child of the server would hold it that inherited it: it stays
/// established when the server is gone. Linux only.
/// </summary>
internal sealed partial class HeldConnection : IDisposable
{
    // One number on every architecture: they came after the tables were made one.
    private const nint PidfdOpen = 434;
    private const nint PidfdGetfd = 438;

    private const string Established = "01";

    private readonly SafeFileHandle _descriptor;

    private HeldConnection(SafeFileHandle descriptor) => _descriptor = descriptor;

    /// <summary>Takes a copy of the one connection that the process has on the port.</summary>
    public static HeldConnection Take(int processId, int port)
    {
        using SafeFileHandle process = Open(Call(PidfdOpen, processId, 0, 0));
        return new HeldConnection(Open(Call(PidfdGetfd, (int)process.DangerousGetHandle(), FindDescriptor(processId, FindConnections(port)), 0)));
    }

    public void Dispose() => _descriptor.Dispose();

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial nint Call(nint number, nint first, nint second, nint third);

    private static SafeFileHandle Open(nint descriptor) => descriptor >= 0
        ? new SafeFileHandle(descriptor, ownsHandle: true)
        : throw new InvalidOperationException($"The connection cannot be taken from the server: {Marshal.GetLastPInvokeErrorMessage()}.");

    private static int FindDescriptor(int processId, HashSet<string> connections) => int.Parse(
        Path.GetFileName(Directory.EnumerateFileSystemEntries($"/proc/{processId}/fd").Single(file => new FileInfo(file).LinkTarget is { } target && connections.Contains(target))),
        CultureInfo.InvariantCulture);

    // The kernel writes the table in parts, a row again where it changes in between; and another process may have a connection from the same port.
    private static HashSet<string> FindConnections(int port) => File.ReadLines("/proc/net/tcp")
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(row => row[1].EndsWith($":{port:X4}", StringComparison.Ordinal) && row[3] == Established)
        .Select(row => $"socket:[{row[9]}]")
        .ToHashSet();
}
