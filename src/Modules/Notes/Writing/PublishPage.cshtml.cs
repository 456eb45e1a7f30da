using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>Pick, edit, describe, publish. Opens empty, on a topic, on an order's product, or on a draft.</summary>
[Authorize]
internal sealed class PublishPage(NoteEditors editors, PublishOnce publish, Drafts drafts, ICurrentAccount account, IStringLocalizer texts) : PageModel
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
        var content = await editors.ReadAsync(form, ct);
        string? problem = null;
        if (NoteForm.InvalidFields(content).FirstOrDefault() is { } field)
        {
            problem = texts[$"notes.invalid.{field.ToLowerInvariant()}"];
        }
        else
        {
            try
            {
                var request = new PublishNote.Request(content) { DraftId = draftId, BoughtProductId = Bought };
                var noteId = await publish.PublishAsync(account.Id, request, string.Create(CultureInfo.InvariantCulture, $"page:{account.Id}:{key}"), ct);
                return LocalRedirect($"/notes/{noteId}");
            }
            catch (Refusal refusal)
            {
                problem = texts[$"problem.{refusal.Code}", [.. refusal.Arguments]];
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Editor = await editors.OfAsync(form, noteId: null, draftId, version, key, problem, ct);
        return Page();
    }
}
