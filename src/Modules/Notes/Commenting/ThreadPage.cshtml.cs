using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>One comment with its replies: where a link to a comment leads, and what unfolds under it.</summary>
internal sealed class ThreadPage(ReadNote read, ReadComments comments, ICurrentAccount account) : PageModel
{
    private const int Size = 50;

    public NoteView Note { get; private set; } = null!;

    public CommentList Thread { get; private set; } = null!;

    public CommentView Comment => Thread.Page.Items[0];

    /// <summary>The next page of replies, or null.</summary>
    public string? MoreUrl { get; private set; }

    public async Task<IActionResult> OnGetAsync(long noteId, long commentId, string? cursor, CancellationToken ct)
    {
        if (await read.RunAsync(noteId, account.IdOrNull, ct) is not { } note || await comments.ThreadAsync(commentId, account.IdOrNull, cursor, Size, ct) is not var (thread, next) || thread.NoteId != noteId)
        {
            return NotFound();
        }

        Note = note;
        MoreUrl = next is null ? null : $"/notes/{noteId}/comments/{thread.Id}?cursor={next}";
        Thread = new(noteId, CommentOrder.Useful, new([thread], Next: null), account.IdOrNull, account.IdOrNull == note.Author.Id, note.MayComment);
        return Page();
    }
}
