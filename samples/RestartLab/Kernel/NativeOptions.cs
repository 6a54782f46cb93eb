using System.Net.Sockets;

namespace RestartLab.Kernel;

/// <summary>
/// SO_REUSEADDR and SO_REUSEPORT as the kernel has them. The managed getter cannot tell them apart, and each system has
/// numbers of its own.
/// </summary>
internal static class NativeOptions
{
    private static readonly bool IsLinux = OperatingSystem.IsLinux();

    private static int Level => IsLinux ? 1 : 0xffff;

    private static int ReuseAddress => IsLinux ? 2 : 4;

    private static int ReusePort => IsLinux ? 15 : 0x200;

    /// <summary>Both, as <c>1/0</c>; Windows has no SO_REUSEPORT.</summary>
    public static string Read(Socket socket) =>
        OperatingSystem.IsWindows() ? $"{Get(socket, ReuseAddress)}/-" : $"{Get(socket, ReuseAddress)}/{Get(socket, ReusePort)}";

    public static void SetReuseAddress(Socket socket) => Set(socket, ReuseAddress, 1);

    /// <summary>What is left is SO_REUSEADDR, which is all that a restart needs.</summary>
    public static void ClearReusePort(Socket socket)
    {
        if (!OperatingSystem.IsWindows())
            Set(socket, ReusePort, 0);
    }

    private static int Get(Socket socket, int name)
    {
        byte[] value = new byte[sizeof(int)];
        socket.GetRawSocketOption(Level, name, value);
        return BitConverter.ToInt32(value) == 0 ? 0 : 1;
    }

    private static void Set(Socket socket, int name, int value) =>
        socket.SetRawSocketOption(Level, name, BitConverter.GetBytes(value));
}
