using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>What a build says of a project: its target, its language version, what it references, what its .editorconfig sets.</summary>
internal sealed class SettingsOfTheBuild : AnalyzerConfigOptionsProvider
{
    private readonly Options options;

    /// <param name="framework">Empty where the build says none.</param>
    /// <param name="addressReuse">The value of <c>socket_setup.address_reuse</c>, if it is set.</param>
    public SettingsOfTheBuild(string framework = "net8.0", string? addressReuse = null)
    {
        options = new Options();
        options.Values["build_property.TargetFramework"] = framework;
        if (addressReuse is not null)
            options.Values["socket_setup.address_reuse"] = addressReuse;
    }

    private SettingsOfTheBuild(Options options) => this.options = options;

    public LanguageVersion Language { get; init; } = LanguageVersion.Preview;

    public IEnumerable<MetadataReference> References { get; init; } = Net80.References;

    /// <summary>The same in another language version.</summary>
    public SettingsOfTheBuild In(LanguageVersion language) => new(options) { Language = language, References = References };

    public override AnalyzerConfigOptions GlobalOptions => options;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => options;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => options;

    private sealed class Options : AnalyzerConfigOptions
    {
        public Dictionary<string, string> Values { get; } = new(KeyComparer);

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => Values.TryGetValue(key, out value);
    }
}
