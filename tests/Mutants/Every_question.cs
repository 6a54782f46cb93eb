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

    /// <summary>The mutants that each question can reach; null before it is known.</summary>
    private static Dictionary<Question, IReadOnlyCollection<int>>? reached;

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
        reached ??= await ReachedByAll();
        int active = Control.Active;
        for (LinkedListNode<Question>? question = Likely.First; question is not null; question = question.Next)
        {
            if (active < 0 || reached[question.Value].Contains(active))
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
            await ReachedBy(question.Value);
            throw;
        }
    }

    private static async Task<Dictionary<Question, IReadOnlyCollection<int>>> ReachedByAll()
    {
        var all = new Dictionary<Question, IReadOnlyCollection<int>>();
        foreach (Question question in Questions)
            all.Add(question, await ReachedBy(question));
        return all;
    }

    /// <summary>
    /// Asks the question while no mutant is active, and ends the process where the answer is wrong even so: a mutant may leave something behind that
    /// fails every question after it, and all that come later would look killed.
    /// </summary>
    private static async Task<IReadOnlyCollection<int>> ReachedBy(Question question)
    {
        try
        {
            return await Control!.ReachedBy(question);
        }
        catch (Exception exception)
        {
            Environment.FailFast($"The process is spoilt: {question.Name}", exception);
            throw;
        }
    }
}
