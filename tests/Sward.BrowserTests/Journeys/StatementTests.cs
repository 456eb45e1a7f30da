using System.Globalization;
using Microsoft.Playwright;

namespace Sward.BrowserTests.Journeys;

/// <summary>A merchant of the demo town, who has sold for months, reads the statements and finds that they and the bookings since are what the store has.</summary>
public sealed class StatementTests(OnSqlite sward, Browsers browsers) : Journey(sward, browsers)
{
    [Fact]
    public async Task Statements_and_what_was_booked_since_add_up_to_the_ledger()
    {
        var merchant = await ArriveAsync();
        await merchant.SignInAsync(await sward.DemoAccountAsync("merchant"));
        var desk = await merchant.FindDeskAsync();
        await merchant.SeeSoonAsync($"{desk}/money", () => merchant.Page.Locator("a[href*='handler=Csv']"));
        var balance = (await merchant.ReadAmountsAsync(".stat-card-value"))[2];
        var booked = await merchant.ReadAmountsAsync(".table-frame:last-child tbody td.amount");
        var statements = await merchant.Page.Locator("a[href*='/statements/']:not([download])").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href')).reverse()");

        var (carried, stated) = (0m, 0);
        foreach (var url in statements)
        {
            await merchant.VisitAsync(url);
            var net = await merchant.ReadAmountsAsync("tbody td.amount:last-child");
            var closing = Assert.Single(await merchant.ReadAmountsAsync("#closing"));
            Assert.Equal(carried, net[0]);
            Assert.Equal(closing, net.Sum());
            Assert.Equal(closing, await SumOfFileAsync(merchant, url));
            (carried, stated) = (closing, stated + net.Count - 1);
        }

        await merchant.TakePictureAsync("statement-1440-light");
        // The newest bookings come first.
        Assert.InRange(booked.Count, stated, 99);
        Assert.Equal(balance, carried + booked.Take(booked.Count - stated).Sum());
    }

    /// <summary>The opening and every line of the file.</summary>
    private static async Task<decimal> SumOfFileAsync(Guest merchant, string url)
    {
        var file = await merchant.Page.Context.APIRequest.GetAsync($"{url}?handler=Csv");
        var rows = (await file.TextAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        return rows[1..^1].Sum(row => decimal.Parse(row.Split(',')[7], CultureInfo.InvariantCulture));
    }
}
