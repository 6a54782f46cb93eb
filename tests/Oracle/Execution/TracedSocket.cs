using System.Net;
using System.Net.Sockets;

namespace SocketSetup.Oracle.Execution;

/// <summary>
/// A real socket that knows where it was created and what was done to it. Its protocol is 0, so that .NET sets no
/// option by itself. Public, since the executed text derives from it.
/// </summary>
public class TracedSocket : Socket
{
    private const int SolSocket = 1;
    private const int ReuseAddress = 2;

    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);

    public TracedSocket(int site, bool isStream)
        : base(AddressFamily.InterNetwork, isStream ? SocketType.Stream : SocketType.Dgram, ProtocolType.Unspecified)
    {
        Site = site;
        IsStream = isStream;
        Twin.Current.Created(this);
    }

    internal int Site { get; }

    internal bool IsStream { get; }

    /// <summary>Was something done to it that cannot be taken back?</summary>
    internal bool IsSettled { get; set; }

    /// <summary>The site at which it was bound.</summary>
    internal int? BoundAt { get; private set; }

    /// <summary>Of a bound socket: had a decision been made by then?</summary>
    internal bool WasDecided { get; private set; }

    /// <summary>Was it listened or accepted on?</summary>
    internal bool IsListening { get; set; }

    internal bool IsClosed { get; private set; }

    /// <summary>It cannot be here on the path that is assumed: whatever is done to it does not happen.</summary>
    internal bool IsGhost { get; set; }

    internal void BindAt(int site)
    {
        Span<byte> value = stackalloc byte[sizeof(int)];
        GetRawSocketOption(SolSocket, ReuseAddress, value);
        WasDecided = IsSettled || BitConverter.ToInt32(value) != 0;
        BoundAt = site;
        Bind(AnyPort);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !IsClosed)
            Twin.Current.Change();
        IsClosed = true;
        base.Dispose(disposing);
    }
}
