using Sward.Contracts.Pages;

namespace Sward.Search;

/// <summary>Whether a document can be found, for the operators' desk: <c>operator.note</c> and <c>operator.product</c>.</summary>
internal sealed class IndexSlot<TDocument, TMarks>(SearchDb db, ISearchIndex<TMarks> index) : IPageSlot
    where TDocument : Document<TMarks>
    where TMarks : unmanaged
{
    public async Task<SlotContent?> LoadAsync(long subjectId, long? readerId, string? cursor, CancellationToken ct)
    {
        var document = await db.Set<TDocument>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == subjectId, ct);
        var state = document switch
        {
            null => "unknown",
            { IsFindable: false } => "left-out",
            _ when document.Version > index.Version => "waits",
            _ => "in",
        };
        return new("/Search/Explaining/_IndexState.cshtml", new IndexState(typeof(TDocument) == typeof(NoteDocument) ? "notes" : "mall", state));
    }
}

/// <summary>How a document stands to the index of its kind.</summary>
/// <param name="State">in, waits (this node's index has not come to its last change), left-out (nobody may find it) or unknown.</param>
internal sealed record IndexState(string Index, string State);
