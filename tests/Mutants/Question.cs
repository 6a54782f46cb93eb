using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers;
using SocketSetup.Analyzers.Tests.Cases;

namespace SocketSetup.Mutants;

/// <summary>What the tests of the analyzer and its fixes ask: a case, or a row of one of their methods.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="IsOfFixes">Is it about the fixes?</param>
/// <param name="Ask">Throws where the answer is wrong.</param>
internal sealed record Question(string Name, bool IsOfFixes, Func<Task> Ask)
{
    public static IEnumerable<Question> All => CaseFile.All.Select(Of)
        .Concat(typeof(Question).Assembly.GetTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).SelectMany(type => type.GetMethods().SelectMany(method => Of(type, method))));

    private static Question Of(CaseFile one) => new(one.ToString(), IsOfFixes: false, async () =>
    {
        bool reportsStarts = Has("starts");
        CompiledCase compiled = CompiledCase.Of([.. one.Sources.Select(source => Regex.Replace(source, @"\{\|(\d):", "{|SOCK00$1:"))], Has("script"), Has("unity"), reportsStarts);
        var setup = new SocketSetupAnalyzer();
        ImmutableArray<Diagnostic> found = await compiled.FindAsync(new FrameworkOption(one.Framework, one.AddressReuse), reportsStarts ? [setup, new ListenerStartAnalyzer()] : [setup]);
        Assert.Equal(compiled.Expected, found.Select(CompiledCase.Describe).Order());
        Assert.All(one.Messages, message => Assert.Contains(found, diagnostic => $"{diagnostic.GetMessage(null)} @{string.Join(",", diagnostic.AdditionalLocations.Select(CompiledCase.TextAt))}".Contains(message, StringComparison.Ordinal)));
        Recorded.Check(one.ToString(), setup.Work, found);

        bool Has(string option) => one.Options.Contains(option, StringComparison.Ordinal);
    });

    private static IEnumerable<Question> Of(Type type, MethodInfo method)
    {
        if (method.IsDefined(typeof(FactAttribute)))
            return [Of(type, method, [])];
        if (method.GetCustomAttribute<MemberDataAttribute>() is { } member)
            return ((System.Collections.IEnumerable)type.GetProperty(member.Property)!.GetValue(null)!).Cast<object>().Select(row => Of(type, method, row is ITuple pair ? [pair[0], pair[1]] : [row]));
        return method.GetCustomAttributes<InlineDataAttribute>().Select(row => Of(type, method, row.Values));
    }

    private static Question Of(Type type, MethodInfo method, IReadOnlyList<object?> values) => new($"{type.Name}.{method.Name}({string.Join(", ", values)})", type.Namespace!.EndsWith(".Fixes", StringComparison.Ordinal), async () =>
    {
        try
        {
            if (method.Invoke(Activator.CreateInstance(type), [.. method.GetParameters().Select(parameter => Argument(parameter, values))]) is Task task)
                await task;
        }
        catch (TargetInvocationException wrong)
        {
            throw wrong.InnerException!;
        }
    });

    private static object? Argument(ParameterInfo parameter, IReadOnlyList<object?> values)
    {
        if (parameter.IsDefined(typeof(ParamArrayAttribute)))
        {
            object?[] rest = [.. values.Skip(parameter.Position)];
            var array = Array.CreateInstance(parameter.ParameterType.GetElementType()!, rest.Length);
            rest.CopyTo(array, 0);
            return array;
        }
        return parameter.Position < values.Count ? values[parameter.Position] : parameter.DefaultValue;
    }
}
