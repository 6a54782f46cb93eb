using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.Flow;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Rules;

/// <summary>
/// All that a code fix learns from the analyzer: it travels in the diagnostic's properties, so a fix never analyses
/// again. Every place in it lies in the file of the diagnostic.
/// </summary>
internal sealed class FixContract
{
    /// <summary>Where the sockets at fault are bound.</summary>
    public ImmutableArray<TextSpan> Binds { get; init; } = ImmutableArray<TextSpan>.Empty;

    /// <summary>Where they are created.</summary>
    public ImmutableArray<TextSpan> Creations { get; init; } = ImmutableArray<TextSpan>.Empty;

    /// <summary>The protocol arguments of these creations that do not name TCP.</summary>
    public ImmutableArray<TextSpan> Protocols { get; init; } = ImmutableArray<TextSpan>.Empty;

    /// <summary>The sets that the one at fault contradicts.</summary>
    public ImmutableArray<TextSpan> Others { get; init; } = ImmutableArray<TextSpan>.Empty;

    /// <summary>What may be changed.</summary>
    public SafeEdits Edits { get; init; }

    /// <summary>The runtime that the code will meet.</summary>
    public RuntimeProfile Profile { get; set; }

    /// <summary>What the team has chosen.</summary>
    public AddressReusePreference Preference { get; init; }

    /// <summary>Null where the properties are not this analyzer's.</summary>
    public static FixContract? Read(ImmutableDictionary<string, string?> properties) =>
        Spans(properties, nameof(Binds)) is { } binds
        && Spans(properties, nameof(Creations)) is { } creations
        && Spans(properties, nameof(Protocols)) is { } protocols
        && Spans(properties, nameof(Others)) is { } others
        && Member<SafeEdits>(properties, nameof(Edits)) is { } edits
        && Member<RuntimeProfile>(properties, nameof(Profile)) is { } profile
        && Member<AddressReusePreference>(properties, nameof(Preference)) is { } preference
            ? new FixContract { Binds = binds, Creations = creations, Protocols = protocols, Others = others, Edits = edits, Profile = profile, Preference = preference }
            : null;

    public ImmutableDictionary<string, string?> Write() => ImmutableDictionary<string, string?>.Empty
        .Add(nameof(Binds), Text(Binds))
        .Add(nameof(Creations), Text(Creations))
        .Add(nameof(Protocols), Text(Protocols))
        .Add(nameof(Others), Text(Others))
        .Add(nameof(Edits), Edits.ToString())
        .Add(nameof(Profile), Profile.ToString())
        .Add(nameof(Preference), Preference.ToString());

    private static T? Member<T>(ImmutableDictionary<string, string?> properties, string name)
        where T : struct =>
        properties.TryGetValue(name, out string? text) && Enum.TryParse(text, out T member) ? member : null;

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
