using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sward.Mall;
using Sward.Mall.Ledger;
using Sward.Tests.Mall.Earning;

namespace Sward.Tests.Mall;

public abstract class InvoiceTests(AppFixture app)
{
    [Fact]
    public async Task It_is_asked_for_once_the_order_is_over_and_issued_with_the_stores_number()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, shopper, order, _) = await BoughtAsync(own);
        Assert.Equal("mall.order-state", (await AskAsync(shopper, order)).Code);
        await scene.ReceiveAsync(shopper, order);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AskAsync(shopper, order)));
        var asked = Assert.Single(answers, answer => answer.Status is HttpStatusCode.Created).Body;
        Assert.All(answers.Where(answer => answer.Status is not HttpStatusCode.Created), answer => Assert.Equal("mall.invoice-exists", answer.Code));
        using var early = await shopper.Client.GetAsync($"/api/v1/invoices/{asked.IdOf()}/document", AppFixture.Ct);
        Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
        var issued = await IssueAsync(scene, asked, "A-1");

        Assert.Equal(("A-1", order.Minor("goods"), order.Minor("freight"), order.Minor("total")), (issued.Body.GetProperty("number").GetString(), issued.Body.Minor("goods"), issued.Body.Minor("freight"), issued.Body.Minor("total")));
        Assert.Equal("mall.invoice-over", (await IssueAsync(scene, asked, "A-2")).Code);
        foreach (var reader in new[] { shopper.Client, scene.Seller.Client })
        {
            var text = PdfText.Of(await reader.GetByteArrayAsync($"/api/v1/invoices/{asked.IdOf()}/document", AppFixture.Ct));
            Assert.Equal(["Invoice", "A-1", "Harbour Store"], text[..3]);
            Assert.Contains("Mei", text);
            Assert.Contains(text, line => line.Contains(order.GetProperty("number").GetString()!, StringComparison.Ordinal));
            Assert.Contains($"{order.List("lines").Single().GetProperty("name").GetString()} × 2", text);
            Assert.Equal([Plain(order.Minor("goods")), Plain(order.Minor("freight")), Plain(0), Plain(order.Minor("total"))], text.Where(line => Regex.IsMatch(line, "^[0-9]+[.][0-9]{2}$", RegexOptions.None, TimeSpan.FromSeconds(1))));
        }

        shopper.Client.DefaultRequestHeaders.Remove("Accept-Language");
        shopper.Client.DefaultRequestHeaders.Add("Accept-Language", "zh-CN");
        Assert.Equal("发票", PdfText.Of(await shopper.Client.GetByteArrayAsync($"/api/v1/invoices/{asked.IdOf()}/document", AppFixture.Ct))[0]);

        static string Plain(long minor) => (minor / 100m).ToString("0.00", CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Refunds_before_are_left_out_and_refunds_after_make_credit_notes()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, shopper, order, tea) = await BoughtAsync(own);
        await scene.ReceiveAsync(shopper, order);
        await own.RefundAsync(order.IdOf(), tea, 1_001);
        var issued = (await IssueAsync(scene, (await AskAsync(shopper, order)).Body, "A-1")).Body;
        Assert.Equal(order.Minor("total") - 1_001, issued.Minor("total"));

        await own.RefundAsync(order.IdOf(), tea, 333);
        await own.CloseOrdersAsync();
        await own.RefundAsync(order.IdOf(), tea, 1_000);

        var papers = await ListAsync(shopper.Client, $"/api/v1/orders/{order.IdOf()}/invoices");
        Assert.Equal([("A-1", issued.Minor("total")), ("A-1-1", -333), ("A-1-2", -1_000)], papers.Select(paper => (paper.GetProperty("number").GetString(), paper.Minor("total"))));
        Assert.All(papers, paper => Assert.Equal(paper.Minor("total"), paper.Minor("goods") + paper.Minor("freight") + paper.Minor("tax")));
        Assert.All(papers.Skip(1), note => Assert.Equal(issued.IdOf(), note.IdOf("creditOfId")));
        Assert.Empty(await own.InDb<MallDb, IReadOnlyList<string>>(db => new Invariants(db).BrokenAsync(AppFixture.Ct)));
    }

    [Fact]
    public async Task A_company_has_a_tax_number_and_a_person_none()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, shopper, order, _) = await BoughtAsync(own);
        await scene.ReceiveAsync(shopper, order);
        var url = $"/api/v1/orders/{order.IdOf()}/invoices";

        Assert.Equal("mall.invoice-tax-number", (await shopper.Client.PostJsonAsync(url, new { kind = "company", title = "Tea Ltd" })).Code);
        Assert.Equal("mall.invoice-tax-number", (await shopper.Client.PostJsonAsync(url, new { kind = "personal", title = "Mei", taxNumber = "91330100MA2AX" })).Code);
        Assert.Equal(HttpStatusCode.BadRequest, (await shopper.Client.PostJsonAsync(url, new { kind = "company", title = "Tea Ltd", taxNumber = "no number" })).Status);
        Assert.Empty(await ListAsync(shopper.Client, url));
        Assert.Equal(HttpStatusCode.Created, (await shopper.Client.PostJsonAsync(url, new { kind = "company", title = "Tea Ltd", taxNumber = "91330100MA2AX", email = "tea@example.com" })).Status);
    }

    [Fact]
    public async Task To_strangers_there_is_none_and_a_number_is_given_once()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, shopper, order, tea) = await BoughtAsync(own);
        await scene.ReceiveAsync(shopper, order);
        var asked = (await AskAsync(shopper, order)).Body;
        var (stranger, other) = (await scene.ShopperAsync(), await MallScene.OpenAsync(own));

        Assert.Equal("mall.order-not-found", (await AskAsync(stranger, order)).Code);
        Assert.Equal("mall.not-yours", (await scene.Seller.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/invoices", new { kind = "personal", title = "Mei" })).Code);
        Assert.Equal("mall.order-not-found", (await IssueAsync(other, asked, "A-1")).Code);
        Assert.Equal("mall.not-yours", (await shopper.Client.PostJsonAsync($"/api/v1/invoices/{asked.IdOf()}/issue", new { number = "A-1" })).Code);
        await IssueAsync(scene, asked, "A-1");
        using var document = await stranger.Client.GetAsync($"/api/v1/invoices/{asked.IdOf()}/document", AppFixture.Ct);
        Assert.Equal(HttpStatusCode.NotFound, document.StatusCode);
        Assert.Empty(await ListAsync(stranger.Client, $"/api/v1/orders/{order.IdOf()}/invoices"));
        Assert.Empty(await ListAsync(other.Seller.Client, $"/api/v1/stores/{scene.StoreId}/invoices"));
        Assert.Empty(await ListAsync(shopper.Client, $"/api/v1/stores/{scene.StoreId}/invoices"));

        var next = await MallScene.PaidOrderAsync(shopper, (tea, 1));
        await scene.ReceiveAsync(shopper, next);
        var again = (await AskAsync(shopper, next)).Body;
        Assert.Equal("mall.invoice-number-taken", (await IssueAsync(scene, again, "A-1")).Code);
    }

    [Fact]
    public async Task Order_and_desk_have_the_forms()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, shopper, order, _) = await BoughtAsync(own);
        await scene.ReceiveAsync(shopper, order);
        await FillInAsync(shopper.Client, $"/orders/{order.IdOf()}", "Invoice", new("kind", "Company"), new("title", "Tea Ltd"), new("taxNumber", "91330100MA2AX"), new("email", ""));
        var asked = (await ListAsync(scene.Seller.Client, $"/api/v1/stores/{scene.StoreId}/invoices")).Single();

        await FillInAsync(scene.Seller.Client, $"/desk/{scene.StoreId}/invoices", "Issue", new("invoiceId", $"{asked.IdOf()}"), new("number", "A-1"));

        Assert.Contains($"/api/v1/invoices/{asked.IdOf()}/document", await shopper.Client.GetStringAsync($"/orders/{order.IdOf()}", AppFixture.Ct), StringComparison.Ordinal);
        using var stranger = await shopper.Client.GetAsync($"/desk/{scene.StoreId}/invoices", AppFixture.Ct);
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
    }

    private static async Task<(MallScene Scene, Shopper Shopper, JsonElement Order, long SkuId)> BoughtAsync(AppFixture host)
    {
        var scene = await MallScene.OpenAsync(host);
        var tea = await scene.ListAsync(3_333);
        var (shopper, order) = await scene.PaidOrderAsync((tea, 2));
        return (scene, shopper, order, tea);
    }

    private static Task<Answer> AskAsync(Shopper shopper, JsonElement order) =>
        shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/invoices", new { kind = "personal", title = "Mei" });

    private static Task<Answer> IssueAsync(MallScene scene, JsonElement invoice, string number) =>
        scene.Seller.Client.PostJsonAsync($"/api/v1/invoices/{invoice.IdOf()}/issue", new { number });

    private static async Task<List<JsonElement>> ListAsync(HttpClient client, string url) => [.. (await client.GetJsonAsync(url)).Items()];

    /// <summary>Posts a form that the page really shows.</summary>
    private static async Task FillInAsync(HttpClient client, string url, string handler, params KeyValuePair<string, string>[] fields)
    {
        Assert.Contains($"action=\"{url}?handler={handler}\"", await client.GetStringAsync(url, AppFixture.Ct), StringComparison.Ordinal);
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync($"{url}?handler={handler}", form, AppFixture.Ct);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{handler} answered {answer.StatusCode}");
    }
}

public sealed class InvoicesOnSqlite(OnSqlite app) : InvoiceTests(app);

public sealed class InvoicesOnPostgres(OnPostgres app) : InvoiceTests(app);
