using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;

namespace Sward.Search;

/// <summary>What people look for who looked for this, and topics of what it finds.</summary>
internal sealed class RelatedQueries(SearchDb db, Guesses guesses, RuleBook rules, TimeProvider clock, IOptions<SearchOptions> options)
{
    private const int MaxItems = 8;

    /// <summary>People asked: the last ones are enough to know.</summary>
    private const int AskersRead = 200;

    public async Task<IReadOnlyList<string>> OfAsync(Query query, CancellationToken ct)
    {
        if (query.IsEmpty)
        {
            return [];
        }

        var asked = await AskedTogetherAsync(query.Key, ct);
        var topics = await guesses.TopicsAroundAsync(query, ct);
        return
        [
            .. asked.Concat(topics)
                .Where(text => Fold.Key(text) is var key && !string.Equals(key, query.Key, StringComparison.Ordinal) && !rules.AreInKey(key))
                .DistinctBy(Fold.Key, StringComparer.Ordinal)
                .Take(MaxItems),
        ];
    }

    /// <summary>Queries of the same people, those of the most people first. One that few people share says who they are, and is left out; newcomers are not asked.</summary>
    private async Task<IReadOnlyList<string>> AskedTogetherAsync(string key, CancellationToken ct)
    {
        var firstNewcomer = Newcomers.FirstAt(clock.GetUtcNow());
        var askers = await db.Set<QueryAsker>().AsNoTracking().Where(a => a.Key == key && a.AccountId < firstNewcomer).OrderByDescending(a => a.Day).ThenBy(a => a.AccountId).Select(a => a.AccountId).Take(AskersRead).ToListAsync(ct);
        var shared = await db.Set<QueryAsker>().AsNoTracking()
            .Where(a => askers.Contains(a.AccountId) && a.Key != key)
            .GroupBy(a => a.Key)
            .Select(g => new { Key = g.Key, People = g.Count() })
            .Where(g => g.People >= options.Value.PopularFromPeople)
            .OrderByDescending(g => g.People).ThenBy(g => g.Key)
            .Take(MaxItems)
            .ToListAsync(ct);
        var keys = shared.Select(s => s.Key).ToList();
        var texts = await db.PopularQueries.AsNoTracking().Where(q => keys.Contains(q.Key)).ToDictionaryAsync(q => q.Key, q => q.Text, StringComparer.Ordinal, ct);
        return [.. keys.Where(texts.ContainsKey).Select(k => texts[k])];
    }
}
