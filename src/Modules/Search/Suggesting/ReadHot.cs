namespace Sward.Search;

/// <summary>The hot list: computed from what different people search for, never sold.</summary>
internal static class ReadHot
{
    public static void Map(IEndpointRouteBuilder search) => search
        .MapGet("/hot", (SuggestionBook book) => TypedResults.Ok(new Page<HotQuery>(book.Hot, Next: null)))
        .WithName("ReadHotQueries")
        .AllowAnonymous();
}
