using Microsoft.CodeAnalysis;

namespace SocketSetup.Analyzers.Events;

/// <summary>Tells the elements of tuples apart, whatever they are called.</summary>
internal static class Tuples
{
    /// <summary>The number of the element, from 0; null where the field is none.</summary>
    public static int? IndexOf(IFieldSymbol element)
    {
        string name = (element.CorrespondingTupleField ?? element).Name;
        return name.StartsWith("Item", StringComparison.Ordinal) && int.TryParse(name.Substring("Item".Length), out int number) ? number - 1 : null;
    }
}
