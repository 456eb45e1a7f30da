using System.Collections.Concurrent;

namespace Sward.Discovery.Shelves;

/// <summary>Which notes say nearly the same as an earlier public one. When the earlier one goes, the next stands for itself.</summary>
/// <param name="find">Notes as feeds know them now.</param>
internal sealed class Copies(Func<long, FeedNote?> find)
{
    private readonly PrintChains prints = new();
    private readonly ConcurrentDictionary<long, byte> copies = new();

    public bool Has(long noteId) => !copies.IsEmpty && copies.ContainsKey(noteId);

    /// <summary>Takes in notes that nobody asks about yet.</summary>
    public void Load(IReadOnlyCollection<FeedNote> notes)
    {
        foreach (var note in notes)
        {
            Add(note);
        }

        foreach (var note in notes)
        {
            Judge(note.Id);
        }
    }

    /// <summary>A note was changed; both of its states may have others beside them.</summary>
    public void Change(FeedNote? before, FeedNote? after)
    {
        if (before?.Print == after?.Print && before?.IsPublic == after?.IsPublic)
        {
            return;
        }

        if (after is not null && before?.Print != after.Print)
        {
            Add(after);
        }

        foreach (var noteId in NearTo(before).Concat(NearTo(after)).ToHashSet())
        {
            Judge(noteId);
        }
    }

    private void Add(FeedNote note)
    {
        if (note.Print is { } print)
        {
            prints.Add(note.Id, print);
        }
    }

    private IReadOnlyCollection<long> NearTo(FeedNote? note) => note?.Print is { } print ? [.. prints.Near(print), note.Id] : [];

    private void Judge(long noteId)
    {
        if (find(noteId) is { Print: { } print } note && prints.Near(print).Any(other => IsBefore(find(other), note)))
        {
            copies[noteId] = 0;
        }
        else
        {
            copies.TryRemove(noteId, out _);
        }
    }

    private static bool IsBefore(FeedNote? other, FeedNote note) =>
        other is { IsPublic: true, Print: { } print } && WordPrint.AreNear(print, note.Print!.Value) && (other.PublishedAt, other.Id).CompareTo((note.PublishedAt, note.Id)) < 0;
}
