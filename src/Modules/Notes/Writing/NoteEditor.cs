using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Contracts.Media;

namespace Sward.Notes;

/// <summary>The editor as a page draws it: what is typed, with the pictures and products that it names.</summary>
/// <param name="NoteId">The note that is edited; null for a new one.</param>
/// <param name="DraftId">The draft that a new note is saved to.</param>
/// <param name="Version">Of the draft or of the note, as the page saw it.</param>
/// <param name="Key">Names the intention to publish: a form that is sent twice publishes once.</param>
/// <param name="Problem">Why the last try was refused.</param>
internal sealed record NoteEditor(
    NoteForm Form, IReadOnlyList<MediaCard> Pictures, IReadOnlyList<ProductCard> Products, long? NoteId, long? DraftId, int Version, string Key, string? Problem)
{
    public string Action => NoteId is { } id ? $"/notes/{id}/edit" : "/publish";
}

/// <summary>Fills the editor, and reads what it sends.</summary>
internal sealed class NoteEditors(IMediaCards media, IProductCards products, IAccountCards accounts)
{
    public async Task<NoteEditor> OfAsync(Note.Content content, long? noteId, long? draftId, int version, string key, CancellationToken ct)
    {
        var chosen = content.ChosenIds.Count == 0 ? [] : (await accounts.GetAsync(content.ChosenIds, ct)).Values.Select(card => card.Handle);
        return await OfAsync(NoteForm.Of(content, chosen), noteId, draftId, version, key, problem: null, ct);
    }

    public async Task<NoteEditor> OfAsync(NoteForm form, long? noteId, long? draftId, int version, string key, string? problem, CancellationToken ct)
    {
        var pictures = await media.GetAsync(form.MediaIds, ct);
        var goods = await products.GetAsync(form.ProductIds, ct);
        return new(
            form,
            [.. form.MediaIds.Where(pictures.ContainsKey).Select(id => pictures[id])],
            [.. form.ProductIds.Where(goods.ContainsKey).Select(id => goods[id])],
            noteId, draftId, version, key, problem);
    }

    /// <summary>The content that was sent, with the chosen readers found by their handles.</summary>
    public async Task<Note.Content> ReadAsync(NoteForm form, CancellationToken ct)
    {
        string[] handles = [.. (form.Chosen ?? "").Split([' ', ',', '@', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(h => h.ToLowerInvariant()).Distinct(StringComparer.Ordinal)];
        var chosen = handles.Length == 0 ? [] : (await accounts.GetByHandleAsync(handles, ct)).Values.Select(card => card.Id);
        return form.ToContent([.. chosen]);
    }
}
