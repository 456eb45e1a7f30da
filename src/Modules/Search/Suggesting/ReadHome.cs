namespace Sward.Search;

/// <summary>What search offers before anything is typed.</summary>
internal sealed record SearchHome(IReadOnlyList<History.Entry> Past, IReadOnlyList<HotQuery> Hot, IReadOnlyList<string> Guesses);

/// <summary>Reads the home of search for a person or a visitor.</summary>
internal sealed class ReadHome(SearchDb db, SuggestionBook book, Guesses guesses)
{
    private const int PastShown = 20;

    public async Task<SearchHome> RunAsync(long? accountId, CancellationToken ct)
    {
        var past = await db.History.AsNoTracking()
            .Where(q => q.AccountId == accountId)
            .OrderByDescending(q => q.At)
            .Take(PastShown)
            .Select(q => new History.Entry(q.Id, q.Text, q.At))
            .ToListAsync(ct);
        return new(past, book.Hot, await guesses.ForAsync([.. past.Select(p => p.Text)], ct));
    }
}
