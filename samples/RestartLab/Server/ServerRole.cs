using System.Net;
using System.Net.Sockets;
using RestartLab.Kernel;

namespace RestartLab.Server;

/// <summary>
/// The other side of this program: one server, as a process of its own. It says how its start went and then does what it
/// is told. It ends with its standard input, so none outlives the lab, however the lab ends.
/// </summary>
internal static class ServerRole
{
    public const string Argument = "--server";

    public static async Task<int> RunAsync(string[] arguments)
    {
        (Instance instance, int port) = Instance.FromArguments(arguments);
        if (Open(instance, port) is not { } listener)
            return ExitCode.NotListening;

        using AcceptedConnections accepted = new(listener.Socket, instance.Remedy.OnAccepted);
        while (await Console.In.ReadLineAsync() is { } command)
            Say(await ObeyAsync(command, accepted));

        return ExitCode.AsDocumented;
    }

    private static IListener? Open(Instance instance, int port)
    {
        string options = "?";
        try
        {
            IListener listener = instance.SetUp.Create(new IPEndPoint(instance.Address, port));
            instance.Remedy.BeforeBind(listener.Socket);
            options = NativeOptions.Read(listener.Socket);
            listener.Bind();
            instance.Remedy.AfterBind(listener.Socket);
            listener.Listen();
            instance.Remedy.AfterListen(listener.Socket);
            Say($"{Wire.Listening} {options} {NativeOptions.Read(listener.Socket)}");
            return listener;
        }
        catch (SocketException exception) when (exception.SocketErrorCode is SocketError.AddressAlreadyInUse)
        {
            // It may come from Listen as well: Linux lets two sockets with SO_REUSEADDR bind while neither listens.
            Say($"{Wire.InUse} {options}");
            return null;
        }
        catch (SocketException exception)
        {
            Say($"{Wire.Failed} {exception.SocketErrorCode}");
            return null;
        }
    }

    private static async Task<string> ObeyAsync(string command, AcceptedConnections accepted)
    {
        switch (command)
        {
            case Wire.CloseListener:
                await accepted.CloseListenerAsync();
                break;
            case Wire.CloseConnections:
                accepted.Close();
                break;
            case Wire.ResetConnections:
                accepted.Reset();
                break;
        }

        return command == Wire.Count ? $"{accepted.Count}" : Wire.Done;
    }

    private static void Say(string line)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }
}
