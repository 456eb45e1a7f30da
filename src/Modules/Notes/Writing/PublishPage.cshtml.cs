using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>Pick, edit, describe, publish. Opens empty, on a topic, on an order's product, or on a draft.</summary>
[Authorize, PictureForm]
internal sealed class PublishPage(NoteEditors editors, PublishOnce publish, Drafts drafts, ICurrentAccount account) : PageModel
{
    public NoteEditor Editor { get; private set; } = null!;

    /// <summary>Set when the note is made from an order.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Bought { get; set; }

    public async Task<IActionResult> OnGetAsync(long? draft, string? topic, CancellationToken ct)
    {
        var stored = draft is { } draftId ? await drafts.FindAsync(draftId, account.Id, ct) : null;
        if (draft is not null && stored is null)
        {
            return NotFound();
        }

        var content = stored is not null ? StoredContent.Read(stored.Content) : new Note.Content
        {
            Topics = topic is not null && TopicName.IsAllowed(topic) ? [topic] : [],
            ProductIds = Bought is { } productId ? [productId] : [],
        };
        Editor = await editors.OfAsync(content, noteId: null, stored?.Id, stored?.Version ?? 0, Guid.NewGuid().ToString("N"), ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] NoteForm form, long? draftId, int version, string key, CancellationToken ct)
    {
        if (!Guid.TryParseExact(key, "N", out _))
        {
            return BadRequest();
        }

        var (noteId, problem) = await editors.TryAsync(PublishAsync);
        if (problem is null)
        {
            return LocalRedirect($"/notes/{noteId}");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Editor = await editors.OfAsync(form, noteId: null, draftId, version, key, problem, ct);
        return Page();

        async Task<long> PublishAsync()
        {
            var request = new PublishNote.Request(await editors.ReadAsync(form, ct)) { DraftId = draftId, BoughtProductId = Bought };
            return await publish.PublishAsync(account.Id, request, string.Create(CultureInfo.InvariantCulture, $"page:{account.Id}:{key}"), ct);
        }
    }
}
