using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Discovery;
using Sward.Discovery.Goods.Acting;
using Sward.Discovery.People;
using Sward.Discovery.Signals;
using Sward.Discovery.Signals.RollUp;
using Sward.Discovery.Suggesting;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Catalog;
using Sward.Mall.Stock;
using Sward.Mall.Stores;
using Sward.Tests.Mall;
using Sward.Tests.Search;

namespace Sward.Tests.Discovery.Goods;

/// <summary>Which goods people are shown for themselves, beside a product and under a note, why, and which never.</summary>
public abstract class GoodsTests(AppFixture app)
{
    private const string ForYou = "/api/v1/feed/goods?limit=40";

    [Fact]
    public async Task Beside_a_product_stands_what_its_buyers_bought_and_for_its_buyers_what_goes_with_it()
    {
        await using var own = await app.OwnHostAsync();
        var (tea, pot, book, cup) = (await ListAsync(own, "home"), await ListAsync(own, "home"), await ListAsync(own, "books"), await ListAsync(own, "digital"));
        await BuyAsync(own, 12, tea, pot);
        await BuyAsync(own, 12, book, cup);
        await own.RunJobAsync("discovery.train-goods");
        var reader = await own.SignUpAsync();

        var related = await own.Visitor.GetJsonAsync($"/api/v1/feed/goods/related/{tea}");
        Assert.Equal((pot, "also-bought", "Bought by the same people"), Told(related.Items().First()));
        Assert.DoesNotContain(tea, Ids(related));

        await ActAsync(own, reader, tea, action => action.BoughtAt = action.At);
        var forYou = await reader.Client.GetJsonAsync(ForYou);
        Assert.Equal((pot, "because-bought", "Because you bought “Goods”"), Told(forYou.Items().First()));
        Assert.True(forYou.Body.GetProperty("isPersonal").GetBoolean());
    }

    [Fact]
    public async Task What_cannot_be_bought_is_mine_is_not_wanted_or_no_longer_needed_is_never_shown()
    {
        await using var own = await app.OwnHostAsync();
        var (reader, blocked) = (await own.SignUpAsync(), await MallScene.OpenAsync(own));
        var left = await ListAsync(own, "home");
        var soldOut = await ListAsync(own, "home", units: 0);
        var (offSale, hidden, ofHiddenKind) = (await ListAsync(own, "home", onSale: false), await ListAsync(own, "home"), await ListAsync(own, "pets"));
        var (ofBlocked, inCart, bought, eaten) = (await ListAsync(own, "home", scene: blocked), await ListAsync(own, "home"), await ListAsync(own, "home"), await ListAsync(own, "food"));
        await ActAsync(own, reader, inCart, action => action.InCart = true);
        await ActAsync(own, reader, bought, action => action.BoughtAt = action.At);
        await ActAsync(own, reader, eaten, action => action.BoughtAt = action.At);
        await own.MoveClockAsync(TimeSpan.FromDays(1));
        await LookAroundAsync(own, reader);
        await reader.Client.PostJsonAsync("/api/v1/feed/hide", new { product = hidden, category = "pets" });
        await reader.Client.PutJsonAsync($"/api/v1/accounts/{blocked.Seller.Id}/block");

        var shown = Ids(await reader.Client.GetJsonAsync(ForYou));

        Assert.Equal(new[] { left, eaten }.Order(), shown.Order());
        Assert.DoesNotContain(ofBlocked, Ids(await blocked.Seller.Client.GetJsonAsync(ForYou)));
        Assert.Empty(new[] { soldOut, offSale }.Intersect(Ids(await own.Visitor.GetJsonAsync(ForYou))));
        var wish = (await reader.Client.GetJsonAsync("/api/v1/feed/hide")).Items().Single(item => item.GetProperty("kind").GetString() is "product");
        Assert.Equal("Goods", wish.GetProperty("text").GetString());
        await reader.Client.DeleteJsonAsync($"/api/v1/feed/hide?product={hidden}");
        await reader.Client.DeleteJsonAsync("/api/v1/feed/hide?category=pets");
        Assert.Equal(new[] { left, eaten, hidden, ofHiddenKind }.Order(), Ids(await reader.Client.GetJsonAsync(ForYou)).Order());
    }

