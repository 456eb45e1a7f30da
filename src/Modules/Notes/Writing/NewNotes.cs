using Sward.Contracts.Mall;

namespace Sward.Notes;

/// <summary>A note that is checked and waits to be written.</summary>
internal sealed record Manuscript(Note Note, CheckedContent Content, long? DraftId);

/// <summary>Makes new notes in two steps: what takes time or may refuse, then what happens in one transaction.</summary>
internal sealed class NewNotes(NotesDb db, ContentCheck check, Catalogue catalogue, Drafts drafts, IProductCards products, Ids ids, TimeProvider clock)
{
    /// <summary>Checks the note and makes it ready.</summary>
    /// <exception cref="Refusal">The content cannot be published.</exception>
    public async Task<Manuscript> PrepareAsync(long authorId, PublishNote.Request request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (request.PublishAt > now)
        {
            throw new Refusal("notes.no-schedule", StatusCodes.Status422UnprocessableEntity);
        }

        if (request.BoughtProductId is { } productId && !(await products.BoughtAsync([authorId], [productId], ct)).Contains((authorId, productId)))
        {
            throw new Refusal("notes.not-bought", StatusCodes.Status422UnprocessableEntity);
        }

        var content = await check.CheckAsync(authorId, request, before: null, ct);
        var note = new Note { Id = ids.Next(), AuthorId = authorId, BoughtProductId = request.BoughtProductId, PublishedAt = now };
        note.Apply(content);
        return new(note, content, request.DraftId);
    }

    /// <summary>Writes and announces the note in the caller's transaction.</summary>
    public async Task WriteAsync(Manuscript manuscript, CancellationToken ct)
    {
        var (note, content, draftId) = manuscript;
        db.Notes.Add(note);
        db.Announce(note.ToFact(content.Place, note.PublishedAt));
        db.Announce(note.ToMediaUse(note.PublishedAt));
        if (draftId is { } id && !await drafts.DeleteAsync(id, note.AuthorId, ct))
        {
            throw new Refusal("notes.draft-not-found");
        }

        await db.SaveChangesAsync(ct);
        await catalogue.FileAsync(note, content.Topics, placeBefore: null, ct);
    }
}
