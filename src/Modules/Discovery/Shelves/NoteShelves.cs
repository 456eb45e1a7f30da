using System.Collections.Concurrent;
using Sward.Discovery.Authors;
using Sward.Discovery.Pipeline;

namespace Sward.Discovery.Shelves;

/// <summary>
/// Every note that a feed may show, in memory and in the orders feeds need. Rebuilt from the read model at start and kept by facts; never the only copy of anything.
/// Any number of readers, one writer.
/// </summary>
internal sealed class NoteShelves(AuthorSizes authors)
{
    private volatile State state = State.New();

    /// <summary>All notes, in no order.</summary>
    public IEnumerable<FeedNote> Notes => state.Notes.Values;

    public FeedNote? Find(long noteId) => state.Notes.GetValueOrDefault(noteId);

    /// <summary>Whether an earlier public note says nearly the same.</summary>
    public bool IsCopy(long noteId) => state.Copies.Has(noteId);

    /// <summary>Replaces everything.</summary>
    public void Load(IReadOnlyCollection<FeedNote> notes)
    {
        var loaded = State.New();
        Apply(loaded, notes.Select(note => (note.Id, (FeedNote?)note)));
        loaded.Copies.Load(notes);
        state = loaded;
    }

    /// <summary>Puts an author's notes where they belong after the author became small, or is no longer.</summary>
    public void Reshelve(long authorId)
    {
        if (state.Shelves.TryGetValue(ShelfKey.Author(authorId), out var shelf))
        {
            Change(shelf.Notes.ToDictionary(note => note.Id, note => (FeedNote?)note));
        }
    }

    /// <summary>Puts notes in their new places; null takes a note away.</summary>
    public void Change(IReadOnlyDictionary<long, FeedNote?> changes)
    {
        var before = changes.Keys.Select(Find).ToArray();
        Apply(state, changes.Select(change => (change.Key, change.Value)));
        foreach (var (was, (_, note)) in before.Zip(changes))
        {
            state.Copies.Change(was, note);
        }
    }

    /// <summary>The next notes after a place, each once, from several shelves of one order together. Says whether there are more.</summary>
    public bool Take(IEnumerable<ShelfKey> keys, Mark after, int count, List<FeedNote> into, Func<FeedNote, bool>? where = null)
    {
        var shelves = state.Shelves;
        var heads = new PriorityQueue<(Shelf Shelf, FeedNote[] Notes, int Index), Mark>(NewestFirst);
        foreach (var key in keys)
        {
            if (shelves.TryGetValue(key, out var shelf))
            {
                var notes = shelf.Notes;
                Push(shelf, notes, shelf.IndexAfter(notes, after));
            }
        }

        while (into.Count < count && heads.TryDequeue(out var head, out _))
        {
            var note = head.Notes[head.Index];
            Push(head.Shelf, head.Notes, head.Index + 1);
            // A note that stands on several of the shelves has one place, so its copies come one after another.
            if ((into.Count == 0 || into[^1].Id != note.Id) && (where is null || where(note)))
            {
                into.Add(note);
            }
        }

        return heads.Count > 0;

        void Push(Shelf shelf, FeedNote[] notes, int index)
        {
            if (index < notes.Length)
            {
                heads.Enqueue((shelf, notes, index), shelf.MarkOf(notes[index]));
            }
        }
    }

    private static readonly Comparer<Mark> NewestFirst = Comparer<Mark>.Create((a, b) => a == b ? 0 : a.IsAfter(b) ? 1 : -1);

    private void Apply(State state, IEnumerable<(long Id, FeedNote? Note)> changes)
    {
        var touched = new Dictionary<ShelfKey, (HashSet<long> Gone, List<FeedNote> Come)>();
        foreach (var (id, after) in changes)
        {
            if (state.Notes.TryGetValue(id, out var before))
            {
                // Of the shelf of small authors it is taken whether the author was one or not: that may just have changed.
                foreach (var key in ShelfKey.Of(before, isOfSmallAuthor: true))
                {
                    Touched(key).Gone.Add(id);
                }
            }

            if (after is null)
            {
                state.Notes.TryRemove(id, out _);
                continue;
            }

            state.Notes[id] = after;
            foreach (var key in ShelfKey.Of(after, authors.IsSmall(after.AuthorId)))
            {
                Touched(key).Come.Add(after);
            }
        }

        foreach (var (key, (gone, come)) in touched)
        {
            state.Shelves.GetOrAdd(key, static key => new Shelf(key.Order)).Change(gone, come);
        }

        (HashSet<long> Gone, List<FeedNote> Come) Touched(ShelfKey key)
        {
            if (!touched.TryGetValue(key, out var change))
            {
                touched[key] = change = ([], []);
            }

            return change;
        }
    }

    private sealed record State(ConcurrentDictionary<long, FeedNote> Notes, ConcurrentDictionary<ShelfKey, Shelf> Shelves, Copies Copies)
    {
        public static State New()
        {
            var notes = new ConcurrentDictionary<long, FeedNote>();
            return new(notes, new(), new(notes.GetValueOrDefault));
        }
    }
}