    [Fact]
    public async Task No_store_and_no_brand_fills_the_row()
    {
        await using var own = await app.OwnHostAsync();
        var (large, reader) = (await MallScene.OpenAsync(own), await own.SignUpAsync());
        var ofStore = await RepeatAsync(6, () => ListAsync(own, "home", scene: large));
        var ofBrand = await RepeatAsync(6, () => ListAsync(own, "home", brand: "Reed"));
        await RepeatAsync(6, () => ListAsync(own, "home"));

        var row = Ids(await reader.Client.GetJsonAsync("/api/v1/feed/goods?limit=12"));

        Assert.Equal((12, 3, 3), (row.Length, row.Intersect(ofStore).Count(), row.Intersect(ofBrand).Count()));
    }

    [Fact]
    public async Task Without_personalisation_goods_are_the_same_for_everybody()
    {
        await using var own = await app.OwnHostAsync();
        var reader = await own.SignUpAsync();
        var (seen, other) = (await ListAsync(own, "home"), await ListAsync(own, "books"));
        await ActAsync(own, reader, seen, action => action.Viewed = true);
        Assert.Contains((seen, "seen", "You looked at it"), (await reader.Client.GetJsonAsync(ForYou)).Items().Select(Told));

        await reader.Client.DeleteJsonAsync("/api/v1/feed/personalisation");

        var answer = await reader.Client.GetJsonAsync(ForYou);
        Assert.False(answer.Body.GetProperty("isPersonal").GetBoolean());
        Assert.Equal((await own.Visitor.GetJsonAsync(ForYou)).Items().Select(Told), answer.Items().Select(Told));
        Assert.Equal(["best-sellers"], answer.Items().Select(item => Told(item).Code).Distinct());
        Assert.Equal(new[] { seen, other }.Order(), Ids(answer).Order());
    }

    [Fact]
    public async Task A_cart_and_an_order_say_what_somebody_likes_until_it_is_taken_out_again()
    {
        var scene = await MallScene.OpenAsync(app);
        var (shopper, sku) = (await scene.ShopperAsync(), await scene.ListAsync());
        await shopper.Client.PutJsonAsync($"/api/v1/cart/lines/{sku}", new { quantity = 1 });
        await shopper.Client.PutJsonAsync($"/api/v1/cart/lines/{sku}", new { quantity = 2 });
        await app.DeliverFactsAsync();
        Assert.True(Assert.Single(await ActionsAsync(app, shopper.Person)).InCart);

        await shopper.Client.DeleteJsonAsync($"/api/v1/cart/lines/{sku}");
        await app.DeliverFactsAsync();
        Assert.Empty(await ActionsAsync(app, shopper.Person));

        await MallScene.PaidOrderAsync(shopper, (sku, 1));
        await app.DeliverFactsAsync();
        Assert.NotNull(Assert.Single(await ActionsAsync(app, shopper.Person)).BoughtAt);
    }

