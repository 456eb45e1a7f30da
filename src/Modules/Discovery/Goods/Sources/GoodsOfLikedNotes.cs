using Sward.Discovery.Pipeline;
using Sward.Discovery.Shelves;
using Sward.Discovery.Suggesting;

namespace Sward.Discovery.Goods.Sources;

/// <summary>Goods under the notes that the reader did something with.</summary>
internal sealed class GoodsOfLikedNotes(NoteShelves shelves) : ISuggests
{
    /// <summary>A like of a note says less about its goods than a visit to their page.</summary>
    private const double Worth = .6;

    public string Name => "liked-note-goods";

    public bool IsPersonal => true;

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(FeedContext context, CancellationToken ct)
    {
        var seeds = (await context.Portrait.Value.WaitAsync(ct)).Seeds.Where(seed => seed.Weight >= 1).ToArray();
        var most = seeds.Select(seed => seed.Weight).DefaultIfEmpty(1).Max();
        return [.. seeds
            .SelectMany(seed => (shelves.Find(seed.NoteId)?.ProductIds ?? []).Select(productId =>
                new Suggestion(productId, Worth * seed.Weight / most, new Reason("because-you-liked") { NoteId = seed.NoteId })))
            .GroupBy(goods => goods.Id).Select(same => same.MaxBy(goods => goods.Score)).OrderByDescending(goods => goods.Score)];
    }
}
