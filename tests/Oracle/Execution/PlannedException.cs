namespace SocketSetup.Oracle.Execution;

/// <summary>An exception that a path plans to throw.</summary>
internal sealed class PlannedException : Exception
{
}
