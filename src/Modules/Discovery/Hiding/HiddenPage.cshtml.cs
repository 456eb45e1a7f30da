using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;
using Sward.Ui;

namespace Sward.Discovery.Hiding;

/// <summary>What one does not want to see, each with the button that brings it back.</summary>
[Authorize]
internal sealed class HiddenPage(ReadHidden read, HideFromFeeds hide, ICurrentAccount account) : PageModel
{
    private const string Address = "/settings/hidden";
    private const int Size = 50;

    public Page<ReadHidden.Item> Wishes { get; private set; } = null!;

    public Pager Pager { get; private set; } = null!;

    /// <summary>The field of the form that names the wish.</summary>
    public static string FieldOf(ReadHidden.Item wish) => HideFromFeeds.NameOf(wish.Kind);

    public async Task<IActionResult> OnGetAsync(string? cursor, CancellationToken ct)
    {
        if (!Cursor.TryDecode(cursor, out var before, out _))
        {
            return NotFound();
        }

        Wishes = await read.RunAsync(account.Id, before, Size, ct);
        Pager = new(Wishes.Next is { } next ? $"{Address}?cursor={next}" : null, cursor is null ? null : Address);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long? note, long? author, string? topic, string? category, long? person, long? product, CancellationToken ct)
    {
        await hide.ShowAsync(account.Id, new HideFromFeeds.Request(note, author, topic, category, person, product).Checked(), ct);
        return LocalRedirect(Address);
    }
}
