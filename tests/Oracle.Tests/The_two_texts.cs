using System.Text.RegularExpressions;
using SocketSetup.Oracle.Generation;
using SocketSetup.Oracle.Printing;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Tests;

/// <summary>What is analysed and what is executed are the same program.</summary>
public sealed partial class The_two_texts
{
    private readonly ProgramGen generator = new(ProgramGen.AllFeatures);

    [Fact]
    public void Have_the_same_sites_in_the_same_order()
    {
        for (int index = 0; index < 500; index++)
        {
            ProgramTree program = generator.Generate(3, index);
            Page plain = ProgramPrinter.Print(program, Dialect.Plain, "P");
            string twin = ProgramPrinter.Print(program, Dialect.Twin, "P").ToString();
            // The driver, which gives static fields their first values, has no counterpart.
            int driver = twin.IndexOf("public static void Drive", StringComparison.Ordinal);
            HashSet<int> statics = [.. program.Main.Fields.Where(field => field.IsStatic).Select(field => field.Initializer).OfType<Creation>().Select(creation => creation.Site)];
            IEnumerable<int> executed = Site().Matches(twin.Remove(driver, twin.IndexOf("\n}\n}\n", driver, StringComparison.Ordinal) - driver))
                .Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
            IEnumerable<int> analysed = plain.Sites.OrderBy(site => site.Value.End).Select(site => site.Key).Where(site => !statics.Contains(site));
            Assert.Equal(analysed, executed);
        }
    }

    [Fact]
    public void Are_always_the_same_for_a_seed_and_a_number()
    {
        string first = ProgramPrinter.Print(generator.Generate(5, 77), Dialect.Plain, "P").ToString();
        generator.Generate(5, 78);
        Assert.Equal(first, ProgramPrinter.Print(generator.Generate(5, 77), Dialect.Plain, "P").ToString());
        Assert.NotEqual(first, ProgramPrinter.Print(generator.Generate(6, 77), Dialect.Plain, "P").ToString());
    }

    [Fact]
    public void Hold_every_feature_somewhere()
    {
        var found = new HashSet<Feature>();
        for (int index = 0; index < 500; index++)
            found.UnionWith(Running.FeatureScan.Of(generator.Generate(4, index)));
        Assert.Equal(ProgramGen.AllFeatures, found.Order());
    }

    /// <summary>The end of an operation, or a creation, with its number.</summary>
    [GeneratedRegex(@"(?:new (?:Socket|Derived)\(|Operation\.\w+, )(\d+)")]
    private static partial Regex Site();
}
