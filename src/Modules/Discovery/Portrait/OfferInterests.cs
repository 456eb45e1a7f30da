using Sward.Contracts.Media;
using Sward.Contracts.Notes;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Portrait;

/// <summary>What the new can choose from: every channel, and the topics that the hottest notes are about, each with the cover of its hottest note.</summary>
internal sealed class OfferInterests(NoteShelves shelves, IListedNotes notes)
{
    /// <summary>Hot notes whose topics are counted.</summary>
    private const int LookedAt = 300;

    private const int MostTopics = 20;

    /// <summary>Covers that are looked at: the hottest note may not be for this reader.</summary>
    private const int MostCovers = 3;

    /// <summary>Something to choose; without a picture when nobody has written about it yet.</summary>
    public sealed record Offer(InterestKey Key, MediaCard? Picture);

    public async Task<IReadOnlyList<Offer>> RunAsync(long? readerId, CancellationToken ct)
    {
        InterestKey[] keys =
        [
            .. NoteChannels.All.Select(code => new InterestKey(InterestKind.Channel, code)),
            .. Hottest(ShelfKey.Everything, LookedAt).SelectMany(note => note.Topics).CountBy(topic => topic, StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(topic => topic.Value).ThenBy(topic => topic.Key, StringComparer.Ordinal).Take(MostTopics).Select(topic => new InterestKey(InterestKind.Topic, topic.Key)),
        ];
        var covers = keys.ToDictionary(key => key, key => Hottest(key.Shelf, MostCovers).ConvertAll(note => note.Id));
        var pictures = (await notes.OfAsync([.. covers.Values.SelectMany(ids => ids).Distinct()], readerId, ct)).ToDictionary(note => note.Note.Id, note => note.Cover);
        return [.. keys.Select(key => new Offer(key, covers[key].Select(id => pictures.GetValueOrDefault(id)).FirstOrDefault(picture => picture is not null)))];
    }

    private List<FeedNote> Hottest(ShelfKey key, int count)
    {
        var found = new List<FeedNote>(count);
        shelves.Take([key], Mark.Start, count, found);
        return found;
    }
}
