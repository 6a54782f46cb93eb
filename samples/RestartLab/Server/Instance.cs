using System.Globalization;
using System.Net;

namespace RestartLab.Server;

/// <summary>One server as it is told to be: how it is set up, what it does about its address, and where it listens.</summary>
internal sealed record Instance(SetUp SetUp, Remedy Remedy, IPAddress Address)
{
    public static Instance Of(SetUp setUp, Remedy remedy) => new(setUp, remedy, setUp.Address);

    public static Instance Of(SetUp setUp, string remedy) => Of(setUp, Remedy.Of(remedy));

    public string[] ToArguments(int port) =>
        [SetUp.Id, Remedy.Id, $"{Address}", port.ToString(CultureInfo.InvariantCulture)];

    public static (Instance Instance, int Port) FromArguments(string[] arguments) =>
        (new Instance(SetUp.Of(arguments[0]), Remedy.Of(arguments[1]), IPAddress.Parse(arguments[2])), int.Parse(arguments[3], CultureInfo.InvariantCulture));
}
