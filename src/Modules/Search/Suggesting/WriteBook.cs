using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;

namespace Sward.Search;

/// <summary>Writes this node's <see cref="SuggestionBook"/> anew every minute: popular queries, topics, names of goods and people.</summary>
internal sealed class WriteBook(SuggestionBook book, IServiceScopeFactory scopes, RuleBook rules, TimeProvider clock, IOptions<SearchOptions> options, ILogger<WriteBook> log)
    : NodeJob(TimeSpan.FromMinutes(1), clock, log)
{
    private const int MaxOfKind = 20_000;
    private const int HotLength = 20;
    private const int TrendingLength = 40;

    private static readonly TimeSpan Lately = TimeSpan.FromDays(90);

    public override async Task RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SearchDb>();
        var now = Clock.GetUtcNow();
        var queries = await PopularAsync(db, now, ct);
        var topics = await TopicsAsync(db, now, ct);
        IEnumerable<BookEntry> entries =
        [
            .. queries.Select(q => new BookEntry(q.Query.Key, q.Query.Text, SuggestionKind.Query, q.Query.UsualAt(now) * 10 * q.People / q.Query.People)),
            .. topics.Select(t => Entry(t.Topic, SuggestionKind.Topic, t.Liking)),
            .. await ProductsAsync(db, ct),
            .. await PeopleAsync(db, ct),
        ];
        book.Replace(
            entries.Where(e => !rules.AreInKey(e.Key)),
            [.. queries.Select(q => q.Query).Where(q => !rules.AreInKey(q.Key)).OrderByDescending(q => q.BurstAt(now)).Take(HotLength).Select(q => new HotQuery(q.Text, q.IsNewAt(now)))],
            [.. topics.Where(t => !rules.AreIn(t.Topic)).Take(TrendingLength).Select(t => t.Topic)]);
    }

    /// <summary>Queries of enough people, and how many each counts.</summary>
    private async Task<List<(PopularQuery Query, double People)>> PopularAsync(SearchDb db, DateTimeOffset now, CancellationToken ct)
    {
        var (least, firstNewcomer) = (options.Value.PopularFromPeople, Newcomers.FirstAt(now));
        var popular = await db.PopularQueries.AsNoTracking().Where(q => q.People >= least).OrderByDescending(q => q.At).Take(MaxOfKind).ToListAsync(ct);
        // Accounts of this week, so they are few.
        var newcomers = await db.Set<QueryAsker>().AsNoTracking()
            .Where(a => a.AccountId >= firstNewcomer && db.PopularQueries.Any(q => q.Key == a.Key && q.People >= least))
            .GroupBy(a => a.Key)
            .Select(g => new { Key = g.Key, People = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.People, StringComparer.Ordinal, ct);
        return [.. popular.Select(q => (q, q.PeopleWith(newcomers.GetValueOrDefault(q.Key)))).Where(q => q.Item2 >= least)];
    }

    private static async Task<List<(string Topic, double Liking)>> TopicsAsync(SearchDb db, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - Lately;
        var notes = await db.Notes.AsNoTracking()
            .Where(n => n.Audience == Audience.Everybody && n.PublishedAt > since)
            .OrderByDescending(n => n.PublishedAt)
            .Take(MaxOfKind)
            .Select(n => new { n.Topics, n.LikeCount, n.CollectCount })
            .ToListAsync(ct);
        return
        [
            .. notes.SelectMany(n => n.Topics, (n, topic) => (topic, liking: 1.0 + n.LikeCount + n.CollectCount))
                .GroupBy(t => t.topic, StringComparer.Ordinal)
                .Select(g => (g.Key, g.Sum(t => t.liking)))
                .OrderByDescending(t => t.Item2),
        ];
    }

    private static async Task<IEnumerable<BookEntry>> ProductsAsync(SearchDb db, CancellationToken ct)
    {
        var products = await db.Products.AsNoTracking().Where(p => p.OnSale).OrderByDescending(p => p.SoldCount).Take(MaxOfKind)
            .Select(p => new { p.Name, p.Brand, p.StoreName, p.SoldCount }).ToListAsync(ct);
        return
        [
            .. products.Select(p => Entry(p.Name, SuggestionKind.Product, p.SoldCount)),
            .. products.Where(p => p.Brand is not null).GroupBy(p => p.Brand!, p => p.SoldCount, (brand, sold) => Entry(brand, SuggestionKind.Brand, sold.Sum()), StringComparer.Ordinal),
            .. products.GroupBy(p => p.StoreName, p => p.SoldCount, (store, sold) => Entry(store, SuggestionKind.Store, sold.Sum()), StringComparer.Ordinal),
        ];
    }

    private static async Task<IEnumerable<BookEntry>> PeopleAsync(SearchDb db, CancellationToken ct)
    {
        var people = await db.People.AsNoTracking().OrderByDescending(p => p.FollowerCount).Take(MaxOfKind).Select(p => new { p.Nickname, p.FollowerCount }).ToListAsync(ct);
        return people.Select(p => Entry(p.Nickname, SuggestionKind.Person, p.FollowerCount));
    }

    private static BookEntry Entry(string text, SuggestionKind kind, double weight) => new(Fold.Key(text), text, kind, weight);
}
