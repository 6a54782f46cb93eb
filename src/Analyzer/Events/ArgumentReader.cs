using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>Reads what becomes of a socket, or of the owner of one, that is handed to a call.</summary>
internal sealed class ArgumentReader
{
    private readonly PathReader paths;
    private readonly EventSink sink;
    private readonly SocketSymbols symbols;

    public ArgumentReader(PathReader paths, EventSink sink, SocketSymbols symbols)
    {
        this.paths = paths;
        this.sink = sink;
        this.symbols = symbols;
    }

    public void Read(ImmutableArray<IArgumentOperation> arguments, ISymbol callee, IOperation call)
    {
        if (OnlyLooks(callee))
            return;
        bool decides = !FrameworkAssemblies.Declare(callee) || MayPassOn(callee);
        foreach (IArgumentOperation argument in arguments)
        {
            foreach (IOperation value in Values(argument))
            {
                if (paths.Resolve(value) is not { } path)
                    continue;
                if (!decides)
                    sink.Lend(path, call);
                else if (argument.Parameter?.RefKind != RefKind.Out)
                    sink.Escape(path, call);
                if (argument.Parameter?.RefKind == RefKind.Ref && !FrameworkAssemblies.Declare(callee))
                    sink.PerhapsOverwrite(path, call);
                else if (argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out)
                    sink.Overwrite(path, call);
                // A structure that keeps the reference is a second name.
                if (argument.Parameter?.RefKind == RefKind.Ref && call is IObjectCreationOperation)
                    sink.GiveSecondName(path, call);
            }
        }
    }

    /// <summary>Guards that throw, locks, and what is said to the garbage collector: they neither keep an object nor call it.</summary>
    private static bool OnlyLooks(ISymbol callee) =>
        (callee.ContainingType?.Name is "Monitor" or "GC" || callee.Name.StartsWith("ThrowIf", StringComparison.Ordinal)) && FrameworkAssemblies.Declare(callee);

    /// <summary>
    /// The framework decides nothing itself. But it may hand what it gets to a delegate or to an implementation that is
    /// not its own, put it into a new object, or give it back.
    /// </summary>
    private bool MayPassOn(ISymbol callee)
    {
        return callee is IMethodSymbol method
            && (method.MethodKind == MethodKind.Constructor
                || method.IsAbstract || method.IsVirtual || method.IsOverride
                || symbols.CanHoldSocket(method.ReturnType)
                || method.ReturnType is INamedTypeSymbol { IsGenericType: true }
                || method.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Delegate || (parameter.RefKind == RefKind.Ref && symbols.CanHoldSocket(parameter.Type))));
    }

    private static ImmutableArray<IOperation> Values(IArgumentOperation argument) =>
        Operands.Unwrap(argument.Value) is IArrayCreationOperation { Initializer: { } initializer } ? initializer.ElementValues : ImmutableArray.Create(argument.Value);
}
