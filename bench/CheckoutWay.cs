using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Sward.Kernel;
using Sward.Mall.Catalog;

namespace Sward.Bench;

/// <summary>One buyer's way: list, product, cart, quote, checkout, payment, order. Where it leads follows from the buyer and the round, so every run asks for the same.</summary>
internal sealed class CheckoutWay(Server server, FlashBuyer buyer, int round)
{
    private readonly Random random = new(unchecked((int)buyer.AddressId + round));

    public async Task GoAsync()
    {
        var category = Categories.Codes[random.Next(Categories.Codes.Count)];
        var list = await SendAsync(HttpMethod.Get, $"products?category={category}&sort=sales");
        var goods = list.GetProperty("items");
        var product = await SendAsync(HttpMethod.Get, $"products/{IdOf(goods[random.Next(goods.GetArrayLength())])}");
        await SendAsync(HttpMethod.Put, $"cart/lines/{IdOf(product.GetProperty("skus")[0])}", new { quantity = 1 });
        var quote = await SendAsync(HttpMethod.Post, "checkout/quote", new { });
        var placed = await SendAsync(HttpMethod.Post, "checkout", new { addressId = buyer.AddressId.ToString(CultureInfo.InvariantCulture), quoteId = IdOf(quote) });
        await SendAsync(HttpMethod.Post, $"payments/{IdOf(placed.GetProperty("payment"))}/sandbox", new { outcome = "succeed" });
        var order = await SendAsync(HttpMethod.Get, $"orders/{IdOf(placed.GetProperty("orders")[0])}");
        if (order.GetProperty("state").GetString() is not "toShip")
        {
            throw new InvalidOperationException($"The order was not paid: {order}");
        }
    }

    private static string IdOf(JsonElement thing) => thing.GetProperty("id").GetString()!;

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/v1/{path}", UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", Planting.TokenOf(buyer.Id));
        if (method == HttpMethod.Post)
        {
            request.Headers.Add(IdempotencyExtensions.Header, Guid.NewGuid().ToString("N"));
        }

        using var answer = await server.Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text)
            : throw new InvalidOperationException($"{method} {path}: {answer.StatusCode} {text}");
    }
}
