using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sward.Mall.GiftCards;

namespace Sward.Tests.Mall;

/// <summary>What many want at once and not all can have, over as many servers as there are on the database.</summary>
public abstract class RaceTests
{
    /// <summary>Servers on one database; the first also sets the scene.</summary>
    protected abstract Task<IReadOnlyList<AppFixture>> OpenAsync();

    [Fact]
    public async Task Five_of_twenty_four_who_pay_at_once_have_paid_and_nineteen_were_refused_before_money_moved()
    {
        var (hosts, scene) = await SceneAsync();
        var tea = await scene.ListAsync(10_000, 5);
        var shoppers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => scene.ShopperAsync()));

        var ends = await Task.WhenAll(shoppers.Select(async (shopper, n) =>
        {
            var there = At(hosts, n, shopper);
            var answer = await there.TryBuyAsync((tea, 1));
            return answer.Status is HttpStatusCode.Created ? (await there.PayAsync(answer.Body.PaymentId())).Body.StateOf() : answer.Code;
        }));

        Assert.Equal((5, 19), (ends.Count(end => end is "settled"), ends.Count(end => end is "mall.sold-out")));
        Assert.Equal((0, 0, 5), await scene.StockAsync(tea));
    }

    [Fact]
    public async Task Two_lines_of_an_order_draw_on_one_stock_together()
    {
        var (hosts, scene) = await SceneAsync();
        var tea = await scene.ListAsync(10_000, 9);
        var shoppers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => scene.ShopperAsync()));

        var answers = await Task.WhenAll(shoppers.Select((shopper, n) => At(hosts, n, shopper).TryBuyAsync((tea, 1), (tea, 1))));

        Assert.Equal(4, answers.Count(answer => answer.Status is HttpStatusCode.Created));
        Assert.Equal((1, 8, 0), await scene.StockAsync(tea));
    }

    [Fact]
    public async Task A_coupon_is_redeemed_once()
    {
        var (hosts, scene) = await SceneAsync();
        var (tea, shopper) = (await scene.ListAsync(10_000, 100), await scene.ShopperAsync());
        await scene.GiveCouponAsync(shopper, offMinor: 500);
        var quote = (await shopper.QuoteAsync((tea, 1))).Body;
        Assert.Equal(9_500, quote.Minor("total"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => At(hosts, n, shopper).CheckoutAsync(quote.GetProperty("id").GetString()!, Http.NewKey(), (tea, 1))));

        AssertOnlyOne(answers, "mall.coupon-used");
        Assert.Equal((99, 1, 0), await scene.StockAsync(tea));
    }

    [Fact]
    public async Task A_gift_card_is_spent_once()
    {
        var (hosts, scene) = await SceneAsync();
        var (tea, shopper) = (await scene.ListAsync(10_000, 100), await scene.ShopperAsync());
        object wish = new { lines = new[] { new { skuId = $"{tea}", quantity = 1 } }, giftCards = new[] { $"{await GiveCardAsync(hosts[0], shopper, 8_000)}" } };
        var quote = (await shopper.Client.PostJsonAsync("/api/v1/checkout/quote", wish)).Body;
        Assert.Equal(2_000, quote.Minor("due"));

        var order = JsonSerializer.SerializeToNode(wish)!;
        (order["quoteId"], order["addressId"]) = (quote.GetProperty("id").GetString(), $"{shopper.AddressId}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => At(hosts, n, shopper).Client.PostJsonAsync("/api/v1/checkout", order, Http.NewKey())));

        AssertOnlyOne(answers, "mall.gift-card-spent");
        Assert.Equal((99, 1, 0), await scene.StockAsync(tea));
    }

    /// <summary>Whoever comes after the quote was used is told what is gone, or that without it the price is another.</summary>
    private static void AssertOnlyOne(Answer[] answers, string code)
    {
        Assert.Single(answers, answer => answer.Status is HttpStatusCode.Created);
        Assert.All(answers.Where(answer => answer.Status is not HttpStatusCode.Created), answer => Assert.Contains(answer.Code, new[] { code, "mall.price-changed" }));
    }

    private async Task<(IReadOnlyList<AppFixture> Hosts, MallScene Scene)> SceneAsync()
    {
        var hosts = await OpenAsync();
        return (hosts, await MallScene.OpenAsync(hosts[0]));
    }

    private static Shopper At(IReadOnlyList<AppFixture> hosts, int n, Shopper shopper) =>
        shopper with { Person = shopper.Person with { Client = hosts[n % hosts.Count].NewClient(shopper.Person.Token) } };

    private static async Task<long> GiveCardAsync(AppFixture host, Shopper shopper, long minor)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var codes = (await scope.ServiceProvider.GetRequiredService<IssueGiftCards>().RunAsync(new IssueGiftCards.Request(1, minor, 30), AppFixture.Ct)).Codes;
        return (await shopper.Client.PostJsonAsync("/api/v1/gift-cards/claim", new { code = codes[0] })).Body.IdOf();
    }
}

public sealed class RacesOnSqlite(OnSqlite app) : RaceTests
{
    protected override Task<IReadOnlyList<AppFixture>> OpenAsync() => Task.FromResult<IReadOnlyList<AppFixture>>([app]);
}

public sealed class RacesOnPostgres(OnPostgres app) : RaceTests
{
    protected override Task<IReadOnlyList<AppFixture>> OpenAsync() => Task.FromResult<IReadOnlyList<AppFixture>>([app]);
}

public sealed class RacesOnTwoServers(OnPostgres app) : RaceTests, IAsyncDisposable
{
    private AppFixture? first;
    private AppFixture? second;

    protected override async Task<IReadOnlyList<AppFixture>> OpenAsync()
    {
        first = await app.OwnHostAsync();
        var database = first.Services.GetRequiredService<IConfiguration>().GetConnectionString("Postgres")!;
        second = await app.OwnHostAsync(settings => settings["ConnectionStrings:Postgres"] = database);
        return [first, second];
    }

    public async ValueTask DisposeAsync()
    {
        await (second?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (first?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
