namespace Sward.BrowserTests.Pages;

/// <summary>What operators of the mall see.</summary>
public sealed class OperatorPagesTests(OnSqlite sward, Browsers browsers) : PagesTests(sward, browsers)
{
    [Theory, MemberData(nameof(Windows))]
    public async Task Pages_for_operators(string language, int width, bool dark)
    {
        var guest = await ArriveAsync(language, new(width, 900, dark));
        await guest.SignInAsync(await Sward.DemoAccountAsync("operator"));
        foreach (var room in (string[])["arbitration", "refunds", "offers", "coupons", "sales", "gift-cards", "commissions", "money", "search?q=tea", "search/rules", "experiments", "reach", "notes"])
        {
            await LookAtAsync(guest, $"operator-{room.Split('?')[0].Replace('/', '-')}", $"/operator/{room}");
        }

        await LookAtAsync(guest, "operator-reports", "/desk/reports");
        await LookAtAsync(guest, "operator-outbox", "/outbox");
        AssertFaultless();
    }
}
