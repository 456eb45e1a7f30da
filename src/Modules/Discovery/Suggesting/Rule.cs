using Sward.Discovery.Pipeline;

namespace Sward.Discovery.Suggesting;

/// <summary>Says who or what may be suggested to this reader. Like a filter of notes it protects people, so it has no switch and may not fail.</summary>
internal sealed record Rule<T>(string Name, Func<FeedContext, T, bool> Keeps)
{
    /// <summary>What every rule keeps; what one takes out is counted under its name.</summary>
    public static IReadOnlyList<T> Apply(IReadOnlyList<Rule<T>> rules, string list, FeedContext context, IEnumerable<T> among)
    {
        List<T> kept = [.. among];
        foreach (var rule in rules)
        {
            var dropped = kept.RemoveAll(one => !rule.Keeps(context, one));
            if (dropped > 0)
            {
                StageCounters.Dropped(list, rule.Name, dropped);
            }
        }

        return kept;
    }
}
