using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SocketSetup.Analyzers.Events;

/// <summary>Looks through what wraps an operand without changing the object it stands for.</summary>
internal static class Operands
{
    /// <summary>The operand without parentheses, built-in conversions, casts and <c>as</c>.</summary>
    public static IOperation Unwrap(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
            operation = conversion.Operand;
        return operation;
    }

    /// <summary>The operation that uses the value, past what <see cref="Unwrap"/> looks through.</summary>
    public static IOperation? Consumer(IOperation operation)
    {
        IOperation? parent = operation.Parent;
        while (parent is IConversionOperation { OperatorMethod: null })
            parent = parent.Parent;
        return parent;
    }

    public static bool IsNull(IOperation operation) => Unwrap(operation).ConstantValue is { HasValue: true, Value: null };
}

/// <summary>Reads compile-time constants.</summary>
internal static class Constants
{
    /// <summary>The constant as an integer (true is 1), whatever its type; null where the value is not a constant or is none that fits.</summary>
    public static int? Integer(IOperation operation)
    {
        // Casts between enums and numbers fold; a cast of something that is not constant does not.
        return operation.ConstantValue is { HasValue: true, Value: { } value } ? Convert(value) : null;
    }

    private static int? Convert(object value) => value switch
    {
        bool flag => flag ? 1 : 0,
        int number => number,
        short or ushort or byte or sbyte or char => System.Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture),
        uint number when number <= int.MaxValue => (int)number,
        long number when number is >= int.MinValue and <= int.MaxValue => (int)number,
        ulong number when number <= int.MaxValue => (int)number,
        _ => null,
    };
}