    [Fact]
    public async Task What_was_refunded_was_not_bought_unless_it_was_bought_twice()
    {
        var scene = await MallScene.OpenAsync(app);
        var (shopper, sku, other) = (await scene.ShopperAsync(), await scene.ListAsync(), await scene.ListAsync());
        var cancelled = await MallScene.PaidOrderAsync(shopper, (sku, 1));
        await shopper.Client.PostJsonAsync($"/api/v1/orders/{cancelled.IdOf()}/cancel");
        await app.DeliverFactsAsync();
        Assert.Empty(await ActionsAsync(app, shopper.Person));

        // Two units, two requests: one unit that went back is not all of them.
        await MallScene.PaidOrderAsync(shopper, (sku, 1));
        var order = await MallScene.PaidOrderAsync(shopper, (other, 2));
        await scene.ShipAsync(order);
        for (var left = 2; left > 0; left--)
        {
            await app.DeliverFactsAsync();
            Assert.Equal(2, (await ActionsAsync(app, shopper.Person)).Count(action => action.BoughtAt is not null));
            var applied = await shopper.Client.PostJsonAsync(
                $"/api/v1/orders/{order.IdOf()}/after-sales", new { lineId = $"{order.List("lines").Single().IdOf()}", kind = "refundOnly", units = 1, reason = "broken" }, Http.NewKey());
            await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{applied.Body.IdOf()}/agree");
        }

        await app.DeliverFactsAsync();
        var kept = Assert.Single(await ActionsAsync(app, shopper.Person), action => action.BoughtAt is not null);
        var again = await MallScene.PaidOrderAsync(shopper, (sku, 1));
        await shopper.Client.PostJsonAsync($"/api/v1/orders/{again.IdOf()}/cancel");
        await app.DeliverFactsAsync();
        Assert.Equal((kept.ProductId, 1), Assert.Single((await ActionsAsync(app, shopper.Person)).Where(action => action.BoughtAt is not null).Select(action => (action.ProductId, action.Orders))));
    }

    [Fact]
    public async Task Where_goods_and_people_were_suggested_and_chosen_is_counted_and_only_what_our_lists_say_is_believed()
    {
        await using var own = await app.OwnHostAsync();
        var (reader, author) = (await own.SignUpAsync(), await own.SignUpAsync());
        var tea = await ListAsync(own, "home");
        await own.PublishAsync(author);
        var goods = (await reader.Client.GetJsonAsync(ForYou)).Items().Single(item => item.GetProperty("product").IdOf() == tea).GetProperty("shown").GetString();
        var person = (await reader.Client.GetJsonAsync("/api/v1/feed/people")).Items().Single(item => item.GetProperty("account").IdOf() == author.Id).GetProperty("shown").GetString();
        Assert.Equal("goods-for-you:best-sellers", goods);
        var html = await reader.Client.GetStringAsync("/mall", AppFixture.Ct);
        Assert.Contains($"data-shown=\"{goods}\"", html, StringComparison.Ordinal);
        Assert.Contains("data-request=", html, StringComparison.Ordinal);

        object Sent(string type, string kind, long id, string? shown) => new { id = $"{Guid.NewGuid():N}", type, target = new { kind, id = $"{id}" }, slot = 5, detail = shown, at = own.Clock.GetUtcNow() };
        foreach (var client in (HttpClient[])[reader.Client, own.Visitor])
        {
            await client.PostJsonAsync("/api/v1/events", new[]
            {
                Sent("impression", "product", tea, goods), Sent("click", "product", tea, goods), Sent("impression", "account", author.Id, person),
                Sent("impression", "product", tea, "goods-for-you:bribes"), Sent("impression", "product", tea, null),
            });
        }

        await own.Services.GetRequiredService<SignalWriter>().FlushAsync(AppFixture.Ct);
        await own.MoveClockAsync(TimeSpan.FromSeconds(30));
        await own.RunJobAsync("discovery.roll-up-signals");
        await own.RunJobAsync("discovery.roll-up-signals");

        var counts = await own.InDb<DiscoveryDb, List<SuggestedCount>>(db => db.SuggestedCounts.AsNoTracking().OrderBy(c => c.List).ToListAsync(AppFixture.Ct));
        Assert.Equal([("goods-for-you", "best-sellers", 4, 2, 2), ("people", person!["people:".Length..], 4, 2, 0)], counts.Select(c => (c.List, c.Source, c.Slot, c.Impressions, c.Clicks)));
        var day = Assert.Single(await own.InDb<DiscoveryDb, List<PersonDay>>(db => db.PersonDays.AsNoTracking().ToListAsync(AppFixture.Ct)));
        Assert.Equal((reader.Id, 2, 1), (day.AccountId, day.Suggested, day.SuggestedChosen));
    }

