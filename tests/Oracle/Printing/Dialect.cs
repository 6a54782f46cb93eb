using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Printing;

/// <summary>
/// What differs between the text that the analyzer reads and the text that is executed. All the rest, and so the shape
/// of the program, is printed by the same code.
/// </summary>
internal abstract class Dialect
{
    public static readonly Dialect Plain = new PlainDialect();
    public static readonly Dialect Twin = new TwinDialect(hasTry: true);
    public static readonly Dialect TwinWithoutTry = new TwinDialect(hasTry: false);

    /// <summary>What stands at the top of the file.</summary>
    public abstract string Header { get; }

    /// <summary>What stands where an exception may be thrown; null where exceptions need no help.</summary>
    public abstract string? Point { get; }

    /// <summary>The same, where it makes a difference only if something has happened since the last point.</summary>
    public abstract string? PointIfChanged { get; }

    /// <summary>What is printed around the block of a try.</summary>
    public abstract Around Try { get; }

    /// <summary>What is printed around a value that is compared with null.</summary>
    public abstract Around Compared { get; }

    public abstract string Create(Creation creation);

    /// <summary>The parameters and the base call of the constructor of a derived socket.</summary>
    public abstract string DerivedConstructor { get; }

    public abstract Around Operate(Operate operate);

    public abstract string Test(Condition condition);

    /// <summary>What a switch statement switches on.</summary>
    public abstract string Select(int sections);

    public abstract LoopText Loop(LoopKind kind, string counter);

    public abstract string Catch(HandlerKind kind);

    /// <summary>Static fields with their initial values, and what calls the entries.</summary>
    public abstract string? Driver(TypeDeclaration main, Func<Value, string> print);

    /// <summary>Are static fields given their first value by the driver, and not where they are declared?</summary>
    public abstract bool DriverInitializesStatics { get; }
}

internal sealed record Around(string Before, string After);

/// <param name="Before">A statement before the loop.</param>
/// <param name="Head">How the loop begins.</param>
/// <param name="First">The first statement of its body.</param>
/// <param name="Tail">What follows its body.</param>
internal sealed record LoopText(string? Before, string Head, string? First, string Tail);
