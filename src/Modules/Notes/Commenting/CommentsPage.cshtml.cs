using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>All comments of a note, page by page; without its frame it feeds the list under the note.</summary>
internal sealed class CommentsPage(ReadNote read, ReadComments comments, ICurrentAccount account) : PageModel
{
    private const int Size = 20;

    public NoteView Note { get; private set; } = null!;

    public CommentList Comments { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long noteId, CommentOrder sort, string? cursor, CancellationToken ct)
    {
        if (await read.RunAsync(noteId, account.IdOrNull, ct) is not { } note)
        {
            return NotFound();
        }

        Note = note;
        Comments = new(noteId, sort, await comments.RunAsync(noteId, sort, account.IdOrNull, cursor, Size, ct), account.IdOrNull, account.IdOrNull == note.Author.Id, note.MayComment);
        return Page();
    }
}
