using Microsoft.Extensions.Localization;
using Sward.Contracts.Discovery;
using Sward.Contracts.Notes;
using Sward.Contracts.Pages;
using Sward.Ui;

namespace Sward.Notes;

/// <summary>The newest notes about a product, under the product: <c>product.notes</c>.</summary>
internal sealed class ProductSlot(NotesDb db, IListedNotes listed, IHiddenNotes hides, IStringLocalizer texts) : IPageSlot
{
    private const int Most = 12;

    public async Task<SlotContent?> LoadAsync(long subjectId, long? readerId, string? cursor, CancellationToken ct)
    {
        var newest = await db.NoteProducts.Where(p => p.ProductId == subjectId).OrderByDescending(p => p.NoteId).Select(p => p.NoteId).Take(Most).ToListAsync(ct);
        var hidden = await hides.AmongAsync(newest, readerId, ct);
        var found = await listed.OfAsync([.. newest.Where(id => !hidden.Contains(id))], readerId, ct);
        return found.Count == 0 ? null : new("_Waterfall", new Waterfall([.. found.Select(note => note.ToTile(texts["notes.why.product"]))]));
    }
}
