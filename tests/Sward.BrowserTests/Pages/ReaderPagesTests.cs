namespace Sward.BrowserTests.Pages;

/// <summary>What people see who read and write.</summary>
public sealed class ReaderPagesTests(OnSqlite sward, Browsers browsers) : PagesTests(sward, browsers)
{
    [Theory, MemberData(nameof(Windows))]
    public async Task Pages_for_readers(string language, int width, bool dark)
    {
        var guest = await ArriveAsync(language, new(width, 900, dark));
        await guest.SignInAsync(await Sward.DemoAccountAsync("reader"));
        await LookAtAsync(guest, "me", "/me");
        var me = new Uri(guest.Page.Url).AbsolutePath;
        await LookAtAsync(guest, "me-following", $"{me}/following");
        await LookAtAsync(guest, "me-followers", $"{me}/followers");
        await LookAtAsync(guest, "publish", "/publish");
        await LookAtAsync(guest, "drafts", "/drafts");
        await LookAtAsync(guest, "following", "/following");
        await LookAtAsync(guest, "people", "/people");
        await LookAtAsync(guest, "nearby", "/nearby");
        await LookAtAsync(guest, "inbox-likes", "/inbox?tab=likes");
        await LookAtAsync(guest, "inbox-comments", "/inbox?tab=comments");
        await LookAtAsync(guest, "inbox-settings", "/inbox/settings");
        await LookAtAsync(guest, "settings", "/settings");
        await LookAtAsync(guest, "interests", "/settings/interests");
        await LookAtAsync(guest, "interests-choice", "/interests");
        await LookAtAsync(guest, "hidden", "/settings/hidden");
        await LookAtAsync(guest, "look", "/settings/look");
        await LookAtAsync(guest, "board-new", "/boards/new");
        await guest.VisitAsync("/");
        var note = await FirstAsync(guest, ".note-card-title a");
        await LookAtAsync(guest, "note-signed-in", note);
        await LookAtAsync(guest, "board-choice", $"{note}/board");
        await LookAtAsync(guest, "share", $"{note}/share");
        await LookAtAsync(guest, "report", $"/report/note/{note.Split('/')[^1]}");
        await LookAtAsync(guest, "orders", "/orders");
        await LookAtAsync(guest, "coupons-none", "/coupons");
        await LookAtAsync(guest, "coupons-centre", "/coupons/centre");
        await LookAtAsync(guest, "coupons-past", "/coupons/past");
        AssertFaultless();
    }
}
