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
    public async Task Goods_are_filtered_by_brand_or_store_origin_and_price_and_each_choice_says_how_many_it_brings()
    {
        var seller = await app.SignUpAsync("Seller");
        var (word, brand) = (SearchScene.NewWord(), SearchScene.NewWord());
        var store = await OpenStoreAsync(seller, $"Facets {brand}");
        var dear = await ListAsync(seller, store, $"Dear {word}", price: 20_000, brand);
        var cheap = await ListAsync(seller, store, $"Cheap {word}", price: 900, brand, origin: "Peru");
        var unbranded = await ListAsync(seller, store, $"Plain {word}", price: 500, origin: "Peru");
        await scene.DeliverAsync();

        Assert.Equal([cheap, dear], await FindAsync(app.Visitor, word, $"&sort=price&maker={brand.ToUpperInvariant()}"));
        Assert.Equal([unbranded], await FindAsync(app.Visitor, word, $"&sort=price&maker=facets+{brand}"));
        Assert.Equal([unbranded, cheap], await FindAsync(app.Visitor, word, "&sort=price&origin=Peru"));
        Assert.Equal([cheap], await FindAsync(app.Visitor, word, "&priceFrom=501&priceTo=900"));
        Assert.Equal([cheap], await FindAsync(app.Visitor, word, $"&maker={brand}&origin=Peru"));

        // A choice of one kind leaves the counts of its own kind as they are.
        Assert.Equal([(brand, 2), ($"Facets {brand}", 1)], await FacetsAsync("makers", word, $"&maker={brand}"));
        Assert.Equal([("Peru", 1), ("日本", 1)], (await FacetsAsync("origins", word, $"&maker={brand}")).OrderBy(f => f.Name, StringComparer.Ordinal));
        Assert.Equal([("Peru", 2)], await FacetsAsync("origins", word, "&priceTo=900"));
    }

    [Fact]
    public async Task The_page_offers_the_filters_as_links_that_keep_each_other()
    {
        var seller = await app.SignUpAsync("Seller");
        var (word, brand) = (SearchScene.NewWord(), SearchScene.NewWord());
        var product = await ListAsync(seller, await OpenStoreAsync(seller, "Harbour"), word, price: 900, brand);
        await scene.DeliverAsync();

        var response = await app.Visitor.GetAsync($"/search?q={word}&tab=mall&sort=price&from=8.5&to=9", AppFixture.Ct);
        var page = System.Net.WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(AppFixture.Ct));

        Assert.Contains($"/search?q={word}&tab=mall&sort=price&maker={brand}&from=8.5&to=9", page, StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"sort\" value=\"price\">", page, StringComparison.Ordinal);
        Assert.Contains($"/products/{product}", page, StringComparison.Ordinal);
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

    private static async Task<long> ListAsync(Person seller, long storeId, string name, long price, string? brand = null, string origin = "日本")
    {
        var answer = await seller.Client.PostJsonAsync($"/api/v1/stores/{storeId}/products", new
        {
            name,
            origin,
            category = "home",
            brand,
            pictures = Array.Empty<string>(),
            skus = new[] { new { code = "one", price = new { amount = price, currency = "CNY" }, stock = new[] { new { warehouse = "main", units = 5 } } } },
        });
        Assert.Equal(System.Net.HttpStatusCode.Created, answer.Status);
        return answer.Body.IdOf();
    }

    private async Task<List<(string Name, int Count)>> FacetsAsync(string kind, string query, string more) =>
        [.. (await app.Visitor.GetJsonAsync($"/api/v1/search/products/facets?q={query}{more}")).Body.GetProperty(kind).EnumerateArray()
            .Select(f => (f.GetProperty("name").GetString()!, f.GetProperty("count").GetInt32()))];

    private static async Task<List<long>> FindAsync(HttpClient reader, string query, string more = "") =>
        [.. (await reader.GetJsonAsync($"/api/v1/search/products?q={Uri.EscapeDataString(query)}{more}")).Items().Select(item => item.GetProperty("product").IdOf())];
}

public sealed class FindProductsOnSqlite(OnSqlite app) : FindProductsTests(app);

public sealed class FindProductsOnPostgres(OnPostgres app) : FindProductsTests(app);
