using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sward.Mall;
using Sward.Mall.Ledger;

namespace Sward.Tests.Mall.Payments;

/// <summary>A shop that takes yuan with one provider, and an unpaid purchase in it.</summary>
internal sealed class ProviderScene : IAsyncDisposable
{
    public const string Site = "https://shop.example";

    private readonly string name;

    private ProviderScene(string name) => this.name = name;

    public AppFixture App { get; private set; } = null!;

    public StandInProvider Provider { get; private set; } = null!;

    public MallScene Mall { get; private set; } = null!;

    public long Tea { get; private set; }

    public Shopper Shopper { get; private set; } = null!;

    public long PurchaseId { get; private set; }

    public long PaymentId { get; private set; }

    public long OrderId { get; private set; }

    public long Total { get; private set; }

    public long Seconds => App.Clock.GetUtcNow().ToUnixTimeSeconds();

    public string Payment => Text(PaymentId);

    /// <param name="section">The provider's section of settings, with its address set to the stand-in's.</param>
    public static async Task<ProviderScene> OpenAsync(
        AppFixture app, string name, string section, Func<ProviderScene, Received, Given> answer, params (string Name, string Value)[] settings)
    {
        var scene = new ProviderScene(name);
        scene.Provider = await StandInProvider.StartAsync(received => answer(scene, received));
        scene.App = await app.OwnHostAsync(host =>
        {
            host["Site:PublicUrl"] = Site;
            host["Mall:PaymentProvider"] = "stripe";
            host["Mall:Stripe:SecretKey"] = "sk_test_1";
            host["Mall:Stripe:WebhookSecret"] = "whsec_test_1";
            host["Mall:Providers:CNY"] = name;
            host[$"Mall:{section}:BaseAddress"] = scene.Provider.Address;
            foreach (var (setting, value) in settings)
            {
                host[$"Mall:{section}:{setting}"] = value;
            }
        });
        await scene.BuyAsync();
        return scene;
    }

    private async Task BuyAsync()
    {
        Mall = await MallScene.OpenAsync(App);
        Tea = await Mall.ListAsync(5_000, 10);
        Shopper = await Mall.ShopperAsync();
        var checkout = await Shopper.BuyAsync((Tea, 2));
        (PurchaseId, PaymentId, OrderId, Total) = (checkout.IdOf(), checkout.PaymentId(), checkout.OrderId(), checkout.GetProperty("payment").Minor("amount"));
    }

    public Task<Answer> BeginAsync() => Shopper.Client.PostJsonAsync($"/api/v1/payments/{PaymentId}/begin");

    /// <summary>What the provider received for this method and path since the last look, which must be one request.</summary>
    public Received Received(string method, string path)
    {
        var received = Assert.Single(Provider.Requests);
        Assert.Equal((method, path), (received.Method, received.PathAndQuery));
        Provider.Requests.Clear();
        return received;
    }

    public async Task<Answer> CallBackAsync(string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/payments/{name}/callback") { Content = new StringContent(body, Encoding.UTF8) };
        foreach (var (header, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        return await Http.AnswerOfAsync(await App.Visitor.SendAsync(request, AppFixture.Ct));
    }

    /// <summary>News about a payment that is not ours is acknowledged, and kept once however often it is told.</summary>
    public async Task AssertStrayAsync(Func<Task<Answer>> tellAsync)
    {
        for (var i = 0; i < 2; i++)
        {
            Assert.True((await tellAsync()).Response.IsSuccessStatusCode);
        }

        Assert.Equal([1L], await App.InDb<MallDb, List<long>>(db => db.StrayNotices.Select(n => n.PaymentId).ToListAsync(AppFixture.Ct)));
    }

    /// <summary>Lets the clock run until lost news is asked for, and asks.</summary>
    public async Task AskAsync()
    {
        await App.MoveClockAsync(TimeSpan.FromMinutes(2));
        await App.RunJobAsync("mall.ask-providers");
    }

    /// <summary>Cancels the paid order and sends the refund, whose id is the answer.</summary>
    public async Task<string> RefundAsync()
    {
        await Shopper.Client.PostJsonAsync($"/api/v1/orders/{OrderId}/cancel");
        await App.RunJobAsync("mall.send-refunds");
        return Text(await App.InDb<MallDb, long>(db => db.Refunds.Select(r => r.Id).SingleAsync(AppFixture.Ct)));
    }

    public Task<bool> AreRefundsSentAsync() => App.InDb<MallDb, bool>(db => db.Refunds.AllAsync(r => r.SentAt != null, AppFixture.Ct));

    /// <summary>The order waits for its seller, the money is in escrow, once, and the stock is sold.</summary>
    public async Task AssertPaidAsync()
    {
        Assert.Equal(("settled", "toShip"), (await Shopper.PaymentStateAsync(PaymentId), await Shopper.OrderStateAsync(OrderId)));
        Assert.Equal(Total, await MallScene.BalanceAsync(App, AccountKind.Escrow, PurchaseId));
        Assert.Equal(-Total, await MallScene.BalanceAsync(App, AccountKind.Buyer, Shopper.Person.Id));
        Assert.Equal((8, 0, 2), await Mall.StockAsync(Tea));
    }

    /// <summary>Nobody has paid anything: no news was kept, nothing was booked.</summary>
    public async Task AssertUntouchedAsync()
    {
        Assert.Equal("pendingPayment", await Shopper.OrderStateAsync(OrderId));
        Assert.Equal(0, await App.InDb<MallDb, int>(db => db.PaymentNotices.CountAsync(AppFixture.Ct)));
        Assert.Equal(0, await MallScene.BalanceAsync(App, AccountKind.Buyer, Shopper.Person.Id));
        Assert.Equal((8, 2, 0), await Mall.StockAsync(Tea));
    }

    /// <summary>Money came, but not what was asked for: it goes back, and the order still waits.</summary>
    public async Task AssertGivenBackAsync(long minor)
    {
        Assert.Equal("pendingPayment", await Shopper.OrderStateAsync(OrderId));
        Assert.Equal(minor, await MallScene.BalanceAsync(App, AccountKind.Refund, Shopper.Person.Id));
        Assert.Equal(0, await MallScene.BalanceAsync(App, AccountKind.Escrow, PurchaseId));
    }

    public static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
