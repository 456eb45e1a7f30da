using System.Net;

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
    public async Task Goods_are_filtered_by_where_they_ship_from_and_follow_their_warehouse()
    {
        var seller = await app.SignUpAsync("Seller");
        var word = SearchScene.NewWord();
        var store = await OpenStoreAsync(seller, "Harbour");
        var abroad = await ListAsync(seller, store, $"Abroad {word}", price: 300, warehouse: "osaka");
        var home = await ListAsync(seller, store, $"Home {word}", price: 200);
        var both = await ListAsync(seller, store, $"Both {word}", price: 100);
        var sku = (await app.Visitor.GetJsonAsync($"/api/v1/products/{both}")).Body.GetProperty("skus")[0].IdOf();
        Assert.Equal(HttpStatusCode.NoContent, (await seller.Client.PutJsonAsync($"/api/v1/products/{both}/skus/{sku}/stock", new { warehouse = "osaka", units = 2, seen = 0 })).Status);
        await scene.DeliverAsync();
        Assert.Equal([("CN", 3)], await FacetsAsync("shipsFrom", word, ""));

        Assert.Equal(HttpStatusCode.NoContent, (await seller.Client.PutJsonAsync($"/api/v1/stores/{store}/warehouses/osaka", new { country = "JP" })).Status);
        await scene.DeliverAsync();

        Assert.Equal([both, abroad], await FindAsync(app.Visitor, word, "&sort=price&shipsFrom=JP"));
        Assert.Equal([both, home], await FindAsync(app.Visitor, word, "&sort=price&shipsFrom=CN"));
        Assert.Empty(await FindAsync(app.Visitor, word, "&shipsFrom=US"));
        Assert.Equal([("CN", 2), ("JP", 2)], await FacetsAsync("shipsFrom", word, "&shipsFrom=JP"));
        Assert.Equal([("日本", 2)], await FacetsAsync("origins", word, "&shipsFrom=JP"));
        Assert.Equal("JP", (await app.Visitor.GetJsonAsync($"/api/v1/products/{abroad}")).Body.GetProperty("shipsFrom")[0].GetString());

        var page = WebUtility.HtmlDecode(await app.Visitor.GetStringAsync($"/search?q={word}&tab=mall&sort=price", AppFixture.Ct));
        Assert.Contains($"/search?q={word}&tab=mall&sort=price&shipsFrom=JP\">Japan", page, StringComparison.Ordinal);
        Assert.Contains("Ships from Japan", await app.Visitor.GetStringAsync($"/products/{abroad}", AppFixture.Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_owner_says_where_a_warehouse_stands_and_only_on_the_list()
    {
        var (seller, other) = (await app.SignUpAsync("Seller"), await app.SignUpAsync("Other"));
        var store = await OpenStoreAsync(seller, "Harbour");
        await ListAsync(seller, store, SearchScene.NewWord(), price: 100);

        Assert.Equal(HttpStatusCode.NotFound, (await other.Client.PutJsonAsync($"/api/v1/stores/{store}/warehouses/main", new { country = "JP" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Client.GetJsonAsync($"/api/v1/stores/{store}/warehouses")).Status);
        var refused = await seller.Client.PutJsonAsync($"/api/v1/stores/{store}/warehouses/main", new { country = "XX" });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "mall.country-unknown"), (refused.Status, refused.Body.GetProperty("code").GetString()));

        var warehouse = (await seller.Client.GetJsonAsync($"/api/v1/stores/{store}/warehouses")).Items().Single();
        Assert.Equal(("main", "CN"), (warehouse.GetProperty("code").GetString(), warehouse.GetProperty("country").GetString()));
        Assert.Contains("value=\"CN\" selected", await seller.Client.GetStringAsync($"/desk/{store}/store", AppFixture.Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_offers_the_filters_as_links_that_keep_each_other()
    {
        var seller = await app.SignUpAsync("Seller");
        var (word, brand) = (SearchScene.NewWord(), SearchScene.NewWord());
        var product = await ListAsync(seller, await OpenStoreAsync(seller, "Harbour"), word, price: 900, brand);
        await scene.DeliverAsync();

        var response = await app.Visitor.GetAsync($"/search?q={word}&tab=mall&sort=price&from=8.5&to=9", AppFixture.Ct);
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(AppFixture.Ct));

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

        Assert.Equal(HttpStatusCode.OK, (await seller.Client.PatchJsonAsync($"/api/v1/products/{product}", new { onSale = false })).Status);
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

    internal static async Task<long> OpenStoreAsync(Person seller, string name) =>
        (await seller.Client.PostJsonAsync("/api/v1/stores", new { name, kind = "personal" })).Body.IdOf();

    internal static async Task<long> ListAsync(
        Person seller, long storeId, string name, long price, string? brand = null, string origin = "日本", string warehouse = "main", string category = "home")
    {
        var answer = await seller.Client.PostJsonAsync($"/api/v1/stores/{storeId}/products", new
        {
            name,
            origin,
            category,
            brand,
            pictures = Array.Empty<string>(),
            skus = new[] { new { code = "one", price = new { amount = price, currency = "CNY" }, stock = new[] { new { warehouse, units = 5 } } } },
        });
        Assert.Equal(HttpStatusCode.Created, answer.Status);
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