    [Fact]
    public async Task A_visit_to_goods_is_kept_and_nobodys_where_that_is_wished()
    {
        await using var own = await app.OwnHostAsync();
        var (reader, nameless, product) = (await own.SignUpAsync(), await own.SignUpAsync(), await ListAsync(own, "home"));
        await nameless.Client.DeleteJsonAsync("/api/v1/feed/personalisation");
        foreach (var visitor in (Person[])[reader, nameless])
        {
            await visitor.Client.PostJsonAsync("/api/v1/events", new[] { new { id = $"{Guid.NewGuid():N}", type = "open", target = new { kind = "product", id = $"{product}" }, at = own.Clock.GetUtcNow() } });
        }

        await own.Services.GetRequiredService<SignalWriter>().FlushAsync(AppFixture.Ct);
        await own.MoveClockAsync(TimeSpan.FromSeconds(30));
        await own.RunJobAsync("discovery.roll-up-signals");

        Assert.Equal((product, true), Assert.Single((await ActionsAsync(own, reader)).Select(action => (action.ProductId, action.Viewed))));
        Assert.Empty(await ActionsAsync(own, nameless));
    }

    [Fact]
    public async Task Beside_goods_and_under_notes_stands_what_their_notes_have_in_common()
    {
        await using var own = await app.OwnHostAsync();
        var (author, topic) = (await own.SignUpAsync(), Feeds.NewTopic());
        var (tea, pot, seedOnly) = (await ListAsync(own, "home"), await ListAsync(own, "books"), await ListAsync(own, "digital"));
        await own.PublishAsync(author, topic: topic, productIds: [tea, pot]);
        var note = Assert.Single(await own.PublishAsync(author, topic: topic, productIds: [seedOnly]));
        var reader = await own.SignUpAsync();

        Assert.Equal((pot, "shared-notes", "Shown in the same notes"), Told((await own.Visitor.GetJsonAsync($"/api/v1/feed/goods/related/{tea}")).Items().First()));
        var under = await own.Visitor.GetJsonAsync($"/api/v1/feed/goods/note/{note}");
        Assert.Equal([(tea, "topic-goods", $"In notes on #{topic}"), (pot, "topic-goods", $"In notes on #{topic}")], under.Items().Select(Told).OrderBy(told => told.ProductId));
        await reader.Client.PutJsonAsync($"/api/v1/notes/{note}/like");
        await own.DeliverFactsAsync();
        Assert.Equal((seedOnly, "because-you-liked", "Because of what you did with “A note”"), Told((await reader.Client.GetJsonAsync(ForYou)).Items().First()));
        Assert.Equal("mall.product-not-found", (await own.Visitor.GetJsonAsync("/api/v1/feed/goods/related/1")).Code);
        Assert.Equal("discovery.note-not-found", (await own.Visitor.GetJsonAsync("/api/v1/feed/goods/note/1")).Code);
    }

