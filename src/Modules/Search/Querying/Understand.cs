namespace Sward.Search;

/// <summary>What is searched for.</summary>
/// <param name="Query">Empty when it holds a term that operators have blocked.</param>
/// <param name="Instead">The spelling that was searched for instead of what was written; null when that was taken as it was.</param>
internal sealed record Understood(Query Query, string? Instead, bool IsBlocked = false)
{
    /// <summary>What was written and what is searched for; nothing when it is blocked.</summary>
    public IEnumerable<Query> Readings(string? written) => IsBlocked ? [] : [Query.Parse(written), Query];
}

/// <summary>Makes of what somebody wrote what is searched for: nothing if it is blocked, else with its synonyms and in the spelling that was meant.</summary>
internal sealed class Understand(Correct correct, RuleBook rules)
{
    /// <summary>Understands a query for a reader: what they may not find does not make a spelling better.</summary>
    /// <param name="exact">True for somebody who insists on what they wrote.</param>
    public async Task<Understood> RunAsync(string? text, bool exact, long? readerId, CancellationToken ct)
    {
        var written = rules.WithSynonyms(Query.Parse(text));
        if (rules.Blocks(written.Key))
        {
            return new(Query.Nothing, Instead: null, IsBlocked: true);
        }

        return !exact && await correct.RunAsync(written, readerId, ct) is { } better ? new(rules.WithSynonyms(better), better.Text) : new(written, Instead: null);
    }
}
