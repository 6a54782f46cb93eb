namespace SocketSetup.CorpusRun;

/// <summary>One set of analyzers to measure as a unit: several parts joined with ';', each a dll, a folder or a built-in.</summary>
internal sealed record SetSpec(string Name, IReadOnlyList<string> Parts, IReadOnlyList<string> OnlyRules);

internal sealed class Options
{
    public List<SetSpec> Sets { get; } = [];
    public List<string> Folders { get; } = [];
    public List<string> Rules { get; } = [];
    public List<string> Defines { get; } = [];
    public List<string> ExtraRefs { get; } = [];
    public List<string> GlobalConfigs { get; } = [];
    public List<string> Excludes { get; } = [];
    public Dictionary<string, string> Properties { get; } = new(StringComparer.OrdinalIgnoreCase);
    public string LangVersion { get; set; } = "preview";
    public string Refs { get; set; } = "net10";
    public string? Labels { get; set; }
    public bool LabelledOnly { get; set; }
    public string LabelScope { get; set; } = "file";
    public int LabelTolerance { get; set; }
    public int Repeat { get; set; } = 1;
    public int Warmup { get; set; } = 1;
    public string? Out { get; set; }
    public string? Sarif { get; set; }
    public bool Fix { get; set; }
    public int FixMax { get; set; } = 200;
    public bool PerProject { get; set; }
    public bool Concurrent { get; set; }
    public bool Identical { get; set; }
    public bool AllSeverities { get; set; }
    public bool Nullable { get; set; } = true;
    public bool GlobalUsings { get; set; } = true;
    public bool Quiet { get; set; }
    public int Top { get; set; } = 15;

    public const string Usage = """
        corpus-run [options] (ANALYZER.dll | SOURCE_FOLDER)...

          ANALYZER.dll            a positional dll is one set; its sibling code-fix dlls are loaded with --fix
          SOURCE_FOLDER           one repository = one compilation (see --per-project)
          --set NAME=P[;P..][@ID,ID]   one set from several dlls, folders or builtin:NAME parts;
                                  @IDs: keep only these rules (enabled at warning, every other rule off)
          --builtin A,B           built-in baselines, one set each: noop noop-tree noop-syntax noop-op noop-block
                                  noop-cfg walk-cfg gated-op gated-cfg gated-syntax gated-tree, or `all`
          --rules ID,ID           these rules at warning even when off by default (all sets)
          --globalconfig FILE     a .globalconfig, e.g. the SDK's analysislevel_10_default.globalconfig
          --property K=V          build_property.K for analyzers (defaults describe a net10.0 library)
          --define A;B  --lang-version preview|latest|13  --refs net10|net8|net472|netstandard2.0
          --ref DLL|FOLDER        more references (all *.dll of a folder, recursively)
          --exclude SUBSTRING     skip files whose path contains it (repeatable)
          --per-project           one compilation per nearest *.csproj, ProjectReferences resolved between them
          --concurrent            concurrent analysis and concurrent build (default: off, for steady times)
          --identical             compare only: no baseline, no warm-up, every second round concurrent
          --all-severities        also run analyzers whose rules are all Hidden/Info (csc does not run those)
          --no-nullable --no-global-usings
          --labels FILE.jsonl     {"repo","path","line","endLine"?,"expected":[{"id","line"?}]}
          --labelled-only         with --per-project: only the projects that hold a labelled file
          --label-scope file|line|all   which diagnostics count as false positives (default file: those in labelled files)
          --label-tolerance N     accept a diagnostic N lines off
          --repeat N --warmup N   measured rounds (interleaved over the sets); unmeasured ones on the first folder
          --out FILE.jsonl --sarif FILE --top N --quiet
          --fix --fix-max N       apply every code fix singly and by FixAll, and check the result
        """;

    public static Options Parse(string[] args)
    {
        var o = new Options();
        for (int i = 0; i < args.Length; i++)
        {
            string a = args[i];
            string Next() => ++i < args.Length ? args[i] : throw new ArgumentException($"{a} needs a value");
            switch (a)
            {
                case "--set": o.Sets.Add(ParseSet(Next())); break;
                case "--builtin":
                    foreach (var n in Split(Next(), ','))
                        foreach (var b in n == "all" ? Builtins.Names : [n])
                            o.Sets.Add(new SetSpec(b, ["builtin:" + b], []));
                    break;
                case "--rules": o.Rules.AddRange(Split(Next(), ',')); break;
                case "--define": o.Defines.AddRange(Split(Next(), ';', ',')); break;
                case "--ref": o.ExtraRefs.Add(Next()); break;
                case "--exclude": o.Excludes.Add(Next()); break;
                case "--globalconfig": o.GlobalConfigs.Add(Next()); break;
                case "--property": var kv = Next().Split('=', 2); o.Properties[kv[0]] = kv[1]; break;
                case "--lang-version": o.LangVersion = Next(); break;
                case "--refs": o.Refs = Next(); break;
                case "--labels": o.Labels = Next(); break;
                case "--labelled-only": o.LabelledOnly = true; break;
                case "--label-scope": o.LabelScope = Next(); break;
                case "--label-tolerance": o.LabelTolerance = int.Parse(Next()); break;
                case "--repeat": o.Repeat = int.Parse(Next()); break;
                case "--warmup": o.Warmup = int.Parse(Next()); break;
                case "--out": o.Out = Next(); break;
                case "--sarif": o.Sarif = Next(); break;
                case "--fix": o.Fix = true; break;
                case "--fix-max": o.FixMax = int.Parse(Next()); break;
                case "--per-project": o.PerProject = true; break;
                case "--concurrent": o.Concurrent = true; break;
                case "--identical": o.Identical = true; break;
                case "--all-severities": o.AllSeverities = true; break;
                case "--no-nullable": o.Nullable = false; break;
                case "--no-global-usings": o.GlobalUsings = false; break;
                case "--quiet": o.Quiet = true; break;
                case "--top": o.Top = int.Parse(Next()); break;
                default:
                    if (a.StartsWith('-')) throw new ArgumentException($"unknown option {a}");
                    if (a.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
                        o.Sets.Add(new SetSpec(Path.GetFileNameWithoutExtension(a), [Path.GetFullPath(a)], []));
                    else if (Directory.Exists(a)) o.Folders.Add(Path.GetFullPath(a));
                    else throw new ArgumentException($"no such dll or folder: {a}");
                    break;
            }
        }
        if (o.LabelledOnly && o.Labels is null) throw new ArgumentException("--labelled-only needs --labels");
        if (o.Folders.Count == 0) throw new ArgumentException("no source folder given");
        return o;
    }

    public bool IsConcurrent(int round) => Identical ? round % 2 != 0 : Concurrent;

    private static SetSpec ParseSet(string s)
    {
        int eq = s.IndexOf('=');
        if (eq < 0) throw new ArgumentException("--set needs NAME=PARTS");
        string name = s[..eq], rest = s[(eq + 1)..];
        int at = rest.LastIndexOf('@');
        IReadOnlyList<string> only = at < 0 ? [] : Split(rest[(at + 1)..], ',');
        if (at >= 0) rest = rest[..at];
        return new SetSpec(name, Split(rest, ';').Select(p => p.StartsWith("builtin:") ? p : Path.GetFullPath(p)).ToArray(), only);
    }

    private static string[] Split(string s, params char[] seps) =>
        s.Split(seps, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
