using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>A card to pass on: cover, title, author and a QR code that leads back to the note. Can be kept as a picture or printed.</summary>
internal sealed class SharePage(ReadNote read, ICurrentAccount account, SiteAddress site) : PageModel
{
    public NoteView Note { get; private set; } = null!;

    public string Address => $"/notes/{Note.Id}";

    public string ShareUrl => site.Of(Address);

    public LinkPreview Preview => LinkPreview.Of(Note, site);

    public async Task<IActionResult> OnGetAsync(long noteId, CancellationToken ct)
    {
        if (await read.RunAsync(noteId, account.IdOrNull, ct) is not { } note)
        {
            return NotFound();
        }

        Note = note;
        return Page();
    }
}
