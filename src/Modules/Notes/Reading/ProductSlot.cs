using Sward.Contracts.Notes;
using Sward.Contracts.Pages;
using Sward.Ui;

namespace Sward.Notes;

/// <summary>The newest notes about a product, under the product: <c>product.notes</c>.</summary>
internal sealed class ProductSlot(INoteCards notes, ListedNotes listed) : IPageSlot
{
    private const int Most = 12;

    public string Place => "product.notes";

    public async Task<SlotContent?> LoadAsync(long subjectId, long? readerId, string? cursor, CancellationToken ct)
    {
        var found = await listed.OfAsync(await notes.AboutProductAsync(subjectId, Most, ct), readerId, ct);
        return found.Count == 0 ? null : new("_Waterfall", new Waterfall([.. found.Select(note => note.ToTile())]));
    }
}
