using System.Net;
using System.Net.Sockets;

namespace SocketSetup.RestartLab.Tests;

/// <summary>What docs/address-reuse.md says of <see cref="TcpListener.ExclusiveAddressUse"/>, which is why no fix assigns it.</summary>
public sealed class The_property_of_a_listener
{
    [Fact]
    public void Makes_a_started_listener_throw_where_it_is_asked_for_its_socket()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0) { ExclusiveAddressUse = true };
        Assert.False(listener.Server.IsBound);
        listener.Start();

        Assert.Throws<InvalidOperationException>(() => listener.Server);
        Assert.IsType<IPEndPoint>(listener.LocalEndpoint);
    }

    [Fact]
    public void Does_not_where_the_socket_is_asked_for_it()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0) { Server = { ExclusiveAddressUse = true } };
        listener.Start();

        Assert.True(listener.Server.IsBound);
    }

    [Fact]
    public void Wins_over_what_its_socket_was_asked_for_since()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0) { ExclusiveAddressUse = true };

        Assert.Equal(OperatingSystem.IsWindows() ? SocketError.InvalidArgument : SocketError.AddressAlreadyInUse, Second(first));
    }

    [Fact]
    public void Loses_where_it_was_asked_of_the_socket()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0) { Server = { ExclusiveAddressUse = true } };

        Assert.Equal(OperatingSystem.IsWindows() ? SocketError.InvalidArgument : SocketError.Success, Second(first));
    }

    /// <summary>Shares the first and starts a second that shares: what comes of it.</summary>
    private static SocketError Second(TcpListener first)
    {
        try
        {
            Share(first);
            first.Start();
            using var second = new TcpListener((IPEndPoint)first.LocalEndpoint);
            Share(second);
            second.Start();
            return SocketError.Success;
        }
        catch (SocketException refused)
        {
            return refused.SocketErrorCode;
        }
    }

    private static void Share(TcpListener listener) =>
        listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
}
