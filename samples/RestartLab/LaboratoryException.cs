namespace RestartLab;

/// <summary>Something came in the way of an experiment, so it shows nothing.</summary>
internal sealed class LaboratoryException(string message) : Exception(message);
