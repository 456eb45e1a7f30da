using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;

namespace Sward.Search;

/// <summary>Searches accounts by nickname, handle and bio.</summary>
internal static class SearchAccounts
{
    public static void Map(IEndpointRouteBuilder search) => search
        .MapGet("/accounts", HandleAsync)
        .WithName("SearchAccounts")
        .AllowAnonymous();

    private static async Task<Results<Ok<FoundPage<FoundPerson>>, ProblemHttpResult>> HandleAsync(
        [StringLength(Query.MaxLength)] string? q, bool? exact, [AsParameters] PageQuery page,
        Understand understand, FindPeople find, RememberQuery remember, ICurrentAccount account, CancellationToken ct)
    {
        var (query, instead, _) = await understand.RunAsync(q, exact ?? false, account.IdOrNull, ct);
        var found = await find.RunAsync(query, account.IdOrNull, page, ct);
        if (found is null)
        {
            return Problems.BadRequest("kernel.bad-cursor");
        }

        await remember.AskedAsync(query, account.IdOrNull, page, found.Count, ct);
        return TypedResults.Ok(found with { SearchedFor = instead });
    }
}
