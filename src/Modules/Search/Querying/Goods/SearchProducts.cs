using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;

namespace Sward.Search;

/// <summary>Searches the mall.</summary>
internal static class SearchProducts
{
    public static void Map(IEndpointRouteBuilder search) => search
        .MapGet("/products", HandleAsync)
        .WithName("SearchProducts")
        .AllowAnonymous();

    public static void MapFacets(IEndpointRouteBuilder search) => search
        .MapGet("/products/facets", CountFacetsAsync)
        .WithName("CountProductFacets")
        .AllowAnonymous();

    private static async Task<Results<Ok<FoundPage<FoundProduct>>, ProblemHttpResult>> HandleAsync(
        [StringLength(Query.MaxLength)] string? q, FoundProductSort? sort, [AsParameters] ProductFilter filter, bool? exact, [AsParameters] PageQuery page,
        Understand understand, FindProducts find, RememberQuery remember, ICurrentAccount account, CancellationToken ct)
    {
        var (query, instead, _) = await understand.RunAsync(q, exact ?? false, account.IdOrNull, ct);
        var found = await find.RunAsync(new ProductSearch(query, sort ?? FoundProductSort.General, filter), account.IdOrNull, page, ct);
        if (found is null)
        {
            return Problems.BadRequest("kernel.bad-cursor");
        }

        await remember.AskedAsync(query, account.IdOrNull, page, found.Count, ct);
        return TypedResults.Ok(found with { SearchedFor = instead });
    }

    private static async Task<Ok<ProductFacets>> CountFacetsAsync(
        [StringLength(Query.MaxLength)] string? q, FoundProductSort? sort, [AsParameters] ProductFilter filter, bool? exact,
        Understand understand, CountFacets count, ICurrentAccount account, CancellationToken ct)
    {
        var (query, _, _) = await understand.RunAsync(q, exact ?? false, account.IdOrNull, ct);
        return TypedResults.Ok(await count.RunAsync(new ProductSearch(query, sort ?? FoundProductSort.General, filter), account.IdOrNull, ct));
    }
}
