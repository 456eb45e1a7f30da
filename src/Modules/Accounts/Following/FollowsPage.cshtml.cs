using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Ui;

namespace Sward.Accounts;

/// <summary>Who follows somebody, and whom they follow.</summary>
internal sealed class FollowsPage(ReadProfile read, ListFollows follows, ICurrentAccount reader, IStringLocalizer texts) : PageModel
{
    private const int Size = 40;

    public ReadProfile.Profile Profile { get; private set; } = null!;

    public string List { get; private set; } = "";

    public string? Words { get; private set; }

    public Page<ListFollows.Item> People { get; private set; } = null!;

    public Pager Pager { get; private set; } = null!;

    public Tabs Tabs { get; private set; } = null!;

    public long? ReaderId => reader.IdOrNull;

    public bool IsMine => ReaderId == Profile.Id;

    /// <summary>Where a form leads back to.</summary>
    public string Here => $"/u/{Profile.Handle}/{List}";

    public async Task<IActionResult> OnGetAsync(string handle, string list, string? q, string? cursor, CancellationToken ct)
    {
        var ofFollowers = list is "followers";
        if (!Cursor.TryDecode(cursor, out var before, out _) || await read.FindAsync(handle, ct) is not { } profile
            || await follows.ReadAsync(profile.Id, ofFollowers, q, before, Size, ct) is not { } people)
        {
            return NotFound();
        }

        (Profile, List, Words, People) = (profile, list, q, people);
        var words = q is null ? "" : $"&q={Uri.EscapeDataString(q)}";
        Pager = new(people.Next is { } next ? $"/u/{profile.Handle}/{list}?cursor={next}{words}" : null);
        Tabs = new(texts["accounts.tabs"], [
            new(texts["accounts.following"], $"/u/{profile.Handle}/following", !ofFollowers, profile.Counts.Following),
            new(texts["accounts.followers"], $"/u/{profile.Handle}/followers", ofFollowers, profile.Counts.Followers)]);
        return Page();
    }

    public Toggle FollowOf(ListFollows.Item item) => Toggle.Follow(item.Account, item.Following, texts["ui.follow"]);
}
