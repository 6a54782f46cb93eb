using System.Net.Sockets;

namespace Catalogue;

/// <summary>The bind of an accepted connection was the listener's, and that is over.</summary>
internal static class SOCK004
{
    public static void Serve(Socket listener)
    {
        while (true)
        {
            using Socket connection = listener.Accept();
            connection.Send("hello"u8);
        }
    }
}
