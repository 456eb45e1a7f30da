using Sward.Discovery.Pipeline;
using Sward.Discovery.Shelves;
using Sward.Discovery.Suggesting;

namespace Sward.Discovery.Goods.Sources;

/// <summary>Goods under the hottest notes that have something in common with what they are shown beside. More notes, more said.</summary>
internal sealed class GoodsOfNotes(string name, NoteShelves shelves, Func<FeedContext, IEnumerable<ShelfKey>> keys, Func<FeedContext, FeedNote, Reason> why) : ISuggests
{
    private const int Notes = 100;

    /// <summary>Goods under as many notes are as sure as can be.</summary>
    private const double Sure = 3;

    public string Name => name;

    /// <summary>Beside a product: goods under the same notes.</summary>
    public static GoodsOfNotes Shared(NoteShelves shelves) => new(
        "shared-notes", shelves, context => [ShelfKey.Product(context.Ask.ProductId!.Value)], (_, _) => new Reason("shared-notes"));

    /// <summary>Under a note: goods under other notes on its topics.</summary>
    public static GoodsOfNotes OnTopics(NoteShelves shelves) => new(
        "topic-goods", shelves, context => context.Ask.Seed!.Topics.Select(ShelfKey.Topic),
        (context, note) => new Reason("topic-goods", "#" + note.Topics.First(topic => context.Ask.Seed!.Topics.Contains(topic, StringComparer.OrdinalIgnoreCase))));

    public ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(FeedContext context, CancellationToken ct)
    {
        var notes = new List<FeedNote>(Notes);
        shelves.Take(keys(context), Mark.Start, Notes, notes, note => note.ProductIds.Length > 0 && !context.Hides.Cover(note));
        return new([.. notes
            .SelectMany(note => note.ProductIds.Select(productId => (productId, note)))
            .GroupBy(goods => goods.productId, goods => goods.note)
            .Select(goods => new Suggestion(goods.Key, Math.Min(1, goods.Count() / Sure), why(context, goods.First())))
            .OrderByDescending(goods => goods.Score)]);
    }
}
