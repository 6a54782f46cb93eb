namespace SocketSetup.Mutants;

/// <summary>
/// All that the tests of the analyzer ask, or those of the fixes, in one test, because a process that Stryker keeps for its mutants then knows which
/// questions can tell the active one from the original. It asks no others, and first those that told others.
/// </summary>
public sealed class Every_question
{
    /// <summary>Where nothing is mutated, most questions about the fixes are left to the tests that ask them.</summary>
    private const int EachOfFixes = 20;

    private static readonly MutantControl? Control = MutantControl.Instance;
    private static readonly List<Question> Questions = [.. Question.All.Where((question, number) => Control is null ? !question.IsOfFixes || number % EachOfFixes == 0 : question.IsOfFixes == Control.IsOfFixes)];
    private static readonly LinkedList<Question> Likely = new(Questions);
    private static readonly Dictionary<Question, HashSet<int>> Reached = [];

    [Xunit.Fact]
    public async Task Is_answered()
    {
        Assert.True(Questions.Count > 1400, $"{Questions.Count} questions");
        if (Control is null || Control.IsCapturing)
        {
            foreach (Question question in Questions)
                await question.Ask();
            if (Control is null)
                Recorded.CheckAll();
            return;
        }
        if (Reached.Count == 0)
        {
            foreach (Question question in Questions)
                Reached[question] = [.. await Control.ReachedBy(question)];
        }
        int active = Control.Active;
        for (LinkedListNode<Question>? question = Likely.First; question is not null; question = question.Next)
        {
            if (active < 0 || Reached[question.Value].Contains(active))
                await Ask(question);
        }
    }

    private static async Task Ask(LinkedListNode<Question> question)
    {
        try
        {
            await question.Value.Ask();
        }
        catch
        {
            Likely.Remove(question);
            Likely.AddFirst(question);
            await EndIfSpoilt(question.Value);
            throw;
        }
    }

    /// <summary>A mutant may leave something behind that fails every question after it, so that all that come later would look killed.</summary>
    private static async Task EndIfSpoilt(Question question)
    {
        try
        {
            await Control!.AskOriginal(question);
        }
        catch (Exception exception)
        {
            Environment.FailFast("A mutant has spoilt the process.", exception);
        }
    }
}
