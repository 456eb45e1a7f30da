using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Ui;

namespace Sward.Notes;

/// <summary>A place with the notes made there.</summary>
internal sealed class PlacePage(ReadPlace read, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    public ReadPlace.PlaceWithCount Place { get; private set; } = null!;

    public IReadOnlyList<ITile> Tiles { get; private set; } = [];

    public string? MoreUrl { get; private set; }

    public async Task<IActionResult> OnGetAsync(long placeId, string? cursor, CancellationToken ct)
    {
        if (await read.RunAsync(placeId, ct) is not { } place || await read.NotesAsync(placeId, account.IdOrNull, cursor, WaterfallPage.Size, ct) is not { } notes)
        {
            return NotFound();
        }

        Place = place;
        Tiles = [.. notes.Items.Select(note => note.ToTile(texts["notes.why.place", place.Name]))];
        MoreUrl = notes.Next is null ? null : $"/places/{placeId}?cursor={notes.Next}";
        return Page();
    }
}
