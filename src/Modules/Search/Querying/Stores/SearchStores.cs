using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;

namespace Sward.Search;

/// <summary>Says which stores a query names.</summary>
internal static class SearchStores
{
    public static void Map(IEndpointRouteBuilder search) => search
        .MapGet("/stores", HandleAsync)
        .WithName("SearchStores")
        .AllowAnonymous();

    private static async Task<Ok<Page<FoundStore>>> HandleAsync(
        [StringLength(Query.MaxLength)] string? q, bool? exact, Understand understand, FindStores find, ICurrentAccount account, CancellationToken ct)
    {
        var understood = await understand.RunAsync(q, exact ?? false, account.IdOrNull, ct);
        return TypedResults.Ok(new Page<FoundStore>(await find.RunAsync(understood.Readings(q), account.IdOrNull, ct), Next: null));
    }
}
