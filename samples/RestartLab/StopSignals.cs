using System.Runtime.InteropServices;

namespace RestartLab;

/// <summary>Turns Ctrl+C and SIGTERM into a cancellation, so that the lab can clean up.</summary>
internal sealed class StopSignals : IDisposable
{
    // Left to the garbage collector: a signal may still be on its way when the registrations are gone.
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;
    private int _exitCode;

    public StopSignals()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Handle(context, 2));
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Handle(context, 15));
    }

    public CancellationToken Stop => _stop.Token;

    /// <summary>What a shell expects of a process that the signal ended.</summary>
    public int ExitCode => _exitCode;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
    }

    private void Handle(PosixSignalContext context, int number)
    {
        context.Cancel = true;
        _exitCode = RestartLab.ExitCode.Signal + number;
        _stop.Cancel();
    }
}
