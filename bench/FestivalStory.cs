using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Sward.Bench;

/// <summary>One order of the festival as it was answered.</summary>
internal sealed record FestivalOrder(long Id, long BuyerId, long SellerId, long PaymentId, int Seed);

/// <summary>What people do at the festival, each by a seed of their own, so that it is the same in whatever order it happens.</summary>
internal sealed class FestivalStory(FestivalServer server, FestivalStalls stalls, int seed)
{
    private static readonly string[] Outcomes =
        ["succeed", "succeed", "succeed", "succeed", "succeed", "succeed", "succeed", "succeed", "succeed", "succeed", "late", "twice", "lost", "outOfOrder", "wrongAmount", "fail", ""];

    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>How often what happened.</summary>
    public IEnumerable<KeyValuePair<string, int>> Counts => counts.OrderBy(count => count.Key, StringComparer.Ordinal);

    /// <summary>The purchases that were answered: each must be there in the end.</summary>
    public ConcurrentBag<long> Purchases { get; } = [];

    public ConcurrentBag<FestivalOrder> Orders { get; } = [];

    /// <summary>Somebody fills a basket, orders it and pays, or does not.</summary>
    public async Task BuyAsync(int number)
    {
        var random = new Random(HashCode(number));
        var buyer = stalls.Buyers[random.Next(stalls.Buyers.Count)];
        object[] lines =
        [
            .. Enumerable.Range(0, random.Next(1, 5)).Select(_ => stalls.SkuIds[random.Next(stalls.SkuIds.Count)]).Distinct()
                .Select(skuId => new { skuId = Text(skuId), quantity = random.Next(1, 5) }),
        ];
        var (points, cards) = (random.Next(3) == 0 ? 5_000 : 0, buyer.CardId is { } card && random.Next(2) == 0 ? new[] { Text(card) } : []);
        var outcome = Outcomes[random.Next(Outcomes.Length)];
        for (var tries = 0; tries < 5; tries++)
        {
            var quote = await server.SendAsync(HttpMethod.Post, buyer.Id, "checkout/quote", new { lines, points, giftCards = cards });
            if (quote.Status != 200)
            {
                Count("quote", quote);
                return;
            }

            var answer = await server.SendAsync(
                HttpMethod.Post, buyer.Id, "checkout", new { lines, points, giftCards = cards, addressId = Text(buyer.AddressId), quoteId = quote.Body.GetProperty("id").GetString() },
                FormattableString.Invariant($"festival-{number}-{tries}"));
            Count("checkout", answer);
            if (answer.Status == 201)
            {
                await PayAsync(buyer, answer.Body, outcome, random);
                return;
            }

            // Somebody else used the points or the coupon in the meantime: another price, another try.
            if (CodeOf(answer) is not ("mall.price-changed" or "mall.coupon-used" or "mall.points-spent" or "mall.gift-card-spent"))
            {
                return;
            }
        }
    }

    /// <summary>The seller sends it, or the buyer thinks better of it.</summary>
    public async Task SendAsync(FestivalOrder order)
    {
        if (new Random(order.Seed).Next(10) == 0)
        {
            Count("cancel", await server.SendAsync(HttpMethod.Post, order.BuyerId, $"orders/{order.Id}/cancel"));
        }
        else
        {
            Count("ship", await server.SendAsync(HttpMethod.Post, order.SellerId, $"orders/{order.Id}/ship", new { carrier = "SF", number = Text(order.Id) }));
        }
    }

    /// <summary>It is received, and sometimes complained about.</summary>
    public async Task ReceiveAsync(FestivalOrder order)
    {
        var random = new Random(order.Seed + 1);
        if (random.Next(10) < 7)
        {
            Count("receive", await server.SendAsync(HttpMethod.Post, order.BuyerId, $"orders/{order.Id}/receive"));
        }

        if (random.Next(6) == 0)
        {
            await ComplainAsync(order, random);
        }
    }

    private async Task PayAsync(FestivalBuyer buyer, JsonElement checkout, string outcome, Random random)
    {
        Purchases.Add(IdOf(checkout));
        var payment = checkout.GetProperty("payment");
        foreach (var order in checkout.GetProperty("orders").EnumerateArray())
        {
            Orders.Add(new(IdOf(order), buyer.Id, stalls.SellerOfStore[IdOf(order, "storeId")], IdOf(payment), random.Next()));
        }

        // Nothing left to pay is paid; and some never come back.
        if (payment.GetProperty("amount").GetProperty("amount").GetInt64() > 0 && outcome.Length > 0)
        {
            var paid = await server.SendAsync(HttpMethod.Post, buyer.Id, $"payments/{IdOf(payment)}/sandbox", new { outcome });
            Count($"pay.{outcome}", paid);
        }
    }

    private async Task ComplainAsync(FestivalOrder order, Random random)
    {
        var found = await server.SendAsync(HttpMethod.Get, order.BuyerId, $"orders/{order.Id}");
        if (found.Status != 200)
        {
            Count("read", found);
            return;
        }

        var lines = found.Body.GetProperty("lines").EnumerateArray().ToList();
        var applied = await server.SendAsync(
            HttpMethod.Post, order.BuyerId, $"orders/{order.Id}/after-sales",
            new { lineId = Text(IdOf(lines[random.Next(lines.Count)])), kind = random.Next(2) == 0 ? "refundOnly" : "returnAndRefund", reason = "torn" },
            FormattableString.Invariant($"festival-{order.Id}"));
        Count("complain", applied);
        if (applied.Status == 201)
        {
            var url = $"after-sales/{IdOf(applied.Body)}";
            Count("answer", random.Next(4) == 0
                ? await server.SendAsync(HttpMethod.Post, order.SellerId, $"{url}/refuse", new { reason = "worn" })
                : await server.SendAsync(HttpMethod.Post, order.SellerId, $"{url}/agree"));
            await server.SendAsync(HttpMethod.Post, order.BuyerId, $"{url}/ship", new { carrier = "SF", number = "R1" });
            Count("returned", await server.SendAsync(HttpMethod.Post, order.SellerId, $"{url}/received"));
        }
    }

    private void Count(string what, FestivalAnswer answer) =>
        counts.AddOrUpdate(answer.Status < 300 ? what : $"{what}.{CodeOf(answer) ?? Text(answer.Status)}", 1, (_, before) => before + 1);

    private static string? CodeOf(FestivalAnswer answer) =>
        answer.Body.ValueKind is JsonValueKind.Object && answer.Body.TryGetProperty("code", out var code) ? code.GetString() : null;

    private int HashCode(int number) => unchecked((seed * 397) ^ (number * 7_919));

    private static long IdOf(JsonElement body, string name = "id") => long.Parse(body.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
