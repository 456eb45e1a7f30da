using Sward.Contracts.Accounts;
using Sward.Ui;

namespace Sward.Notes;

/// <summary>A note with its comments; the same markup is the sheet over the feed.</summary>
internal sealed class NotePage(ReadNote read, ReadComments comments, ICircles circles, ICurrentAccount account, SiteAddress site) : PageModel
{
    private const int CommentsAtFirst = 10;

    public NoteView Note { get; private set; } = null!;

    public CommentList Comments { get; private set; } = null!;

    public bool IsMine { get; private set; }

    public bool IsFollowing { get; private set; }

    public string Address { get; private set; } = "";

    public string ShareUrl => site.Of(Address);

    /// <summary>The note for search engines and link previews.</summary>
    public LinkPreview Preview => LinkPreview.Of(Note, site);

    public async Task<IActionResult> OnGetAsync(long noteId, CancellationToken ct)
    {
        if (await read.RunAsync(noteId, account.IdOrNull, ct) is not { } note)
        {
            return NotFound();
        }

        (Note, Address) = (note, $"/notes/{note.Id}");
        IsMine = account.IdOrNull == note.Author.Id;
        IsFollowing = (await circles.OfAsync(account.IdOrNull, ct)).Following.Contains(note.Author.Id);
        Comments = new(note.Id, CommentOrder.Useful, await comments.RunAsync(noteId, CommentOrder.Useful, account.IdOrNull, cursor: null, CommentsAtFirst, ct), account.IdOrNull, IsMine, note.MayComment);
        return Page();
    }
}
