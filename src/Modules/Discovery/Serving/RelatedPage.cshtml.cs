using Microsoft.Extensions.Localization;
using Sward.Contracts.Notes;
using Sward.Ui;

namespace Sward.Discovery.Serving;

/// <summary>All that goes with a note: what the row under it begins.</summary>
internal sealed class RelatedPage(ReadRelated related, IStringLocalizer texts) : PageModel
{
    public NoteCard Seed { get; private set; } = null!;

    public Waterfall Feed { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long noteId, string? cursor, CancellationToken ct)
    {
        if (await related.FindAsync(noteId, ct) is not var (note, card))
        {
            return NotFound();
        }

        if (await related.RunAsync(note, new PageQuery { Cursor = cursor }, ct) is not { } answer)
        {
            return BadRequest();
        }

        Seed = card;
        Feed = answer.ToWaterfall(next => $"/notes/{noteId}/related?cursor={next}", new EmptyState("meadow", texts["discovery.related.empty"], texts["discovery.title"], "/"), sayWhy: true);
        return Page();
    }
}
