using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Reach;
using Sward.Discovery.Serving;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Hiding;

/// <summary>The menu of a card as a page, for browsers without script.</summary>
[Authorize]
internal sealed class NotInterestedPage(
    HideFromFeeds hide, NoteShelves shelves, Surfaces surfaces, Hydration hydration, ReasonTexts reasons, INoteCards notes, IAccountCards accounts, ICurrentAccount account) : PageModel
{
    public NoteCard Note { get; private set; } = null!;

    public AccountCard Author { get; private set; } = null!;

    /// <summary>Kinds of the goods under the note.</summary>
    public IReadOnlyList<string> Categories { get; private set; } = [];

    /// <summary>Why the card was shown, as its source says it of any note; null for a card that did not say where it stood.</summary>
    public string? Why { get; private set; }

    /// <summary>The menu of one card.</summary>
    /// <param name="shown">What the card says in <c>shown</c>: its surface and its source.</param>
    public async Task<IActionResult> OnGetAsync(long noteId, string? shown, CancellationToken ct)
    {
        if (!(await notes.GetAsync([noteId], account.Id, ct)).TryGetValue(noteId, out var note)
            || note.AuthorId == account.Id || !(await accounts.GetAsync([note.AuthorId], ct)).TryGetValue(note.AuthorId, out var author))
        {
            return NotFound();
        }

        (Note, Author, Categories) = (note, author, shelves.Find(noteId)?.Categories ?? []);
        Why = await ExplainAsync(noteId, shown, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long? note, long? author, string? topic, string? category, CancellationToken ct)
    {
        await hide.HideAsync(account.Id, new HideFromFeeds.Request(note, author, topic, category).Checked(), ct);
        // Where it can be taken back.
        return LocalRedirect("/settings/hidden");
    }

    /// <summary>Only of surfaces that say it of a reader and a note; related notes say it on their cards.</summary>
    private async Task<string?> ExplainAsync(long noteId, string? shown, CancellationToken ct)
    {
        Surface[] telling = [surfaces.Discover, surfaces.Following];
        var said = Provenance.Read(shown, telling);
        if (Array.Find(telling, surface => string.Equals(surface.Name, said.Surface, StringComparison.Ordinal)) is not { } surface || shelves.Find(noteId) is not { } note)
        {
            return null;
        }

        var source = surface.Sources.Append(surface.Fallback).OfType<ISource>().First(source => string.Equals(source.Name, said.Source, StringComparison.Ordinal));
        return reasons.TextOf(source.WhyThis(await hydration.OfAsync(surface, new FeedAsk(account.Id, 1, FeedCursor.Start), ct), note));
    }
}
