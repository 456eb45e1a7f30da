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
        var others = book.Find(beginning, MaxItems).Select(e => new Suggestion(e.Text, e.Kind));
        return TypedResults.Ok(new Page<Suggestion>([.. own.Concat(others).DistinctBy(s => Fold.Key(s.Text), StringComparer.Ordinal).Take(MaxItems)], Next: null));
    }

    /// <summary>A history is short, so it is read whole; LIKE would mean something else on each database.</summary>
    private static async Task<IEnumerable<Suggestion>> OwnAsync(SearchDb db, long accountId, string beginning, CancellationToken ct)
    {
        var past = await db.History.AsNoTracking().Where(q => q.AccountId == accountId).OrderByDescending(q => q.At).Select(q => new { q.Key, q.Text }).ToListAsync(ct);
        return past.Where(q => q.Key.StartsWith(beginning, StringComparison.Ordinal)).Take(MaxOwn).Select(q => new Suggestion(q.Text, SuggestionKind.History));
    }
}
