using System.Net;
using System.Net.Sockets;

namespace RestartLab.Server;

/// <summary>A listener in steps, so that a remedy can be applied between them.</summary>
internal interface IListener
{
    Socket Socket { get; }

    void Bind();

    void Listen();
}

/// <summary>A socket that binds and listens in two calls.</summary>
internal sealed class SocketListener(Socket socket, IPEndPoint endPoint) : IListener
{
    public Socket Socket => socket;

    public void Bind() => socket.Bind(endPoint);

    public void Listen() => socket.Listen();
}

/// <summary>A <see cref="TcpListener"/>: its <c>Start</c> does both at once, so what comes after Bind comes after Listen.</summary>
internal sealed class FrameworkListener(TcpListener listener) : IListener
{
    public Socket Socket => listener.Server;

    public void Bind() => listener.Start();

    public void Listen()
    {
    }
}
