namespace Sward.Notes;

/// <summary>The topics, places and products by which public notes are found, each with its count.</summary>
internal sealed class Catalogue(NotesDb db, Ids ids)
{
    /// <summary>The topics of these names; new ones come into being. Runs before the transaction: a topic without notes does no harm.</summary>
    public async Task<IReadOnlyList<Topic>> TopicsAsync(IReadOnlyList<string> names, CancellationToken ct)
    {
        string[] keys = [.. names.Select(TopicName.KeyOf)];
        var topics = await FindAsync();
        foreach (var name in names.Where(name => !topics.ContainsKey(TopicName.KeyOf(name))))
        {
            await db.InsertOnceAsync(new Topic { Id = ids.Next(), Key = TopicName.KeyOf(name), Name = name }, ct);
        }

        if (topics.Count < keys.Length)
        {
            topics = await FindAsync();
        }

        return [.. keys.Select(key => topics[key])];

        Task<Dictionary<string, Topic>> FindAsync() =>
            db.Topics.AsNoTracking().Where(t => keys.Contains(t.Key)).ToDictionaryAsync(t => t.Key, StringComparer.Ordinal, ct);
    }

    /// <summary>The place of this name and position; a new one comes into being.</summary>
    public async Task<Place> PlaceAsync(Note.PlaceContent content, CancellationToken ct)
    {
        var place = Place.From(ids.Next(), content);
        return await db.InsertOnceAsync(place, ct) ? place : await db.Places.AsNoTracking().SingleAsync(p => p.Key == place.Key, ct);
    }

    /// <summary>Lets topics, place and products point at the note as it now is, and count it. Part of the caller's transaction.</summary>
    /// <param name="topics">The note's topics.</param>
    /// <param name="placeBefore">The place that counted the note until now.</param>
    public async Task FileAsync(Note note, IReadOnlyList<Topic> topics, long? placeBefore, CancellationToken ct)
    {
        await FileTopicsAsync(note.Id, note.IsListed ? [.. topics.Select(t => t.Id)] : [], ct);
        await FileProductsAsync(note.Id, note.IsListed ? note.ProductIds : [], ct);
        await FilePlaceAsync(placeBefore, PlaceCounting(note), ct);
    }

    /// <summary>The place that counts the note, if any.</summary>
    public static long? PlaceCounting(Note note) => note.IsListed ? note.PlaceId : null;

    private async Task FileTopicsAsync(long noteId, HashSet<long> wanted, CancellationToken ct)
    {
        var filed = await db.NoteTopics.Where(t => t.NoteId == noteId).Select(t => t.TopicId).ToHashSetAsync(ct);
        // Counters are taken in one order by everybody, so that two notes about the same topics cannot wait for each other.
        foreach (var topicId in wanted.Union(filed).Order().Where(id => wanted.Contains(id) != filed.Contains(id)))
        {
            var step = wanted.Contains(topicId) ? 1 : -1;
            var changed = step > 0
                ? await db.InsertOnceAsync(new NoteTopic(topicId, noteId), ct)
                : await db.NoteTopics.Where(t => t.TopicId == topicId && t.NoteId == noteId).ExecuteDeleteAsync(ct) == 1;
            if (changed)
            {
                await db.Topics.Where(t => t.Id == topicId).ExecuteUpdateAsync(set => set.SetProperty(t => t.NoteCount, t => t.NoteCount + step), ct);
            }
        }
    }

    private async Task FileProductsAsync(long noteId, List<long> wanted, CancellationToken ct)
    {
        await db.NoteProducts.Where(p => p.NoteId == noteId && !wanted.Contains(p.ProductId)).ExecuteDeleteAsync(ct);
        foreach (var productId in wanted)
        {
            await db.InsertOnceAsync(new NoteProduct(productId, noteId), ct);
        }
    }

    private async Task FilePlaceAsync(long? before, long? now, CancellationToken ct)
    {
        if (before == now)
        {
            return;
        }

        foreach (var (placeId, step) in new[] { (before, -1), (now, 1) }.Where(change => change.Item1 is not null).OrderBy(change => change.Item1))
        {
            await db.Places.Where(p => p.Id == placeId).ExecuteUpdateAsync(set => set.SetProperty(p => p.NoteCount, p => p.NoteCount + step), ct);
        }
    }
}
