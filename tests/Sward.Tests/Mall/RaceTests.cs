using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sward.Mall.GiftCards;

namespace Sward.Tests.Mall;

/// <summary>What many want at once and not all can have, over as many servers as there are on the database.</summary>
public abstract class RaceTests
{
    private AppFixture? stage;

    /// <summary>Who sets the scene, and the servers on its database: each gives out clients by the token of a session.</summary>
    protected abstract Task<(AppFixture Stage, IReadOnlyList<Func<string, HttpClient>> Servers)> OpenAsync();

    [Fact]
    public async Task Five_of_twenty_four_who_pay_at_once_have_paid_and_nineteen_were_refused_before_money_moved()
    {
        var (servers, scene) = await SceneAsync();
        var tea = await scene.ListAsync(10_000, 5);
        var shoppers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => scene.ShopperAsync()));

        var ends = await Task.WhenAll(shoppers.Select(async (shopper, n) =>
        {
            var there = At(servers, n, shopper);
            var answer = await there.TryBuyAsync((tea, 1));
            return answer.Status is HttpStatusCode.Created ? (await there.PayAsync(answer.Body.PaymentId())).Body.StateOf() : answer.Code;
        }));

        Assert.Equal((5, 19), (ends.Count(end => end is "settled"), ends.Count(end => end is "mall.sold-out")));
        Assert.Equal((0, 0, 5), await scene.StockAsync(tea));
    }

    [Fact]
    public async Task Two_lines_of_an_order_draw_on_one_stock_together()
    {
        var (servers, scene) = await SceneAsync();
        var tea = await scene.ListAsync(10_000, 9);
        var shoppers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => scene.ShopperAsync()));

        var answers = await Task.WhenAll(shoppers.Select((shopper, n) => At(servers, n, shopper).TryBuyAsync((tea, 1), (tea, 1))));

        Assert.Equal(4, answers.Count(answer => answer.Status is HttpStatusCode.Created));
        Assert.Equal((1, 8, 0), await scene.StockAsync(tea));
    }

    [Fact]
    public async Task A_coupon_is_redeemed_once()
    {
        var (servers, scene) = await SceneAsync();
        var (tea, shopper) = (await scene.ListAsync(10_000, 100), await scene.ShopperAsync());
        await scene.GiveCouponAsync(shopper, offMinor: 500);
        var quote = (await shopper.QuoteAsync((tea, 1))).Body;
        Assert.Equal(9_500, quote.Minor("total"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => At(servers, n, shopper).CheckoutAsync(quote.GetProperty("id").GetString()!, Http.NewKey(), (tea, 1))));

        AssertOnlyOne(answers, "mall.coupon-used");
        Assert.Equal((99, 1, 0), await scene.StockAsync(tea));
    }

    [Fact]
    public async Task A_gift_card_is_spent_once()
    {
        var (servers, scene) = await SceneAsync();
        var (tea, shopper) = (await scene.ListAsync(10_000, 100), await scene.ShopperAsync());
        var card = await GiveCardAsync(shopper, 8_000);
        object wish = new { lines = new[] { new { skuId = $"{tea}", quantity = 1 } }, giftCards = new[] { $"{card}" } };
        var quote = (await shopper.Client.PostJsonAsync("/api/v1/checkout/quote", wish)).Body;
        Assert.Equal(2_000, quote.Minor("due"));

        var order = JsonSerializer.SerializeToNode(wish)!;
        (order["quoteId"], order["addressId"]) = (quote.GetProperty("id").GetString(), $"{shopper.AddressId}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => At(servers, n, shopper).Client.PostJsonAsync("/api/v1/checkout", order, Http.NewKey())));

        AssertOnlyOne(answers, "mall.gift-card-spent");
        Assert.Equal((99, 1, 0), await scene.StockAsync(tea));
    }

    /// <summary>Whoever comes after the quote was used is told what is gone, or that without it the price is another.</summary>
    private static void AssertOnlyOne(Answer[] answers, string code)
    {
        Assert.Single(answers, answer => answer.Status is HttpStatusCode.Created);
        Assert.All(answers.Where(answer => answer.Status is not HttpStatusCode.Created), answer => Assert.Contains(answer.Code, new[] { code, "mall.price-changed" }));
    }

    private async Task<(IReadOnlyList<Func<string, HttpClient>> Servers, MallScene Scene)> SceneAsync()
    {
        (stage, var servers) = await OpenAsync();
        return (servers, await MallScene.OpenAsync(stage));
    }

    private static Shopper At(IReadOnlyList<Func<string, HttpClient>> servers, int n, Shopper shopper) =>
        shopper with { Person = shopper.Person with { Client = servers[n % servers.Count](shopper.Person.Token) } };

    private async Task<long> GiveCardAsync(Shopper shopper, long minor)
    {
        await using var scope = stage!.Services.CreateAsyncScope();
        var codes = (await scope.ServiceProvider.GetRequiredService<IssueGiftCards>().RunAsync(new IssueGiftCards.Request(1, minor, 30), AppFixture.Ct)).Codes;
        return (await shopper.Client.PostJsonAsync("/api/v1/gift-cards/claim", new { code = codes[0] })).Body.IdOf();
    }
}

public sealed class RacesOnSqlite(OnSqlite app) : RaceTests
{
    protected override Task<(AppFixture Stage, IReadOnlyList<Func<string, HttpClient>> Servers)> OpenAsync() =>
        Task.FromResult<(AppFixture, IReadOnlyList<Func<string, HttpClient>>)>((app, [app.NewClient]));
}

public sealed class RacesOnPostgres(OnPostgres app) : RaceTests
{
    protected override Task<(AppFixture Stage, IReadOnlyList<Func<string, HttpClient>> Servers)> OpenAsync() =>
        Task.FromResult<(AppFixture, IReadOnlyList<Func<string, HttpClient>>)>((app, [app.NewClient]));
}

/// <summary>The program twice, each a process of its own.</summary>
public sealed class RacesOnTwoServers(TwoServers servers) : RaceTests, IClassFixture<TwoServers>
{
    protected override Task<(AppFixture Stage, IReadOnlyList<Func<string, HttpClient>> Servers)> OpenAsync() => servers.StartAsync();
}

/// <summary>Two processes of the program on one PostgreSQL database, started when the first test wants them.</summary>
public sealed class TwoServers(OnPostgres app) : IAsyncDisposable
{
    private readonly List<Installation> servers = [];
    private AppFixture? stage;

    public async Task<(AppFixture Stage, IReadOnlyList<Func<string, HttpClient>> Servers)> StartAsync()
    {
        if (stage is null)
        {
            stage = await app.OwnHostAsync();
            // What the stage gives away must hold where the clock on the wall counts.
            await stage.MoveClockAsync(TimeProvider.System.GetUtcNow() - stage.Clock.GetUtcNow());
            var database = stage.Services.GetRequiredService<IConfiguration>().GetConnectionString("Postgres")!;
            servers.AddRange([new(database), new(database)]);
            await Task.WhenAll(servers.Select(server => server.StartAsync()));
        }

        return (stage, [.. servers.Select(ClientsOf)]);
    }

    public async ValueTask DisposeAsync()
    {
        servers.ForEach(server => server.Dispose());
        await (stage?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private static Func<string, HttpClient> ClientsOf(Installation server) => token => new HttpClient
    {
        BaseAddress = server.Address,
        DefaultRequestHeaders = { Authorization = new("Bearer", token) },
    };
}
