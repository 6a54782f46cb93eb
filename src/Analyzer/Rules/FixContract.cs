using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.Flow;

namespace SocketSetup.Analyzers.Rules;

/// <summary>
/// All that a code fix learns from the analyzer: it travels in the diagnostic's properties, so a fix never analyses
/// again.
/// </summary>
/// <param name="Binds">Where the sockets at fault are bound, in the file of the diagnostic.</param>
/// <param name="Creations">Where they are created, in the file of the diagnostic.</param>
/// <param name="Edits">What may be changed.</param>
internal sealed record FixContract(ImmutableArray<TextSpan> Binds, ImmutableArray<TextSpan> Creations, SafeEdits Edits)
{
    /// <summary>Null where the properties are not this analyzer's.</summary>
    public static FixContract? Read(ImmutableDictionary<string, string?> properties) =>
        Spans(properties, nameof(Binds)) is { } binds
        && Spans(properties, nameof(Creations)) is { } creations
        && properties.TryGetValue(nameof(Edits), out string? text)
        && Enum.TryParse(text, out SafeEdits edits)
            ? new FixContract(binds, creations, edits)
            : null;

    public ImmutableDictionary<string, string?> Write() => ImmutableDictionary<string, string?>.Empty
        .Add(nameof(Binds), Text(Binds))
        .Add(nameof(Creations), Text(Creations))
        .Add(nameof(Edits), Edits.ToString());

    private static string Text(ImmutableArray<TextSpan> spans) =>
        string.Join(";", spans.Select(span => string.Format(CultureInfo.InvariantCulture, "{0}+{1}", span.Start, span.Length)));

    private static ImmutableArray<TextSpan>? Spans(ImmutableDictionary<string, string?> properties, string name)
    {
        if (!properties.TryGetValue(name, out string? text) || text is null)
            return null;
        ImmutableArray<TextSpan>.Builder spans = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (string part in text.Split([';'], StringSplitOptions.RemoveEmptyEntries))
        {
            string[] numbers = part.Split('+');
            if (numbers.Length != 2 || !int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out int start) || !int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out int length))
                return null;
            spans.Add(new TextSpan(start, length));
        }
        return spans.ToImmutable();
    }
}
