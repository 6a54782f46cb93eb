using System.Runtime.InteropServices;

namespace EchoServer;

/// <summary>Turns Ctrl+C and SIGTERM into a cancellation, in place of the sudden end they would bring.</summary>
internal sealed class StopSignals : IDisposable
{
    // Left to the garbage collector: a signal may still be on its way when the registrations are gone.
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    public StopSignals()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle);
    }

    public CancellationToken Stop => _stop.Token;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        _stop.Cancel();
    }
}
