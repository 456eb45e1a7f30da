using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>What a note said before each of its edits, newest first; for its author and for operators.</summary>
internal sealed class ReadHistory(NotesDb db)
{
    /// <summary>A replaced version; <paramref name="ReplacedAt"/> is when the edit was made.</summary>
    public sealed record EarlierVersion(int Version, Note.Content Content, DateTimeOffset ReplacedAt);

    public static void Map(IEndpointRouteBuilder notes) => notes
        .MapGet("/{noteId:long}/history", HandleAsync)
        .WithName("ReadNoteHistory")
        .RequireAuthorization()
        .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>A page of versions replaced before the given edit; null when they are not this reader's to see.</summary>
    public async Task<Page<EarlierVersion>?> RunAsync(long noteId, long readerId, bool isOperator, long before, int size, CancellationToken ct)
    {
        if (!await db.Notes.AnyAsync(n => n.Id == noteId && (isOperator || (n.AuthorId == readerId && n.DeletedAt == null)), ct))
        {
            return null;
        }

        var edits = await db.NoteEdits.AsNoTracking()
            .Where(e => e.NoteId == noteId && e.Id < before)
            .OrderByDescending(e => e.Id)
            .Take(size + 1)
            .ToListAsync(ct);
        var page = Page<NoteEdit>.Of(edits, size, e => Cursor.Encode(e.Id));
        return new([.. page.Items.Select(e => new EarlierVersion(e.Version, StoredContent.Read(e.Content), e.At))], page.Next);
    }

    private static async Task<Results<Ok<Page<EarlierVersion>>, ProblemHttpResult>> HandleAsync(
        long noteId, [AsParameters] PageQuery page, ReadHistory history, ICurrentAccount account, CancellationToken ct)
    {
        if (!Cursor.TryDecode(page.Cursor, out var before, out _))
        {
            return Problems.BadRequest("kernel.bad-cursor");
        }

        return await history.RunAsync(noteId, account.Id, account.IsOperator, before, page.Size, ct) is { } versions
            ? TypedResults.Ok(versions)
            : Problems.NotFound("notes.note-not-found");
    }
}
