using Sward.Contracts.Pages;
using Sward.Ui;

namespace Sward.Discovery.Serving;

/// <summary>A row of related notes, as the page of a note draws it.</summary>
internal sealed record RelatedRow(long NoteId, FeedAnswer Notes)
{
    public IEnumerable<NoteTile> Tiles => Notes.Tiles().Select(tile => tile with { SaysWhy = true });
}

/// <summary>Related notes under a note: <c>note.related</c>.</summary>
internal sealed class RelatedSlot(ReadRelated related) : IPageSlot
{
    private const int Most = 8;

    public async Task<SlotContent?> LoadAsync(long subjectId, long? readerId, string? cursor, CancellationToken ct) =>
        await related.FindAsync(subjectId, ct) is var (seed, _) && await related.RunAsync(seed, new PageQuery { Limit = Most }, ct) is { Items.Count: > 0 } notes
            ? new("/Discovery/Serving/_RelatedRow.cshtml", new RelatedRow(subjectId, notes))
            : null;
}
