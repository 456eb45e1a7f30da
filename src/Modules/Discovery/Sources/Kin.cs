using Sward.Discovery.Pipeline;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Sources;

/// <summary>Notes that have something in common with the one they are shown beside: the hottest of each kind, all at once.</summary>
internal sealed class Kin(string name, NoteShelves shelves, Func<FeedNote, IEnumerable<ShelfKey>> keys, Func<FeedNote, FeedNote, Reason> why) : ISource
{
    private const int Most = 100;

    public string Name => name;

    public TimeSpan Budget { get; } = TimeSpan.FromMilliseconds(50);

    public static Kin ByGoods(NoteShelves shelves) => new(
        "same-goods", shelves, seed => seed.ProductIds.Select(ShelfKey.Product), (_, _) => new Reason("same-goods"));

    public static Kin ByTopic(NoteShelves shelves) => new(
        "same-topic", shelves, seed => seed.Topics.Select(ShelfKey.Topic), (seed, note) => new Reason("same-topic", note.Topics.FirstOrDefault(seed.Topics.Contains)));

    public static Kin ByAuthor(NoteShelves shelves) => new(
        "same-author", shelves, seed => [ShelfKey.Author(seed.AuthorId)], (_, _) => new Reason("same-author"));

    public static Kin ByChannel(NoteShelves shelves) => new(
        "same-channel", shelves, seed => [ShelfKey.Channel(seed.Channel)], (_, note) => Reason.OfChannel("same-channel", note.Channel));

    public Reason WhyThis(FeedContext context, FeedNote note) => why(context.Ask.Seed!, note);

    public ValueTask<Harvest> ReadAsync(FeedContext context, Mark after, int count, CancellationToken ct)
    {
        var notes = new List<FeedNote>(Most);
        shelves.Take(keys(context.Ask.Seed!), Mark.Start, Most, notes);
        return new(new Harvest(notes, HasMore: false));
    }
}
