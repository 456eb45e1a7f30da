using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Ui;

namespace Sward.Inbox;

/// <summary>The inbox: notices by tab, newest first.</summary>
[Authorize]
internal sealed class InboxPage(Notices notices, MarkRead mark, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    private const int Size = 30;

    public Tabs Tabs { get; private set; } = null!;

    public Page<NoticeView> List { get; private set; } = null!;

    public Pager Pager { get; private set; } = null!;

    /// <summary>The tab that is open; null for all.</summary>
    public string? Tab { get; private set; }

    public bool HasUnread { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? tab, string? cursor, CancellationToken ct)
    {
        if ((tab is not null && !NoticeKinds.Tabs.Contains(tab, StringComparer.Ordinal)) || !MomentCursor.TryRead(cursor, out var before, out var beforeId))
        {
            return NotFound();
        }

        var unread = await notices.CountUnreadAsync(account.Id, ct);
        Tab = tab;
        HasUnread = tab is null ? unread.Count > 0 : unread.ContainsKey(tab);
        List = await notices.ReadAsync(account.Id, tab, before, beforeId, Size, ct);
        Pager = new Pager(List.Next is null ? null : $"{UrlOf(tab)}{(tab is null ? '?' : '&')}cursor={List.Next}", cursor is null ? null : UrlOf(tab));
        Tabs = new Tabs(texts["inbox.tabs"],
        [
            new Tab(texts["inbox.tab.all"], UrlOf(null), tab is null),
            .. NoticeKinds.Tabs.Select(name => new Tab(
                texts[$"inbox.tab.{name}"], UrlOf(name), string.Equals(name, tab, StringComparison.Ordinal), unread.TryGetValue(name, out var count) ? count : null)),
        ]);
        return Page();
    }

    public async Task<IActionResult> OnPostReadAsync(string? tab, CancellationToken ct)
    {
        await mark.RunAsync(account.Id, tab, until: null, ct);
        return LocalRedirect(UrlOf(tab));
    }

    private static string UrlOf(string? tab) => tab is null ? "/inbox" : $"/inbox?tab={Uri.EscapeDataString(tab)}";
}
