using Sward.Contracts.Town;

namespace Sward.Town;

/// <summary>People buy: first what their notes tell they bought, then what they like, never more than there is.</summary>
internal sealed class Trade
{
    private const int Orders = 400;
    private readonly Site _site;
    private readonly Dice _dice;
    private readonly Market _market;
    private readonly Dictionary<long, int> _left;
    private readonly Dictionary<string, Queue<Opinion>> _opinions;
    private readonly List<TownOrder> _orders = [];

    private Trade(Site site, Market market)
    {
        _site = site;
        _dice = site.Dice.For("trade");
        _market = market;
        _left = market.Stalls.SelectMany(stall => stall.Card.Skus).ToDictionary(sku => sku.Id, sku => sku.Units);
        _opinions = market.Stalls.ToDictionary(stall => stall.Text.Key, stall => new Queue<Opinion>(stall.Text.Opinions), StringComparer.Ordinal);
    }

    public static IReadOnlyList<TownOrder> Grow(Site site, IReadOnlyList<Settler> settlers, Market market, IReadOnlyList<Page> diary)
    {
        var trade = new Trade(site, market);
        foreach (var page in diary.Where(page => page.Text.Bought is not null))
        {
            // The note is the review, so the order carries none.
            trade.Sell(page.Author, [market[page.Text.Bought!]], page.Card.PublishedAt.AddDays(-trade._dice.Between(8.0, 10.0)), withReview: false);
        }

        var fame = Zipf(trade._dice.Shuffle(market.Stalls));
        var moments = Enumerable.Range(0, Orders - trade._orders.Count).Select(index => index < 4 ? site.Today.AddMinutes(-trade._dice.Between(2.0, 25.0)) : site.Moment(trade._dice, 90 * Math.Pow(trade._dice.Between(0.0, 1.0), 1.4)));
        foreach (var at in moments.Order())
        {
            trade.SellSomething(settlers, fame, at);
        }

        return [.. trade._orders.OrderBy(order => order.At)];
    }

    private void SellSomething(IReadOnlyList<Settler> settlers, Dictionary<string, double> fame, DateTimeOffset at)
    {
        var buyer = _dice.Pick([.. settlers.Where(settler => settler.Card.JoinedAt < at)]);
        bool Wanted(Stall stall) => stall.Card.ListedAt < at && stall.Merchant != buyer && stall.Card.Skus.Any(sku => _left[sku.Id] > 2);
        var first = _dice.Pick([.. _market.Stalls.Where(Wanted)], stall => fame[stall.Text.Key] * buyer.DrawnTo(stall.Merchant.Card.Language, ChannelOf(stall.Text.Category)));
        var neighbours = _market.Stalls.Where(stall => stall != first && stall.Card.StoreId == first.Card.StoreId && Wanted(stall));
        Sell(buyer, _dice.Chance(0.2) ? [first, .. neighbours.Take(1)] : [first], at, withReview: _dice.Chance(0.75));
    }

    private void Sell(Settler buyer, IReadOnlyList<Stall> stalls, DateTimeOffset at, bool withReview)
    {
        var lines = stalls.Select(TakeOne).ToArray();
        var shipped = at.AddHours(_dice.Between(5.0, 30.0));
        var received = shipped.AddHours(_dice.Between(40.0, 110.0));
        var state = _site.Today - at < TimeSpan.FromMinutes(30) ? "pendingPayment" : shipped > _site.Today ? "toShip" : received > _site.Today ? "shipped" : "completed";
        var opinion = withReview && state is "completed" && stalls.Count == 1 && _opinions[stalls[0].Text.Key].TryDequeue(out var words) ? words : null;
        _orders.Add(new TownOrder(
            _site.Ids.Next(at), buyer.Id, lines, state, opinion?.Stars, opinion?.Words, buyer.Card.Region, at,
            state is "shipped" or "completed" ? shipped : null, state is "completed" ? received : null));
    }

    private TownOrderLine TakeOne(Stall stall)
    {
        var sku = _dice.Pick([.. stall.Card.Skus.Where(sku => _left[sku.Id] > 2)]);
        var quantity = _dice.Chance(0.15) ? 2 : 1;
        _left[sku.Id] -= quantity;
        return new TownOrderLine(sku.Id, quantity);
    }

    private static string ChannelOf(string category) => category is "mother-baby" ? "baby" : category;

    private static Dictionary<string, double> Zipf(IReadOnlyList<Stall> stalls) =>
        stalls.Select((stall, rank) => (stall.Text.Key, Fame: 1 / Math.Pow(rank + 1, 0.7))).ToDictionary(pair => pair.Key, pair => pair.Fame, StringComparer.Ordinal);
}
