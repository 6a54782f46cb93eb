using System.Net.Sockets;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Execution;

/// <summary>What an operation does to the real socket, and to what is known of it beside.</summary>
internal static class Effects
{
    private static readonly byte[] One = [1, 0, 0, 0];

    public static void Apply(TracedSocket socket, Operation operation, int site)
    {
        if (socket.BoundAt is null && (operation.IsExclusive() || operation == Operation.Hand))
            socket.IsSettled = true;
        switch (operation)
        {
            case Operation.Bind when socket.BoundAt is null:
                socket.BindAt(site);
                break;
            case Operation.Close:
                socket.Close();
                break;
            case Operation.Dispose:
                socket.Dispose();
                break;
            case Operation.ReuseTrue or Operation.ReuseVariable:
                socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
                break;
            case Operation.ReuseFalse:
                socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, false);
                break;
            case Operation.ExclusiveTrue or Operation.ExclusiveVariable:
                socket.ExclusiveAddressUse = true;
                break;
            case Operation.ExclusiveFalse:
                socket.ExclusiveAddressUse = false;
                break;
            case Operation.ExclusiveOptionTrue:
                socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ExclusiveAddressUse, true);
                break;
            case Operation.ExclusiveOptionFalse:
                socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ExclusiveAddressUse, false);
                break;
            case Operation.RawReuse:
                socket.SetRawSocketOption(1, 2, One);
                break;
        }
    }
}
