using System.Net;
using System.Net.Sockets;
using EchoServer;

if (!PortArgument.TryParse(args, out int port, out string problem))
{
    Console.Error.WriteLine(problem);
    return ExitCode.BadArgument;
}

using StopSignals signals = new();
Socket listener;
try
{
    listener = Listener.Open(port);
}
catch (SocketException exception) when (exception.SocketErrorCode is SocketError.AddressAlreadyInUse)
{
    Console.Error.WriteLine($"port {port}: address in use");
    return ExitCode.AddressInUse;
}
catch (SocketException exception)
{
    Console.Error.WriteLine($"port {port}: cannot listen: {exception.Message}");
    return ExitCode.CannotListen;
}

Server server = new(listener);
Console.WriteLine($"listening on port {((IPEndPoint)listener.LocalEndPoint!).Port}");
Console.Out.Flush();
await server.RunAsync(signals.Stop);
Console.WriteLine($"messages received: {server.MessageCount}");
return ExitCode.Success;
