using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;

namespace Sward.Accounts;

/// <summary>Everything a person can set about their account on one page.</summary>
[Authorize]
internal sealed class SettingsPage(AccountsDb db, EditProfile profile, Sessions sessions, CurrentAccount account, IAccountCards cards, ICircles circles, IStringLocalizer texts) : PageModel
{
    private const int MostSessions = 50;

    public MyAccount Me { get; private set; } = null!;

    public AccountCard Card { get; private set; } = null!;

    public Page<ListSessions.Item> Sessions { get; private set; } = null!;

    public IReadOnlyList<AccountCard> Blocked { get; private set; } = [];

    public IReadOnlyList<AccountCard> Muted { get; private set; } = [];

    public string? Problem { get; private set; }

    public bool Saved { get; private set; }

    public IEnumerable<(string Name, TabVisibility Value)> PrivacyRows => [("notes", Me.Privacy.Notes), ("collected", Me.Privacy.Collected), ("liked", Me.Privacy.Liked)];

    /// <summary>Blocked and muted people, each with the profile's handler and the text that undoes it.</summary>
    public IEnumerable<(AccountCard Person, string Handler, string Text)> Hidden =>
        [.. Blocked.Select(person => (person, "Block", "accounts.unblock")), .. Muted.Select(person => (person, "Mute", "accounts.unmute"))];

    public async Task OnGetAsync(bool saved, CancellationToken ct)
    {
        Saved = saved;
        await LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(
        string? nickname, string? handle, string? bio, string? region, DateOnly? birthday, string? avatarId, string? coverId, TabVisibility notes, TabVisibility collected, TabVisibility liked, CancellationToken ct)
    {
        try
        {
            await profile.ChangeAsync(new EditProfile.Request
            {
                Nickname = nickname,
                Handle = handle?.Trim().ToLowerInvariant(),
                Bio = bio ?? "",
                Region = region ?? "",
                Birthday = birthday ?? DateOnly.MinValue,
                AvatarId = Typed(avatarId),
                CoverId = Typed(coverId),
                Privacy = new(notes, collected, liked),
            }.Checked(), ct);
            return LocalRedirect("/settings?saved=true");
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = refusal.Code is "kernel.invalid" ? texts["accounts.settings.invalid"] : texts.Of(refusal);
            await LoadAsync(ct);
            Me = Me with { Privacy = new(notes, collected, liked) };
            return Page();
        }

        static long? Typed(string? pictureId) => long.TryParse(pictureId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }

    public async Task<IActionResult> OnPostEndSessionAsync(long sessionId, CancellationToken ct)
    {
        await sessions.EndAsync(account.Id, sessionId, ct);
        return LocalRedirect("/settings");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Me = await profile.ReadAsync(ct);
        Sessions = await ListSessions.ReadAsync(db, account, long.MaxValue, MostSessions, ct);
        var mine = await circles.OfAsync(account.Id, ct);
        var byMe = await db.Blocks.Where(b => b.BlockerId == Me.Id).Select(b => b.BlockedId).ToListAsync(ct);
        var people = await cards.GetAsync([Me.Id, .. byMe, .. mine.Muted], ct);
        Card = people[Me.Id];
        Blocked = [.. byMe.Select(id => people.GetValueOrDefault(id)).OfType<AccountCard>()];
        Muted = [.. mine.Muted.Select(id => people.GetValueOrDefault(id)).OfType<AccountCard>()];
    }
}
