using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;

namespace Sward.Notes;

/// <summary>Note cards for all modules, each reader seeing only what is for them.</summary>
internal sealed class NoteCards(NoteCardCache cache, ICircles circles) : INoteCards
{
    public async Task<IReadOnlyDictionary<long, NoteCard>> GetAsync(IReadOnlyCollection<long> noteIds, long? readerId, CancellationToken ct)
    {
        var circle = await circles.OfAsync(readerId, ct);
        var visible = new Dictionary<long, NoteCard>(noteIds.Count);
        foreach (var (noteId, entry) in await cache.GetAsync(noteIds, ct))
        {
            if (NoteVisibility.Allows(entry.Card.AuthorId, entry.Visibility, entry.ChosenIds, readerId, circle))
            {
                visible.Add(noteId, entry.Card);
            }
        }

        return visible;
    }
}
