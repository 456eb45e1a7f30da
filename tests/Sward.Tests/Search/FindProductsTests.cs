namespace Sward.Tests.Search;

public abstract class FindProductsTests(AppFixture app)
{
    private readonly SearchScene scene = new(app);

    [Fact]
    public async Task Goods_are_found_by_name_brand_origin_and_store_and_sorted_by_price()
    {
        var seller = await app.SignUpAsync("Seller");
        var (word, brand) = (SearchScene.NewWord(), SearchScene.NewWord());
        var store = await OpenStoreAsync(seller, $"Store {word}x");
        var dear = await ListAsync(seller, store, $"手冲壶 {word}", price: 20_000, brand);
        var cheap = await ListAsync(seller, store, $"滤杯 {word}", price: 900, brand);
        await scene.DeliverAsync();

        Assert.Equal([cheap, dear], (await FindAsync(app.Visitor, word, "&sort=price")));
        Assert.Equal([dear, cheap], (await FindAsync(app.Visitor, brand, "&sort=priceDown")));
        // Whoever has all the words comes first; others may follow when there are few.
        Assert.Equal(dear, (await FindAsync(app.Visitor, $"手冲壶 {brand}"))[0]);
        Assert.Equal([dear], await FindAsync(app.Visitor, $"手冲壶 {brand}", "&sort=price"));
        Assert.Equal(2, (await FindAsync(app.Visitor, $"{word}x")).Count);
        Assert.Empty(await FindAsync(app.Visitor, word, "&category=books"));
        Assert.Equal(2, (await FindAsync(app.Visitor, word, "&category=home")).Count);
    }

    [Fact]
    public async Task Goods_off_sale_and_goods_of_the_blocked_are_not_found()
    {
        var (seller, buyer) = (await app.SignUpAsync("Seller"), await app.SignUpAsync("Buyer"));
        var word = SearchScene.NewWord();
        var store = await OpenStoreAsync(seller, "Harbour");
        var product = await ListAsync(seller, store, word, price: 100);
        await scene.DeliverAsync();
        Assert.Equal([product], await FindAsync(buyer.Client, word));

        await buyer.Client.PutJsonAsync($"/api/v1/accounts/{seller.Id}/block");
        await scene.DeliverAsync();
        Assert.Empty(await FindAsync(buyer.Client, word));
        Assert.Equal([product], await FindAsync(app.Visitor, word));

        Assert.Equal(System.Net.HttpStatusCode.OK, (await seller.Client.PatchJsonAsync($"/api/v1/products/{product}", new { onSale = false })).Status);
        await scene.DeliverAsync();
        Assert.Empty(await FindAsync(app.Visitor, word));
    }

    [Fact]
    public async Task A_note_is_found_by_the_goods_under_it()
    {
        var mei = await app.SignUpAsync("Mei");
        var word = SearchScene.NewWord();
        var product = await ListAsync(mei, await OpenStoreAsync(mei, "Harbour"), word, price: 100);
        await scene.DeliverAsync();
        var note = await scene.PublishAsync(mei, "周末", products: [product]);
        await scene.DeliverAsync();

        var item = (await app.Visitor.GetJsonAsync($"/api/v1/search/notes?q={word}")).Items().Single();
        Assert.Equal((note, "goods"), (item.GetProperty("note").IdOf(), item.GetProperty("reason").GetProperty("code").GetString()));
    }

    private static async Task<long> OpenStoreAsync(Person seller, string name) =>
        (await seller.Client.PostJsonAsync("/api/v1/stores", new { name, kind = "personal" })).Body.IdOf();

    private static async Task<long> ListAsync(Person seller, long storeId, string name, long price, string? brand = null)
    {
        var answer = await seller.Client.PostJsonAsync($"/api/v1/stores/{storeId}/products", new
        {
            name,
            origin = "日本",
            category = "home",
            brand,
            pictures = Array.Empty<string>(),
            skus = new[] { new { code = "one", price = new { amount = price, currency = "CNY" }, stock = new[] { new { warehouse = "main", units = 5 } } } },
        });
        Assert.Equal(System.Net.HttpStatusCode.Created, answer.Status);
        return answer.Body.IdOf();
    }

    private static async Task<List<long>> FindAsync(HttpClient reader, string query, string more = "") =>
        [.. (await reader.GetJsonAsync($"/api/v1/search/products?q={Uri.EscapeDataString(query)}{more}")).Items().Select(item => item.GetProperty("product").IdOf())];
}

public sealed class FindProductsOnSqlite(OnSqlite app) : FindProductsTests(app);

public sealed class FindProductsOnPostgres(OnPostgres app) : FindProductsTests(app);