    [Fact]
    public async Task Their_places_on_the_pages_say_why_and_let_goods_be_hidden()
    {
        await using var own = await app.OwnHostAsync();
        var (reader, author, topic) = (await own.SignUpAsync(), await own.SignUpAsync(), Feeds.NewTopic());
        var (tea, pot) = (await ListAsync(own, "home"), await ListAsync(own, "home"));
        await own.PublishAsync(author, topic: topic, productIds: [pot]);
        var note = Assert.Single(await own.PublishAsync(author, topic: topic));
        await ActAsync(own, reader, tea, action => action.Viewed = true);

        foreach (var (page, heading, why) in ((string, string, string)[])[
            ("/mall", "For you", "You looked at it"), ($"/products/{tea}", "Goes with it", "Popular in Home"), ($"/notes/{note}", "Goods on these topics", $"In notes on #{topic}")])
        {
            var html = await reader.Client.GetStringAsync(page, AppFixture.Ct);
            Assert.Contains(heading, html, StringComparison.Ordinal);
            Assert.Contains(why, html, StringComparison.Ordinal);
            Assert.Contains("/not-interested", html, StringComparison.Ordinal);
        }

        var visitors = await own.Visitor.GetStringAsync("/mall", AppFixture.Ct);
        Assert.Contains("Much bought", visitors, StringComparison.Ordinal);
        Assert.DoesNotContain("/not-interested", visitors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hidden_goods_and_kinds_of_goods_are_gone_from_the_mall_at_once_unless_they_are_asked_for()
    {
        await using var own = await app.OwnHostAsync();
        var (reader, word) = (await own.SignUpAsync(), SearchScene.NewWord());
        var (seller, search) = (await own.SignUpAsync(), new SearchScene(own));
        var store = await FindProductsTests.OpenStoreAsync(seller, "Harbour");
        var (tea, pot, leash) = (
            await FindProductsTests.ListAsync(seller, store, $"Tea {word}", price: 300), await FindProductsTests.ListAsync(seller, store, $"Pot {word}", price: 200),
            await FindProductsTests.ListAsync(seller, store, $"Leash {word}", price: 100, category: "pets"));
        await search.DeliverAsync();

        Assert.Equal(HttpStatusCode.NoContent, (await reader.Client.PostJsonAsync("/api/v1/feed/hide", new { product = tea, category = "pets" })).Status);

        Assert.Equal([pot], Listed(await reader.Client.GetJsonAsync("/api/v1/products")));
        Assert.Equal([leash], Listed(await reader.Client.GetJsonAsync("/api/v1/products?category=pets")));
        Assert.Equal(new[] { tea, pot, leash }.Order(), Listed(await reader.Client.GetJsonAsync($"/api/v1/stores/{store}/products")).Order());
        var mall = await reader.Client.GetStringAsync("/mall", AppFixture.Ct);
        Assert.Contains($"href=\"/products/{pot}\"", mall, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"/products/{tea}\"", mall, StringComparison.Ordinal);
        var found = await reader.Client.GetJsonAsync($"/api/v1/search/products?q={word}");
        Assert.Equal([pot], Ids(found));
        Assert.Equal(1, found.Body.GetProperty("count").GetInt32());
        Assert.Equal([leash], Ids(await reader.Client.GetJsonAsync($"/api/v1/search/products?q={word}&category=pets")));
        Assert.Contains("Mall<span class=\"tabs-count\">1</span>", await reader.Client.GetStringAsync($"/search?q={word}", AppFixture.Ct), StringComparison.Ordinal);
        foreach (var others in (HttpClient[])[own.Visitor, seller.Client])
        {
            Assert.Equal(3, Listed(await others.GetJsonAsync("/api/v1/products")).Length);
            Assert.Equal(3, Ids(await others.GetJsonAsync($"/api/v1/search/products?q={word}")).Length);
        }

        await reader.Client.DeleteJsonAsync($"/api/v1/feed/hide?product={tea}");
        await reader.Client.DeleteJsonAsync("/api/v1/feed/hide?category=pets");
        Assert.Equal(3, Listed(await reader.Client.GetJsonAsync("/api/v1/products")).Length);
        Assert.Equal(3, Ids(await reader.Client.GetJsonAsync($"/api/v1/search/products?q={word}")).Length);

        static long[] Listed(Answer answer) => [.. answer.Items().Select(card => card.IdOf())];
    }

    [Fact]
    public async Task A_kind_of_goods_is_hidden_from_a_row_without_script_and_by_nobody_else()
    {
        await using var own = await app.OwnHostAsync();
        var (reader, product) = (await own.SignUpAsync(), await ListAsync(own, "pets"));
        Assert.Contains("name=\"category\" value=\"pets\"", await reader.Client.GetStringAsync("/mall", AppFixture.Ct), StringComparison.Ordinal);
        using var wish = new FormUrlEncodedContent([new("category", "pets")]);

        var refused = await own.NewBrowser().PostAsync(new Uri("/not-interested", UriKind.Relative), wish, AppFixture.Ct);
        Assert.Contains("/sign-in", refused.Headers.Location?.ToString() ?? refused.RequestMessage!.RequestUri!.ToString(), StringComparison.Ordinal);
        Assert.Contains(product, Ids(await reader.Client.GetJsonAsync(ForYou)));

        await reader.Client.PostAsync("/not-interested", wish, AppFixture.Ct);
        Assert.Empty(Ids(await reader.Client.GetJsonAsync(ForYou)));
    }

    [Fact]
    public async Task Lists_of_the_mall_say_what_one_did_with_goods_and_nothing_when_that_is_not_wished()
    {
        await using var own = await app.OwnHostAsync();
        var (reader, word) = (await own.SignUpAsync(), SearchScene.NewWord());
        var (seller, search) = (await own.SignUpAsync(), new SearchScene(own));
        var store = await FindProductsTests.OpenStoreAsync(seller, "Harbour");
        var (seen, carted) = (await FindProductsTests.ListAsync(seller, store, $"Tea {word}", price: 300), await FindProductsTests.ListAsync(seller, store, $"Pot {word}", price: 200));
        await search.DeliverAsync();
        await ActAsync(own, reader, seen, action => action.Viewed = true);
        await ActAsync(own, reader, carted, action => action.InCart = true);

        var found = (await reader.Client.GetJsonAsync($"/api/v1/search/products?q={word}")).Items().ToDictionary(item => item.GetProperty("product").IdOf(), item => item.GetProperty("reason"));
        Assert.Equal(("seen", "It is in your cart"), (found[seen].GetProperty("code").GetString(), found[carted].GetProperty("text").GetString()));
        foreach (var page in (string[])["/mall?sort=Sales", $"/search?q={word}&tab=mall"])
        {
            Assert.Contains("It is in your cart</p>", await reader.Client.GetStringAsync(page, AppFixture.Ct), StringComparison.Ordinal);
            Assert.DoesNotContain("It is in your cart", await own.Visitor.GetStringAsync(page, AppFixture.Ct), StringComparison.Ordinal);
        }

        await reader.Client.DeleteJsonAsync("/api/v1/feed/personalisation");
        Assert.All((await reader.Client.GetJsonAsync($"/api/v1/search/products?q={word}")).Items(), item => Assert.Equal(JsonValueKind.Null, item.GetProperty("reason").ValueKind));
    }

    [Fact]
    public async Task Goods_are_found_by_indexes()
    {
        await using var own = await app.OwnHostAsync();
        await own.InDb<DiscoveryDb, int>(async db =>
        {
            db.AddRange(Enumerable.Range(1, 3_000).Select(n => new ProductAction { AccountId = (n % 300) + 1, ProductId = n, Viewed = true, At = DateTimeOffset.UnixEpoch.AddMinutes(n) }));
            await db.SaveChangesAsync(AppFixture.Ct);
            return await db.Database.ExecuteSqlRawAsync("ANALYZE", AppFixture.Ct);
        });
        await own.InDb<MallDb, int>(async db =>
        {
            db.AddRange(Enumerable.Range(1, 500).Select(n => new Store { Id = n, OwnerId = n, Name = "Harbour Store", Kind = StoreKind.Personal }));
            db.AddRange(Enumerable.Range(1, 2_000).Select(n => new Product { Id = n, StoreId = (n % 500) + 1, Name = "Goods", Origin = "Fujian", Category = "home", OnSale = true, PriceMinor = n }));
            db.AddRange(Enumerable.Range(1, 2_000).Select(n => new Sku { Id = n, ProductId = n, Code = "one" }));
            db.Add(new Warehouse { Id = 1, StoreId = 1, Code = "w" });
            db.AddRange(Enumerable.Range(1, 2_000).Select(n => new StockLevel { SkuId = n, WarehouseId = 1, OnHand = 1 }));
            await db.SaveChangesAsync(AppFixture.Ct);
            return await db.Database.ExecuteSqlRawAsync("ANALYZE", AppFixture.Ct);
        });

        Assert.Empty(await own.InDb<DiscoveryDb, IReadOnlyList<string>>(db => db.FaultsOfAsync(DrawGoodsTaste.Last(db, 5, DateTimeOffset.UnixEpoch))));
        Assert.Empty(await own.InDb<DiscoveryDb, IReadOnlyList<string>>(db => db.FaultsOfAsync(DrawGoodsTaste.With(db, 5, [1, 2, 3]))));
        Assert.Empty(await own.InDb<DiscoveryDb, IReadOnlyList<string>>(db => db.FaultsOfAsync(AuthorsOfLiked.Liked(db, 5, DateTimeOffset.UnixEpoch))));
        Assert.Empty(await own.InDb<MallDb, IReadOnlyList<string>>(db => db.FaultsOfAsync(Wares.Rows(db, [1, 2, 3]))));
    }

    private static (long ProductId, string? Code, string? Text) Told(JsonElement item) =>
        (item.GetProperty("product").IdOf(), item.GetProperty("reason").GetProperty("code").GetString(), item.GetProperty("reason").GetProperty("text").GetString());

    private static long[] Ids(Answer answer) => [.. answer.Items().Select(item => item.GetProperty("product").IdOf())];

    private static Task<List<ProductAction>> ActionsAsync(AppFixture host, Person person) =>
        host.InDb<DiscoveryDb, List<ProductAction>>(db => db.ProductActions.AsNoTracking().Where(action => action.AccountId == person.Id).ToListAsync(AppFixture.Ct));

    private static Task<int> ActAsync(AppFixture host, Person person, long productId, Action<ProductAction> act) => host.InDb<DiscoveryDb, int>(db =>
    {
        var action = new ProductAction { AccountId = person.Id, ProductId = productId, At = host.Clock.GetUtcNow() };
        act(action);
        db.Add(action);
        return db.SaveChangesAsync(AppFixture.Ct);
    });

    /// <summary>So many visits to other goods that what they did before is none of the last.</summary>
    private static Task<int> LookAroundAsync(AppFixture host, Person person) => host.InDb<DiscoveryDb, int>(db =>
    {
        db.AddRange(Enumerable.Range(1, 120).Select(n => new ProductAction { AccountId = person.Id, ProductId = n, Viewed = true, At = host.Clock.GetUtcNow() }));
        return db.SaveChangesAsync(AppFixture.Ct);
    });

    /// <summary>People who bought all of them, whoever they are.</summary>
    private static Task<int> BuyAsync(AppFixture host, int people, params long[] productIds) => host.InDb<DiscoveryDb, int>(db =>
    {
        db.AddRange(Enumerable.Range(0, people).SelectMany(n => productIds.Select((id, place) => new ProductAction
        {
            AccountId = productIds[0] + n,
            ProductId = id,
            BoughtAt = host.Clock.GetUtcNow(),
            At = host.Clock.GetUtcNow().AddMinutes(-place),
        })));
        return db.SaveChangesAsync(AppFixture.Ct);
    });

    private static async Task<long[]> RepeatAsync(int times, Func<Task<long>> makeAsync)
    {
        var made = new long[times];
        for (var n = 0; n < times; n++)
        {
            made[n] = await makeAsync();
        }

        return made;
    }

    /// <summary>A product in a store of its own, unless it is told which.</summary>
    private static async Task<long> ListAsync(AppFixture host, string category, string? brand = null, int units = 10, bool onSale = true, MallScene? scene = null)
    {
        var store = (scene ?? await MallScene.OpenAsync(host)).StoreId;
        var ids = host.Services.GetRequiredService<Ids>();
        var productId = ids.Next();
        await host.InDb<MallDb, int>(db =>
        {
            var (skuId, warehouseId) = (ids.Next(), ids.Next());
            db.Add(new Product { Id = productId, StoreId = store, Name = "Goods", Origin = "Fujian", Category = category, Brand = brand, OnSale = onSale, PriceMinor = 1_000 });
            db.Add(new Sku { Id = skuId, ProductId = productId, Code = "one" }.Priced(new Money(1_000, "CNY"), ids.Next(), host.Clock.GetUtcNow()));
            db.Add(new Warehouse { Id = warehouseId, StoreId = store, Code = $"w{warehouseId}" });
            db.Add(new StockLevel { SkuId = skuId, WarehouseId = warehouseId, OnHand = units });
            return db.SaveChangesAsync(AppFixture.Ct);
        });
        return productId;
    }
}

public sealed class GoodsOnSqlite(OnSqlite app) : GoodsTests(app);

public sealed class GoodsOnPostgres(OnPostgres app) : GoodsTests(app);
