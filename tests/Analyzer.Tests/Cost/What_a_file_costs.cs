using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Analyzers.Tests.Cost;

/// <summary>A file is searched for a bind by its text; nothing else is looked at.</summary>
public sealed class What_a_file_costs
{
    [Theory]
    [InlineData("s.Bind(e);", 2)]
    [InlineData("Bind", 0)]
    [InlineData("s.Bind(e); t?.Bind(f);", 2, 14)]
    [InlineData("BindingFlags Rebind ModelBinder Bind_ _Bind Bind1")]
    [InlineData("bind BIND")]
    [InlineData("")]
    public void Is_told_by_where_it_spells_Bind(string text, params int[] positions) =>
        Assert.Equal(positions, TextGate.Positions(SourceText.From(text), EntryPoints.Names));

    [Theory]
    [InlineData("a b", "a", true)]
    [InlineData("a b", "", false)]
    [InlineData("", "", false)]
    public void Is_told_of_a_name_that_is_not_there_yet(string text, string name, bool isSpelled) =>
        Assert.Equal(isSpelled, TextGate.Contains(SourceText.From(text), name));

    [Fact]
    public void Is_told_across_the_chunks_in_which_it_is_read()
    {
        for (int padding = 16 * 1024 - 8; padding < 16 * 1024 + 4; padding++)
        {
            string text = new string(' ', padding) + "Bind" + new string(' ', padding) + "Bind";
            Assert.Equal([padding, (2 * padding) + 4], TextGate.Positions(SourceText.From(text), EntryPoints.Names));
        }
    }

    [Fact]
    public void Is_no_allocation_where_it_spells_none_of_the_words()
    {
        var text = SourceText.From(string.Concat(Enumerable.Repeat("int Rebind = bind; // Binder\n", 2_000)));
        string[] names = EntryPoints.Names;
        Assert.Empty(TextGate.Positions(text, names)); // The buffer is rented from a pool, which keeps it.
        long before = GC.GetAllocatedBytesForCurrentThread();
        TextGate.Positions(text, names);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
