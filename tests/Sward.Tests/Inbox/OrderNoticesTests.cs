using Sward.Contracts.Mall;
using Sward.Inbox;
using Sward.Kernel;

namespace Sward.Tests.Inbox;

public abstract class OrderNoticesTests(AppFixture app)
{
    [Fact]
    public async Task Buyer_and_seller_are_told_what_the_other_did()
    {
        var (buyer, seller) = (await app.SignUpAsync(), await app.SignUpAsync());
        var now = app.Clock.GetUtcNow();

        await AnnounceAsync(new OrderPaid(77, "S-77", 1, seller.Id, buyer.Id, new Money(100, "CNY"), [], now));
        await AnnounceAsync(new OrderShipped(77, "S-77", seller.Id, buyer.Id, "SF", "SF1", now));
        await AnnounceAsync(new OrderReceived(77, "S-77", seller.Id, buyer.Id, [], now));

        Assert.Equal(["Order S-77 is on its way to you"], await TextsAsync(buyer));
        Assert.Equal(["Order S-77 has arrived", "Order S-77 is paid and can be shipped"], await TextsAsync(seller));
    }

    [Theory]
    [InlineData("buyer", 0, 1)]
    [InlineData("seller", 1, 0)]
    [InlineData("timeout", 1, 1)]
    public async Task Who_cancelled_is_not_told(string reason, int toBuyer, int toSeller)
    {
        var (buyer, seller) = (await app.SignUpAsync(), await app.SignUpAsync());

        await AnnounceAsync(new OrderCancelled(78, "S-78", seller.Id, buyer.Id, reason, app.Clock.GetUtcNow()));

        Assert.Equal((toBuyer, toSeller), ((await TextsAsync(buyer)).Count, (await TextsAsync(seller)).Count));
    }

    private async Task AnnounceAsync<T>(T fact) where T : IEvent
    {
        await app.InDb<InboxDb, int>(db =>
        {
            db.Announce(fact);
            return db.SaveChangesAsync(AppFixture.Ct);
        });
        await app.DeliverFactsAsync();
    }

    private static async Task<List<string?>> TextsAsync(Person who) =>
        [.. (await who.Client.GetJsonAsync("/api/v1/notices?kind=orders")).Items().Select(notice => notice.GetProperty("text").GetString())];
}

public sealed class OrderNoticesOnSqlite(OnSqlite app) : OrderNoticesTests(app);

public sealed class OrderNoticesOnPostgres(OnPostgres app) : OrderNoticesTests(app);
