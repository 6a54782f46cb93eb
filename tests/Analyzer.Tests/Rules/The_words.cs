using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using SocketSetup.Analyzers.CodeFixes;
using SocketSetup.Analyzers.Rules;

namespace SocketSetup.Analyzers.Tests.Rules;

/// <summary>What the rules and repairs say, in each language that the package has.</summary>
public sealed partial class The_words
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");

    public static TheoryData<string> Resources => new(typeof(RuleTable).Assembly.GetName().Name!, typeof(SocketSetupCodeFixProvider).Assembly.GetName().Name!);

    [Theory]
    [MemberData(nameof(Resources))]
    public void Are_all_there_in_Chinese(string assembly)
    {
        Dictionary<string, string> english = Words(assembly, CultureInfo.InvariantCulture);

        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(), Words(assembly, Chinese).Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public void Have_the_same_placeholders_and_names_in_Chinese(string assembly)
    {
        Dictionary<string, string> chinese = Words(assembly, Chinese);

        Assert.All(Words(assembly, CultureInfo.InvariantCulture), word =>
        {
            Assert.Matches(Ideograph(), chinese[word.Key]);
            Assert.Equal(Kept(word.Value), Kept(chinese[word.Key]));
        });
    }

    [Fact]
    public void Of_a_title_and_a_message_are_no_sentence_and_of_a_description_are_sentences()
    {
        foreach (CultureInfo culture in new[] { CultureInfo.InvariantCulture, Chinese })
        {
            Assert.All(RuleTable.Descriptors, descriptor =>
            {
                Assert.DoesNotMatch(@"[.。]$|^\s|\s$|\n", descriptor.Title.ToString(culture));
                Assert.DoesNotMatch(@"[.。]$|^\s|\s$|\n", descriptor.MessageFormat.ToString(culture));
                Assert.Matches(@"^\S.*[.。]$", descriptor.Description.ToString(culture));
            });
        }
    }

    [Fact]
    public void Come_in_the_language_of_the_user() => Assert.All(RuleTable.Descriptors, descriptor =>
    {
        Assert.Matches(Ideograph(), descriptor.MessageFormat.ToString(CultureInfo.GetCultureInfo("zh-CN")));
        Assert.DoesNotMatch(Ideograph(), descriptor.MessageFormat.ToString(CultureInfo.GetCultureInfo("de-DE")));
    });

    private static Dictionary<string, string> Words(string assembly, CultureInfo culture)
    {
        Type type = assembly == typeof(RuleTable).Assembly.GetName().Name ? typeof(Analyzers.Rules.Resources) : typeof(CodeFixes.Resources);
        ResourceSet words = new ResourceManager(type.FullName!, type.Assembly).GetResourceSet(culture, createIfNotExists: true, tryParents: false)!;
        return words.Cast<DictionaryEntry>().ToDictionary(word => (string)word.Key, word => (string)word.Value!);
    }

    /// <summary>What a translation keeps as it is: placeholders, and the names of options, members, systems and versions.</summary>
    private static IEnumerable<string> Kept(string words) => Name().Matches(words).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+\}|SO_\w+|socket_setup\.\w+|reuse_except_windows|\b(ReuseAddress|ExclusiveAddressUse|ProtocolType\.Tcp|AddressAlreadyInUse|TIME_WAIT|Windows|Linux|macOS|TcpListener|UdpClient|\w+Exception|OperationNotSupported|\d+(\.\d+)+)\b")]
    private static partial Regex Name();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Ideograph();
}
