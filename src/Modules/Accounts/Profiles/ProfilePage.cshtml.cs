using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Ui;

namespace Sward.Accounts;

/// <summary>A person's page: who they are, and their notes in tabs that other modules fill.</summary>
internal sealed class ProfilePage(
    ReadProfile read, FollowAccount follow, UnfollowAccount unfollow, BlockAccount block, MuteAccount mute, ICurrentAccount reader, IAccountCards cards, IStringLocalizer texts) : PageModel
{
    private static readonly string[] TabNames = ["notes", "collected", "liked"];

    public ReadProfile.Profile Profile { get; private set; } = null!;

    public AccountCard Card { get; private set; } = null!;

    public Tabs Tabs { get; private set; } = null!;

    public Toggle Follow { get; private set; } = null!;

    public string Tab { get; private set; } = TabNames[0];

    public string? Cursor { get; private set; }

    public bool IsMine => reader.IdOrNull == Profile.Id;

    public async Task<IActionResult> OnGetAsync(string handle, string? tab, string? cursor, CancellationToken ct)
    {
        if (await read.FindAsync(handle, ct) is not { } profile)
        {
            return NotFound();
        }

        Profile = profile;
        Card = (await cards.GetAsync([profile.Id], ct))[profile.Id];
        Tab = TabNames.Contains(tab, StringComparer.Ordinal) ? tab! : TabNames[0];
        Cursor = cursor;
        Tabs = new(texts["accounts.tabs"], [.. TabNames.Select(name => new Tab(
            texts[$"accounts.tab.{name}"], $"/u/{profile.Handle}?tab={name}", string.Equals(name, Tab, StringComparison.Ordinal)))]);
        Follow = Toggle.Follow(Card, profile.Relation?.Following == true, texts[profile.Relation?.FollowedBy == true ? "accounts.follow-back" : "ui.follow"]);
        return Page();
    }

    public Task<IActionResult> OnPostFollowAsync(string handle, bool on, string? @return, CancellationToken ct) => ChangeAsync(
        handle, @return, id => on ? follow.FollowAsync(id, labels: null, ct) : unfollow.EndAsync(reader.Id, id, ct), ct);

    public Task<IActionResult> OnPostBlockAsync(string handle, bool on, CancellationToken ct) => ChangeAsync(
        handle, back: null, id => on ? block.BlockAsync(id, ct) : block.UnblockAsync(id, ct), ct);

    public Task<IActionResult> OnPostMuteAsync(string handle, bool on, CancellationToken ct) => ChangeAsync(
        handle, back: null, id => on ? mute.MuteAsync(id, ct) : mute.UnmuteAsync(id, ct), ct);

    public Task<IActionResult> OnPostRemoveFollowerAsync(string handle, string? @return, CancellationToken ct) => ChangeAsync(
        handle, @return, id => unfollow.EndAsync(id, reader.Id, ct), ct);

    /// <summary>Gives somebody one follows one's own labels, typed with commas between.</summary>
    public Task<IActionResult> OnPostLabelsAsync(string handle, string? labels, string? @return, CancellationToken ct) => ChangeAsync(
        handle, @return, id => follow.FollowAsync(id, new FollowAccount.Request(Labels.Parse(labels)).Checked().Labels, ct), ct);

    private async Task<IActionResult> ChangeAsync(string handle, string? back, Func<long, Task> change, CancellationToken ct)
    {
        if (!reader.IsSignedIn)
        {
            return Challenge();
        }

        if (await read.FindAsync(handle, ct) is not { } profile)
        {
            return NotFound();
        }

        await change(profile.Id);
        return LocalRedirect(back is null ? $"/u/{profile.Handle}" : SignedInBrowser.SafeReturn(back));
    }
}
