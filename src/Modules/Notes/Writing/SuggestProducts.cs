using Sward.Contracts.Mall;

namespace Sward.Notes;

/// <summary>Products to put under a note, for the picker of the editor.</summary>
internal static class SuggestProducts
{
    private const int Most = 8;

    public static void Map(IEndpointRouteBuilder notes) => notes
        .MapGet("/products", HandleAsync)
        .WithName("SuggestProducts")
        .RequireAuthorization();

    private static async Task<Ok<Page<ProductCard>>> HandleAsync(IProductCards products, CancellationToken ct, string q = "")
    {
        var words = PlainText.Line(q);
        if (words.Length == 0)
        {
            return TypedResults.Ok(new Page<ProductCard>([], Next: null));
        }

        var found = await products.FindAsync(words, Most, ct);
        var cards = await products.GetAsync(found, ct);
        return TypedResults.Ok(new Page<ProductCard>([.. found.Where(cards.ContainsKey).Select(id => cards[id])], Next: null));
    }
}
