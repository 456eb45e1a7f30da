using Microsoft.Extensions.Options;

namespace Sward.Search;

/// <summary>Finds the spelling that somebody meant: one that finds ten times as much as what they wrote, which was not much.</summary>
internal sealed class Correct(Spellings spellings, RuleBook rules, CountHits count, IOptions<SearchOptions> options)
{
    /// <summary>The better query; null when what was written is good enough, or nothing is better.</summary>
    public async Task<Query?> RunAsync(Query written, long? readerId, CancellationToken ct)
    {
        var hits = await count.HoldingAllAsync(written, readerId, ct, options.Value.RelaxBelow);
        if (written.IsEmpty || hits >= options.Value.RelaxBelow)
        {
            return null;
        }

        var texts = hits == 0 ? spellings.Of(written).Concat(spellings.BySound(written)) : spellings.Of(written);
        var (best, most) = (default(Query), Math.Max(1, hits * Spellings.TimesMore) - 1);
        foreach (var query in texts.Select(Query.Parse).DistinctBy(q => q.Key, StringComparer.Ordinal).Where(q => !rules.Blocks(q.Key)))
        {
            var found = await count.HoldingAllAsync(query, readerId, ct);
            (best, most) = found > most ? (query, found) : (best, most);
        }

        return best;
    }
}
