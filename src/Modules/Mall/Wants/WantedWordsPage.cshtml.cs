using Microsoft.AspNetCore.Authorization;
using Sward.Ui;

namespace Sward.Mall.Wants;

/// <summary>What people ask for and the mall does not have, the most wanted first.</summary>
[Authorize(Policies.Operator)]
internal sealed class WantedWordsPage(ListWantedWords list) : PageModel
{
    private const int Size = 50;

    public Page<ListWantedWords.Item> Words { get; private set; } = null!;

    public Pager Pager { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? cursor, CancellationToken ct)
    {
        if (await list.PageAsync(cursor, Size, ct) is not { } page)
        {
            return NotFound();
        }

        Words = page;
        Pager = new(page.Next is { } next ? $"/operator/wanted?cursor={next}" : null, cursor is null ? null : "/operator/wanted");
        return Page();
    }
}
