using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Contracts.Media;

namespace Sward.Notes;

/// <summary>The editor as a page draws it: what is typed, with the pictures and products that it names.</summary>
/// <param name="Stores">The author's, which the note may lead to.</param>
/// <param name="NoteId">The note that is edited; null for a new one.</param>
/// <param name="DraftId">The draft that a new note is saved to.</param>
/// <param name="Version">Of the draft or of the note, as the page saw it.</param>
/// <param name="Key">Names the intention to publish: a form that is sent twice publishes once.</param>
/// <param name="Problem">Why the last try was refused.</param>
internal sealed record NoteEditor(
    NoteForm Form, IReadOnlyList<MediaCard> Pictures, IReadOnlyList<ProductCard> Products, IReadOnlyList<StoreCard> Stores, long? NoteId, long? DraftId, int Version, string Key, string? Problem)
{
    public string Action => NoteId is { } id ? $"/notes/{id}/edit" : "/publish";
}

/// <summary>Fills the editor, and reads what it sends.</summary>
internal sealed class NoteEditors(
    IMediaCards media, IPictureUploads uploads, IProductCards products, IStoreCards stores, IAccountCards accounts, ICurrentAccount account, IStringLocalizer texts)
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
            [.. form.MediaIds.Where(id => pictures.TryGetValue(id, out var card) && card.OwnerId == account.Id).Select(id => pictures[id])],
            [.. form.ProductIds.Where(goods.ContainsKey).Select(id => goods[id])],
            await stores.OfOwnerAsync(account.Id, ct),
            noteId, draftId, version, key, problem);
    }

    /// <summary>The content that was sent, with its pictures stored and the chosen readers found by their handles.</summary>
    /// <exception cref="Refusal">A file is no picture, or a field breaks a rule.</exception>
    public async Task<Note.Content> ReadAsync(NoteForm form, CancellationToken ct)
    {
        await TakePicturesAsync(form, ct);
        string[] handles = [.. (form.Chosen ?? "").ToLowerInvariant().Split([' ', ',', '@', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        var chosen = handles.Length == 0 ? [] : (await accounts.GetByHandleAsync(handles, ct)).Values.Select(card => card.Id);
        var content = form.ToContent([.. chosen]);
        return NoteForm.InvalidFields(content).FirstOrDefault() is { } field
            ? throw new Refusal($"notes.invalid-{field.ToLowerInvariant()}", StatusCodes.Status422UnprocessableEntity)
            : content;
    }

    /// <summary>What became of an act: its result, or a sentence in the reader's language on why it was refused.</summary>
    public async Task<(T? Result, string? Problem)> TryAsync<T>(Func<Task<T>> act)
    {
        try
        {
            return (await act(), null);
        }
        catch (Refusal refusal)
        {
            return (default, texts.Of(refusal));
        }
    }

    /// <summary>A picture that was taken in stands in the form from then on, also when the next one is refused.</summary>
    private async Task TakePicturesAsync(NoteForm form, CancellationToken ct)
    {
        if (form.MediaIds.Count + form.Files.Count > Note.Content.MaxPictures)
        {
            throw new Refusal("notes.invalid-mediaids", StatusCodes.Status422UnprocessableEntity);
        }

        foreach (var file in form.Files)
        {
            await using var upload = file.OpenReadStream();
            form.MediaIds.Add(await uploads.TakeAsync(account.Id, upload, ct));
        }
    }
}
