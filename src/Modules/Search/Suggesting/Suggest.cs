using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;

namespace Sward.Search;

/// <summary>Completes what somebody types: their own past queries first, then what the book holds.</summary>
internal static class Suggest
{
    private const int MaxOwn = 3;
    private const int MaxItems = 10;

    public sealed record Suggestion(string Text, SuggestionKind Kind);

    public static void Map(IEndpointRouteBuilder search) => search
        .MapGet("/suggest", HandleAsync)
        .WithName("SuggestQueries")
        .AllowAnonymous();

    private static async Task<Ok<Page<Suggestion>>> HandleAsync(
        [StringLength(Query.MaxLength)] string? q, SearchDb db, SuggestionBook book, ICurrentAccount account, CancellationToken ct)
    {
        var beginning = Fold.Key(q ?? "");
        if (beginning.Length == 0)
        {
            return TypedResults.Ok(new Page<Suggestion>([], Next: null));
        }

        var own = account.IdOrNull is { } accountId ? await OwnAsync(db, accountId, beginning, ct) : [];
        var others = book.Find(beginning, MaxItems).Where(e => own.TrueForAll(o => o.Key != e.Key)).Select(e => new Suggestion(e.Text, e.Kind));
        return TypedResults.Ok(new Page<Suggestion>([.. own.Select(o => new Suggestion(o.Text, SuggestionKind.History)).Concat(others).Take(MaxItems)], Next: null));
    }

    private static Task<List<PastQuery>> OwnAsync(SearchDb db, long accountId, string beginning, CancellationToken ct)
    {
        // StartsWith means LIKE, which ignores case on one database only; a range of keys means the same on both.
        var end = beginning + char.MaxValue;
        return db.History.AsNoTracking()
            .Where(q => q.AccountId == accountId && string.Compare(q.Key, beginning) >= 0 && string.Compare(q.Key, end) < 0)
            .OrderByDescending(q => q.At)
            .Take(MaxOwn)
            .ToListAsync(ct);
    }
}
