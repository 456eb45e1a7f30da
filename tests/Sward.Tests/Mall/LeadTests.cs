using System.Net;
using Microsoft.EntityFrameworkCore;
using Sward.Mall;

namespace Sward.Tests.Mall;

public abstract class LeadTests(AppFixture app)
{
    [Fact]
    public async Task A_question_reaches_the_store_and_nobody_else()
    {
        var (scene, productId, _) = await SceneAsync(app);
        var (person, stranger) = (await app.SignUpAsync("Mei"), await app.SignUpAsync());

        var asked = await AskAsync(person, productId);
        Assert.Equal((HttpStatusCode.Created, "mei@test.example"), (asked.Status, asked.Body.GetProperty("contact").GetString()));
        await app.DeliverFactsAsync();

        var lead = Assert.Single(await OfStoreAsync(scene.Seller, scene.StoreId));
        Assert.Equal(("Mei", "How long does it take?"), (lead.GetProperty("name").GetString(), lead.GetProperty("question").GetString()));
        var notice = Assert.Single((await scene.Seller.Client.GetJsonAsync("/api/v1/notices")).Items());
        Assert.Equal(("lead", $"/desk/{scene.StoreId}/leads"), (notice.GetProperty("kind").GetString(), notice.GetProperty("url").GetString()));
        Assert.Equal("mall.store-not-found", (await stranger.Client.GetJsonAsync($"/api/v1/stores/{scene.StoreId}/leads")).Code);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.GetJsonAsync($"/api/v1/stores/{scene.StoreId}/leads")).Status);
        Assert.Empty((await stranger.Client.GetJsonAsync("/api/v1/leads")).Items());
        Assert.Single((await person.Client.GetJsonAsync("/api/v1/leads")).Items());
    }

    [Fact]
    public async Task One_question_about_a_product_is_open_at_a_time()
    {
        var (scene, productId, _) = await SceneAsync(app);
        var person = await app.SignUpAsync();

        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AskAsync(person, productId)));
        Assert.Single(tries, answer => answer.Status is HttpStatusCode.Created);
        Assert.All(tries.Where(answer => answer.Status is not HttpStatusCode.Created), answer => Assert.Equal((HttpStatusCode.Conflict, "mall.lead-open"), (answer.Status, answer.Code)));

        var first = Assert.Single(await OfStoreAsync(scene.Seller, scene.StoreId)).IdOf();
        Assert.Equal("mall.lead-not-found", (await person.Client.PutJsonAsync($"/api/v1/leads/{first}/answered")).Code);
        Assert.Equal("mall.lead-open", (await AskAsync(person, productId)).Code);
        Assert.Equal(HttpStatusCode.NoContent, (await scene.Seller.Client.PutJsonAsync($"/api/v1/leads/{first}/answered")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await scene.Seller.Client.PutJsonAsync($"/api/v1/leads/{first}/answered")).Status);
        Assert.Equal(HttpStatusCode.Created, (await AskAsync(person, productId)).Status);
        Assert.Equal(2, (await OfStoreAsync(scene.Seller, scene.StoreId)).Count);
        Assert.Equal(first, Assert.Single(await OfStoreAsync(scene.Seller, scene.StoreId, "?answered=true")).IdOf());
        Assert.Single(await OfStoreAsync(scene.Seller, scene.StoreId, "?answered=false"));
    }

    [Fact]
    public async Task What_is_not_bought_here_gets_into_no_cart_checkout_or_sale()
    {
        var (scene, productId, skuId) = await SceneAsync(app);
        var shopper = await scene.ShopperAsync();

        var cart = await shopper.Client.PutJsonAsync($"/api/v1/cart/lines/{skuId}", new { quantity = 1 });
        var quote = await shopper.QuoteAsync((skuId, 1));
        var checkout = await shopper.CheckoutAsync("none", Http.NewKey(), (skuId, 1));
        var sale = await scene.Seller.Client.PostJsonAsync($"/api/v1/stores/{scene.StoreId}/flash-sales", new
        {
            skuId = $"{skuId}",
            price = new { amount = 1, currency = "CNY" },
            units = 1,
            perBuyer = 1,
            startsAt = app.Clock.GetUtcNow(),
            endsAt = app.Clock.GetUtcNow().AddHours(1),
        });

        Assert.All([cart, quote, checkout, sale], answer => Assert.Equal((HttpStatusCode.UnprocessableEntity, "mall.not-bought-here"), (answer.Status, answer.Code)));
        Assert.Empty((await shopper.Client.GetJsonAsync("/api/v1/cart")).Body.List("lines"));
        Assert.Empty((await shopper.Client.GetJsonAsync("/api/v1/orders")).Items());
        Assert.Contains((await app.Visitor.GetJsonAsync($"/api/v1/stores/{scene.StoreId}/products")).Items(), product => product.IdOf() == productId);
    }

    [Fact]
    public async Task Goods_that_are_bought_here_and_goods_off_sale_are_not_asked_for()
    {
        var (scene, productId, _) = await SceneAsync(app);
        var person = await app.SignUpAsync();
        var tea = await scene.ListAsync();
        var teaId = await app.InDb<MallDb, long>(db => db.Skus.Where(sku => sku.Id == tea).Select(sku => sku.ProductId).SingleAsync(AppFixture.Ct));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "mall.bought-here"), StatusOf(await AskAsync(person, teaId)));
        await scene.Seller.Client.PatchJsonAsync($"/api/v1/products/{productId}", new { onSale = false });
        Assert.Equal((HttpStatusCode.NotFound, "mall.product-not-found"), StatusOf(await AskAsync(person, productId)));
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.PostJsonAsync($"/api/v1/products/{productId}/leads", Body())).Status);
        Assert.Empty(await OfStoreAsync(scene.Seller, scene.StoreId));
    }

    [Theory]
    [InlineData("", "13800000000", "Why?")]
    [InlineData("Mei", "call me", "Why?")]
    [InlineData("Mei", "mei@home", "Why?")]
    [InlineData("Mei", "13800000000", " ")]
    public async Task A_form_that_says_nothing_is_refused(string name, string contact, string question)
    {
        var (scene, productId, _) = await SceneAsync(app);
        var person = await app.SignUpAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await person.Client.PostJsonAsync($"/api/v1/products/{productId}/leads", new { name, contact, question })).Status);
        Assert.Empty(await OfStoreAsync(scene.Seller, scene.StoreId));
    }

    [Fact]
    public async Task A_block_holds_between_buyer_and_store()
    {
        var (scene, productId, _) = await SceneAsync(app);
        var (asked, shut) = (await app.SignUpAsync(), await app.SignUpAsync());
        await AskAsync(asked, productId);
        Assert.Equal(HttpStatusCode.NoContent, (await shut.Client.PutJsonAsync($"/api/v1/accounts/{scene.Seller.Id}/block")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await scene.Seller.Client.PutJsonAsync($"/api/v1/accounts/{asked.Id}/block")).Status);
        await app.DeliverFactsAsync();

        Assert.Equal("mall.product-not-found", (await AskAsync(shut, productId)).Code);
        Assert.Empty(await OfStoreAsync(scene.Seller, scene.StoreId));
        Assert.DoesNotContain((await scene.Seller.Client.GetJsonAsync("/api/v1/notices")).Items(), notice => notice.GetProperty("kind").GetString() is "lead");
    }

    [Fact]
    public async Task So_many_questions_a_day_and_no_more()
    {
        await using var own = await app.OwnHostAsync(settings => settings["Mall:LeadsPerDay"] = "2");
        var (scene, first, _) = await SceneAsync(own);
        var person = await own.SignUpAsync();
        await AskAsync(person, first);
        await AskAsync(person, await ListAsync(scene));

        var third = await AskAsync(person, await ListAsync(scene));

        Assert.Equal((HttpStatusCode.TooManyRequests, "kernel.too-many-requests"), StatusOf(third));
        Assert.Equal(2, (await OfStoreAsync(scene.Seller, scene.StoreId)).Count);
    }

    [Fact]
    public async Task A_question_is_taken_back_by_whoever_asked_and_deleted_when_its_time_is_over()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, productId, _) = await SceneAsync(own);
        var (person, other) = (await own.SignUpAsync(), await own.SignUpAsync());
        var (mine, theirs) = ((await AskAsync(person, productId)).Body.IdOf(), (await AskAsync(other, productId)).Body.IdOf());

        await other.Client.DeleteJsonAsync($"/api/v1/leads/{mine}");
        await scene.Seller.Client.DeleteJsonAsync($"/api/v1/leads/{mine}");
        Assert.Equal(2, (await OfStoreAsync(scene.Seller, scene.StoreId)).Count);
        Assert.Equal(HttpStatusCode.NoContent, (await person.Client.DeleteJsonAsync($"/api/v1/leads/{mine}")).Status);
        Assert.Equal(theirs, Assert.Single(await OfStoreAsync(scene.Seller, scene.StoreId)).IdOf());

        await own.MoveClockAsync(TimeSpan.FromDays(179));
        await own.RunJobAsync("mall.forget-leads");
        Assert.Equal(1, await own.InDb<MallDb, int>(db => db.Leads.CountAsync(AppFixture.Ct)));
        await own.MoveClockAsync(TimeSpan.FromDays(1));
        await own.RunJobAsync("mall.forget-leads");
        Assert.Equal(0, await own.InDb<MallDb, int>(db => db.Leads.CountAsync(AppFixture.Ct)));
    }

    [Fact]
    public async Task The_desk_pages_through_questions_and_the_file_holds_no_formula()
    {
        var (scene, productId, _) = await SceneAsync(app);
        var person = await app.SignUpAsync();
        await person.Client.PostJsonAsync($"/api/v1/products/{productId}/leads", new { name = "=cmd|' /C calc'!A0", contact = "+86 138 0000 0000", question = "One, \"two\"" });
        await AskAsync(await app.SignUpAsync(), productId);

        var first = await scene.Seller.Client.GetJsonAsync($"/api/v1/stores/{scene.StoreId}/leads?limit=1");
        var second = await scene.Seller.Client.GetJsonAsync($"/api/v1/stores/{scene.StoreId}/leads?limit=1&cursor={first.Body.GetProperty("next").GetString()}");
        Assert.True(first.Items().Single().IdOf() > second.Items().Single().IdOf());

        var file = await scene.Seller.Client.GetStringAsync($"/desk/{scene.StoreId}/leads?handler=Csv", AppFixture.Ct);
        Assert.Contains(",'=cmd|' /C calc'!A0,'+86 138 0000 0000,\"One, \"\"two\"\"\",", file, StringComparison.Ordinal);
        var stranger = await app.SignUpAsync();
        foreach (var url in new[] { $"/desk/{scene.StoreId}/leads", $"/desk/{scene.StoreId}/leads?handler=Csv" })
        {
            using var refused = await stranger.Client.GetAsync(url, AppFixture.Ct);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        using var mark = new FormUrlEncodedContent([new("leadId", $"{second.Items().Single().IdOf()}")]);
        using var marked = await scene.Seller.Client.PostAsync($"/desk/{scene.StoreId}/leads?handler=Answered", mark, AppFixture.Ct);
        Assert.Single(await OfStoreAsync(scene.Seller, scene.StoreId, "?answered=true"));
    }

    [Fact]
    public async Task The_page_has_no_buy_button_but_a_form_that_says_how_long_it_is_kept()
    {
        var (scene, productId, _) = await SceneAsync(app);
        var person = await app.SignUpAsync();

        var visited = await app.Visitor.GetStringAsync($"/products/{productId}", AppFixture.Ct);
        Assert.DoesNotContain("handler=Buy", visited, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Ask", visited, StringComparison.Ordinal);
        var page = await person.Client.GetStringAsync($"/products/{productId}", AppFixture.Ct);
        Assert.Contains("handler=Ask", page, StringComparison.Ordinal);
        Assert.Contains("deleted after 180 days", page, StringComparison.Ordinal);

        using var form = new FormUrlEncodedContent([new("name", "Mei"), new("contact", "none"), new("question", "How much for ten?")]);
        using var refused = await person.Client.PostAsync($"/products/{productId}?handler=Ask", form, AppFixture.Ct);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("How much for ten?", await refused.Content.ReadAsStringAsync(AppFixture.Ct), StringComparison.Ordinal);

        using var better = new FormUrlEncodedContent([new("name", "Mei"), new("contact", "13800000000"), new("question", "How much for ten?")]);
        using var sent = await person.Client.PostAsync($"/products/{productId}?handler=Ask", better, AppFixture.Ct);
        var open = await person.Client.GetStringAsync($"/products/{productId}", AppFixture.Ct);
        Assert.Contains("handler=TakeLeadBack", open, StringComparison.Ordinal);
        using var back = new FormUrlEncodedContent([new("leadId", $"{Assert.Single(await OfStoreAsync(scene.Seller, scene.StoreId)).IdOf()}")]);
        using var taken = await person.Client.PostAsync($"/products/{productId}?handler=TakeLeadBack", back, AppFixture.Ct);
        Assert.Empty(await OfStoreAsync(scene.Seller, scene.StoreId));
    }

    private static (HttpStatusCode Status, string? Code) StatusOf(Answer answer) => (answer.Status, answer.Code);

    private static object Body() => new { name = "Mei", contact = "mei@test.example", question = "How long does it take?" };

    private static Task<Answer> AskAsync(Person person, long productId) => person.Client.PostJsonAsync($"/api/v1/products/{productId}/leads", Body());

    private static async Task<List<System.Text.Json.JsonElement>> OfStoreAsync(Person seller, long storeId, string query = "") =>
        [.. (await seller.Client.GetJsonAsync($"/api/v1/stores/{storeId}/leads{query}")).Items()];

    private static async Task<(MallScene Scene, long ProductId, long SkuId)> SceneAsync(AppFixture host)
    {
        var scene = await MallScene.OpenAsync(host);
        var productId = await ListAsync(scene);
        return (scene, productId, await host.InDb<MallDb, long>(db => db.Skus.Where(sku => sku.ProductId == productId).Select(sku => sku.Id).SingleAsync(AppFixture.Ct)));
    }

    private static async Task<long> ListAsync(MallScene scene)
    {
        var answer = await scene.Seller.Client.PostJsonAsync($"/api/v1/stores/{scene.StoreId}/products", new
        {
            name = "A kitchen made for your room",
            origin = "Foshan",
            category = "home",
            pictures = Array.Empty<string>(),
            kind = "leadForm",
            skus = new[] { new { code = "one", price = new { amount = 900_000, currency = "CNY" }, stock = new[] { new { warehouse = "main", units = 5 } } } },
        });
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return answer.Body.IdOf();
    }
}

public sealed class LeadsOnSqlite(OnSqlite app) : LeadTests(app);

public sealed class LeadsOnPostgres(OnPostgres app) : LeadTests(app);
