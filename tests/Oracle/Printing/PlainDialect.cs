using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Printing;

/// <summary>What the analyzer reads: ordinary code, in which nobody can tell how a condition comes out.</summary>
internal sealed class PlainDialect : Dialect
{
    /// <summary>What every program uses: flags, a port and code that cannot be seen.</summary>
    public const string Outside = """
        using System;
        using System.Net;
        using System.Net.Sockets;

        public interface IHook
        {
            void Configure(Socket socket);
        }

        public static class Outside
        {
            public static bool A, B, C, D;
            public static int Number;
            public static IPEndPoint EndPoint;
            public static IHook Hook;
            public static Exception Error;
        }

        """;

    private const string Option = ".SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.";

    public override string Header => "using System;\nusing System.Net;\nusing System.Net.Sockets;\n";

    public override string? Point => null;

    public override string? PointIfChanged => null;

    public override Around Try { get; } = new("", "");

    public override Around Compared { get; } = new("", "");

    public override string DerivedConstructor => "() : base(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Unspecified)";

    public override bool DriverInitializesStatics => false;

    public override string Create(Creation creation) => creation.Kind switch
    {
        CreationKind.Derived => $"new {creation.Type}()",
        CreationKind.Datagram => "new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Unspecified)",
        _ => "new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Unspecified)",
    };

    public override Around Operate(Operate operate) => operate.Operation == Operation.Hand
        ? new Around("Outside.Hook.Configure(", ")")
        : new Around("", (operate.IsConditional ? "?" : "") + Member(operate.Operation));

    public override string Test(Condition condition) => condition switch
    {
        Opaque opaque => "Outside." + opaque.Flag,
        Again again => "Outside." + again.Flag,
        NullTest { Form: NullTestForm.IsNull } test => $"{test.Name} == null",
        NullTest { Form: NullTestForm.Pattern } test => $"{test.Name} is {{ }} {test.Designation}",
        NullTest test => $"{test.Name} != null",
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    public override string Select(int sections) => "Outside.Number";

    public override LoopText Loop(LoopKind kind, string counter) => kind switch
    {
        LoopKind.While => new LoopText(null, "while (Outside.A)", null, ""),
        LoopKind.For => new LoopText(null, $"for (int {counter} = 0; Outside.B; {counter}++)", null, ""),
        LoopKind.Do => new LoopText(null, "do", null, " while (Outside.C);"),
        _ => new LoopText(null, "while (true)", null, ""),
    };

    public override string Catch(HandlerKind kind) => kind switch
    {
        HandlerKind.Bare => "catch",
        HandlerKind.All => "catch (Exception)",
        HandlerKind.Filtered => "catch (Exception) when (Outside.D)",
        _ => "catch (SocketException)",
    };

    public override string? Driver(TypeDeclaration main, Func<Value, string> print) => null;

    private static string Member(Operation operation) => operation switch
    {
        Operation.Bind => ".Bind(Outside.EndPoint)",
        Operation.Accept => ".BeginAccept(null, null)",
        Operation.Listen => ".Listen(1)",
        Operation.Close => ".Close()",
        Operation.Dispose => ".Dispose()",
        Operation.ReuseTrue => Option + "ReuseAddress, true)",
        Operation.ReuseFalse => Option + "ReuseAddress, false)",
        Operation.ReuseVariable => Option + "ReuseAddress, Outside.A)",
        Operation.ExclusiveTrue => ".ExclusiveAddressUse = true",
        Operation.ExclusiveFalse => ".ExclusiveAddressUse = false",
        Operation.ExclusiveVariable => ".ExclusiveAddressUse = Outside.A",
        Operation.ExclusiveOptionTrue => Option + "ExclusiveAddressUse, true)",
        Operation.ExclusiveOptionFalse => Option + "ExclusiveAddressUse, false)",
        Operation.RawReuse => ".SetRawSocketOption(1, 2, new byte[] { 1, 0, 0, 0 })",
        Operation.NoDelay => ".NoDelay = true",
        Operation.BufferSize => ".SendBufferSize = 4096",
        Operation.KeepAlive => Option + "KeepAlive, true)",
        Operation.ReceiveTimeout => ".ReceiveTimeout = 100",
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };
}
