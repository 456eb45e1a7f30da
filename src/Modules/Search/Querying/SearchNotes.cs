using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;

namespace Sward.Search;

/// <summary>Searches notes.</summary>
internal static class SearchNotes
{
    public static void Map(IEndpointRouteBuilder search) => search
        .MapGet("/notes", HandleAsync)
        .WithName("SearchNotes")
        .AllowAnonymous();

    private static async Task<Results<Ok<FoundPage<FoundNote>>, ProblemHttpResult>> HandleAsync(
        [StringLength(Query.MaxLength)] string? q, NoteSort? sort, string? kind, Within? within, bool? followed, bool? seen,
        [Range(-90.0, 90.0)] double? lat, [Range(-180.0, 180.0)] double? lng, [Range(1, Around.Furthest)] int? km, bool? exact, [AsParameters] PageQuery page,
        Understand understand, FindNotes find, RememberQuery remember, ICurrentAccount account, CancellationToken ct)
    {
        var (query, instead, _) = await understand.RunAsync(q, exact ?? false, account.IdOrNull, ct);
        var found = await find.RunAsync(new NoteSearch(query, sort ?? NoteSort.General, kind, within, followed ?? false, seen, Around.Of(lat, lng, km)), account.IdOrNull, page, ct);
        if (found is null)
        {
            return Problems.BadRequest("kernel.bad-cursor");
        }

        await remember.AskedAsync(query, account.IdOrNull, page, found.Count, ct);
        return TypedResults.Ok(found with { SearchedFor = instead });
    }
}
