using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>The form under a note without script: back to where it stood, or, when the comment was refused, why, with what was typed.</summary>
internal sealed class WriteCommentPage(WriteComment write, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    public CommentForm Form { get; private set; } = null!;

    public string Problem { get; private set; } = "";

    public IActionResult OnGet(long noteId) => LocalRedirect($"/notes/{noteId}#comments");

    public async Task<IActionResult> OnPostAsync(long noteId, string? body, long? replyTo, [FromForm(Name = "return")] string? back, CancellationToken ct)
    {
        Form = new(noteId, Url.IsLocalUrl(back) ? back : $"/notes/{noteId}#comments", replyTo, texts["notes.say"], body);
        if (account.IdOrNull is not { } accountId)
        {
            return LocalRedirect($"/sign-in?return={Uri.EscapeDataString(Form.Return)}");
        }

        try
        {
            await write.RunAsync(noteId, accountId, new WriteComment.Request(body ?? "", replyTo).Checked(), ct);
            return LocalRedirect(Form.Return);
        }
        catch (Refusal refusal) when (refusal.Status is not StatusCodes.Status404NotFound)
        {
            Problem = texts.Of(refusal);
            return new PageResult { StatusCode = refusal.Status };
        }
    }
}

/// <summary>The form for a comment or an answer, empty or with what was typed.</summary>
/// <param name="Return">Where the form stood.</param>
internal sealed record CommentForm(long NoteId, string Return, long? ReplyTo, string Hint, string? Body = null);
