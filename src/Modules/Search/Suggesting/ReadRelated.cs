using System.ComponentModel.DataAnnotations;

namespace Sward.Search;

/// <summary>Searches that are related to one.</summary>
internal static class ReadRelated
{
    public static void Map(IEndpointRouteBuilder search) => search
        .MapGet("/related", HandleAsync)
        .WithName("ReadRelatedQueries")
        .AllowAnonymous();

    private static async Task<Ok<Page<string>>> HandleAsync([StringLength(Query.MaxLength)] string? q, RelatedQueries related, CancellationToken ct) =>
        TypedResults.Ok(new Page<string>(await related.OfAsync(Query.Parse(q), ct), Next: null));
}
