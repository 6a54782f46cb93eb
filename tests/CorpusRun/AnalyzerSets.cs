using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SocketSetup.CorpusRun;

/// <summary>A set of analyzers made ready: what to run and with which severities.</summary>
internal sealed record AnalyzerSet(
    string Name,
    ImmutableArray<DiagnosticAnalyzer> Analyzers,
    ImmutableDictionary<string, ReportDiagnostic> Severities,
    ImmutableArray<CodeFixProvider> Fixers,
    int Skipped);

internal static class AnalyzerSets
{
    public static AnalyzerSet Load(SetSpec spec, Options o)
    {
        var analyzers = ImmutableArray.CreateBuilder<DiagnosticAnalyzer>();
        var fixers = ImmutableArray.CreateBuilder<CodeFixProvider>();
        foreach (var part in spec.Parts)
        {
            if (part.StartsWith("builtin:")) { analyzers.Add(Builtins.Create(part["builtin:".Length..])); continue; }
            var dlls = Directory.Exists(part) ? Directory.GetFiles(part, "*.dll").Where(f => !f.EndsWith(".resources.dll")).ToArray() : [part];
            string dir = Directory.Exists(part) ? part : Path.GetDirectoryName(part)!;
            var context = FolderContext.For(dir);
            foreach (var dll in dlls)
                foreach (var type in Types(context.LoadFromAssemblyPath(dll)))
                    if (!type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsSubclassOf(typeof(DiagnosticSuppressor))
                        && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is { } attr && attr.Languages.Contains(LanguageNames.CSharp))
                        analyzers.Add((DiagnosticAnalyzer)Activator.CreateInstance(type, nonPublic: true)!);
            if (o.Fix)
                foreach (var dll in dlls.Concat(Directory.GetFiles(dir, "*.dll")).Distinct())
                    foreach (var type in Types(context.LoadFromAssemblyPath(dll)))
                        if (!type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider))
                            && type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is { } e && e.Languages.Contains(LanguageNames.CSharp)
                            && type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []) is not null)
                            fixers.Add((CodeFixProvider)Activator.CreateInstance(type, nonPublic: true)!);
        }

        var severities = ImmutableDictionary.CreateBuilder<string, ReportDiagnostic>();
        foreach (var kv in GlobalConfig(o)) severities[kv.Key] = kv.Value;
        if (spec.OnlyRules.Count > 0)
        {
            var only = spec.OnlyRules.ToHashSet();
            var kept = analyzers.Where(a => Ids(a).Any(d => only.Contains(d.Id))).ToList();
            analyzers.Clear();
            analyzers.AddRange(kept);
            foreach (var a in kept)
                foreach (var d in Ids(a)) severities[d.Id] = only.Contains(d.Id) ? ReportDiagnostic.Warn : ReportDiagnostic.Suppress;
        }
        foreach (var id in o.Rules) severities[id] = ReportDiagnostic.Warn;

        // csc does not run an analyzer whose every rule is off, Hidden or Info.
        int before = analyzers.Count;
        var run = analyzers.Where(a => Ids(a).Any(d => Visible(d, severities, o))).ToImmutableArray();
        return new AnalyzerSet(spec.Name, run, severities.ToImmutable(), fixers.ToImmutable(), before - run.Length);
    }

    private static bool Visible(DiagnosticDescriptor d, ImmutableDictionary<string, ReportDiagnostic>.Builder severities, Options o)
    {
        if (severities.TryGetValue(d.Id, out var s) && s != ReportDiagnostic.Default)
            return s is ReportDiagnostic.Warn or ReportDiagnostic.Error || (o.AllSeverities && s is ReportDiagnostic.Info or ReportDiagnostic.Hidden);
        return d.IsEnabledByDefault && (o.AllSeverities || d.DefaultSeverity >= DiagnosticSeverity.Warning);
    }

    public static IEnumerable<DiagnosticDescriptor> Ids(DiagnosticAnalyzer a)
    {
        try { return a.SupportedDiagnostics; } catch (Exception) { return []; }
    }

    private static ImmutableDictionary<string, ReportDiagnostic> GlobalConfig(Options o)
    {
        if (o.GlobalConfigs.Count == 0) return ImmutableDictionary<string, ReportDiagnostic>.Empty;
        var set = AnalyzerConfigSet.Create(o.GlobalConfigs.Select(f => AnalyzerConfig.Parse(File.ReadAllText(f), Path.GetFullPath(f))).ToList(), out _);
        return set.GlobalConfigOptions.TreeOptions;
    }

    private static IEnumerable<Type> Types(Assembly a)
    {
        try { return a.GetTypes(); }
        catch (ReflectionTypeLoadException e) { return e.Types.Where(t => t is not null)!; }
    }
}

/// <summary>Loads a folder's analyzers, taking Roslyn and the framework from this process.</summary>
internal sealed class FolderContext(string dir) : AssemblyLoadContext
{
    private static readonly Dictionary<string, FolderContext> s_all = [];

    public static FolderContext For(string dir) => s_all.TryGetValue(dir, out var c) ? c : s_all[dir] = new FolderContext(dir);

    protected override Assembly? Load(AssemblyName name)
    {
        if (name.Name!.StartsWith("Microsoft.CodeAnalysis") && !name.Name.Contains("NetAnalyzers") || name.Name.StartsWith("System."))
        {
            try { return Default.LoadFromAssemblyName(new AssemblyName(name.Name)); } catch (FileNotFoundException) { }
        }
        string local = Path.Combine(dir, name.Name + ".dll");
        return File.Exists(local) ? LoadFromAssemblyPath(local) : null;
    }
}

internal sealed class BuildProperties : AnalyzerConfigOptionsProvider
{
    private readonly OptionsView _global, _empty;

    public BuildProperties(Options o)
    {
        var d = new Dictionary<string, string>(AnalyzerConfigOptions.KeyComparer)
        {
            ["build_property.TargetFramework"] = o.Refs switch { "net8" => "net8.0", "net472" => "net472", "netstandard2.0" => "netstandard2.0", _ => "net10.0" },
            ["build_property.TargetFrameworkIdentifier"] = o.Refs switch { "net472" => ".NETFramework", "netstandard2.0" => ".NETStandard", _ => ".NETCoreApp" },
            ["build_property.TargetFrameworkVersion"] = o.Refs switch { "net8" => "v8.0", "net472" => "v4.7.2", "netstandard2.0" => "v2.0", _ => "v10.0" },
            ["build_property.TargetPlatformMinVersion"] = "",
            ["build_property._SupportedPlatformList"] = "Linux,macOS,Windows",
            ["build_property.InvariantGlobalization"] = "false",
            ["build_property.EffectiveAnalysisLevelStyle"] = "10.0",
        };
        foreach (var kv in o.Properties) d["build_property." + kv.Key] = kv.Value;
        _global = new OptionsView(d);
        _empty = new OptionsView([]);
    }

    public override AnalyzerConfigOptions GlobalOptions => _global;
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _global;
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _empty;

    private sealed class OptionsView(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
        public override IEnumerable<string> Keys => values.Keys;
    }
}
