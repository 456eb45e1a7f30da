using Sward.Contracts.Accounts;
using Sward.Contracts.Media;

namespace Sward.Notes;

/// <summary>What to pass a note on with: its address, and a picture with a QR code for where links do not work.</summary>
internal sealed class SharePage(ReadNote read, IShareCards cards, ICurrentAccount account, SiteAddress site) : PageModel
{
    public NoteView Note { get; private set; } = null!;

    public (int Width, int Height) PictureSize { get; private set; }

    public string Address => $"/notes/{Note.Id}";

    public string Picture => $"{Address}/share.jpg";

    public string ShareUrl => site.Of(Address);

    public LinkPreview Preview => LinkPreview.Of(Note, site);

    public async Task<IActionResult> OnGetAsync(long noteId, CancellationToken ct)
    {
        if (await read.RunAsync(noteId, account.IdOrNull, ct) is not { Media: [var cover, ..] } note)
        {
            return NotFound();
        }

        (Note, PictureSize) = (note, cards.SizeOf(cover));
        return Page();
    }
}
