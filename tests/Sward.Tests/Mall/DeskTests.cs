using System.Net;
using Microsoft.EntityFrameworkCore;
using Sward.Mall;
using Sward.Tests.Media;

namespace Sward.Tests.Mall;

public abstract class DeskTests(AppFixture app)
{
    [Theory]
    [InlineData("1,000")]
    [InlineData("1.005")]
    [InlineData("-5")]
    [InlineData("much")]
    public async Task An_amount_that_is_none_is_refused_and_no_offer_is_made(string from)
    {
        var scene = await MallScene.OpenAsync(app);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostAsync(scene.Seller, $"/desk/{scene.StoreId}/offers?handler=New", ("title", "Autumn"), ("from", from), ("off", "5"), ("days", "7")));
        Assert.Empty((await scene.Seller.Client.GetJsonAsync($"/api/v1/stores/{scene.StoreId}/offers")).Items());
    }

    [Fact]
    public async Task An_offer_is_made_and_ended_at_the_desk()
    {
        var scene = await MallScene.OpenAsync(app);

        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(
            scene.Seller, $"/desk/{scene.StoreId}/offers?handler=New",
            ("title", "Autumn"), ("from", "1000.5"), ("off", "300"), ("percent", ""), ("cap", ""), ("from", ""), ("off", ""), ("percent", ""), ("cap", ""), ("days", "7")));
        var offer = Assert.Single((await scene.Seller.Client.GetJsonAsync($"/api/v1/stores/{scene.StoreId}/offers")).Items());
        Assert.Equal(("Autumn", "¥300.00 off from ¥1,000.50", "running"), (offer.GetProperty("title").GetString(), offer.GetProperty("text").GetString(), offer.GetProperty("state").GetString()));

        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(scene.Seller, $"/desk/{scene.StoreId}/offers?handler=End", ("offerId", $"{offer.IdOf()}")));
        Assert.Empty((await scene.Seller.Client.GetJsonAsync($"/api/v1/stores/{scene.StoreId}/offers")).Items());
    }

    [Theory]
    [InlineData("2031-11-11T00:00", 0)]
    [InlineData("2031-11-11T20:00", 20)]
    [InlineData("2031-11-11", 0)]
    public async Task An_offer_starts_when_it_was_typed_in_the_sites_zone(string typed, int hour)
    {
        await using var own = await app.OwnHostAsync(settings => settings["Site:TimeZone"] = "Asia/Shanghai");
        var scene = await MallScene.OpenAsync(own);

        await PostAsync(scene.Seller, $"/desk/{scene.StoreId}/offers?handler=New", ("title", "Festival"), ("from", "100"), ("off", "30"), ("start", typed), ("days", "2"));

        var offer = Assert.Single((await scene.Seller.Client.GetJsonAsync($"/api/v1/stores/{scene.StoreId}/offers")).Items());
        var start = new DateTimeOffset(2031, 11, 11, hour, 0, 0, TimeSpan.FromHours(8));
        Assert.Equal((start, start.AddDays(2)), (offer.GetProperty("from").GetDateTimeOffset(), offer.GetProperty("until").GetDateTimeOffset()));
    }

    [Theory]
    [InlineData("units", "-1", HttpStatusCode.BadRequest)]
    [InlineData("price", "1,000", HttpStatusCode.UnprocessableEntity)]
    [InlineData("price", "0", HttpStatusCode.UnprocessableEntity)]
    [InlineData("pictures", "12 x", HttpStatusCode.UnprocessableEntity)]
    public async Task Goods_with_a_field_that_makes_no_sense_are_not_listed(string field, string value, HttpStatusCode status)
    {
        var scene = await MallScene.OpenAsync(app);
        (string, string)[] fields = [("origin", "Fujian"), ("name", "Tea"), ("category", "food"), ("price", "12.50"), ("units", "10"), ("pictures", "")];

        Assert.Equal(status, await PostAsync(scene.Seller, $"/desk/{scene.StoreId}/products?handler=New", [.. fields.Where(f => f.Item1 != field), (field, value)]));
        Assert.Equal(0, await ProductsAsync(scene));
        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(scene.Seller, $"/desk/{scene.StoreId}/products?handler=New", fields));
        Assert.Equal(1, await ProductsAsync(scene));
    }

    [Theory]
    [InlineData("size", "")]
    [InlineData("", "500 ml")]
    [InlineData("size", "0123456789012345678901234567890123456789012345678901234567890")]
    public async Task What_sets_a_variant_apart_has_a_length(string name, string value)
    {
        var scene = await MallScene.OpenAsync(app);

        var refused = await scene.Seller.Client.PostJsonAsync($"/api/v1/stores/{scene.StoreId}/products", new
        {
            name = "Tea",
            origin = "Fujian",
            category = "food",
            pictures = Array.Empty<string>(),
            skus = new[] { new { code = "1", options = new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value }, price = new { amount = 100, currency = "CNY" }, stock = new[] { new { warehouse = "main", units = 1 } } } },
        });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "mall.option-invalid"), (refused.Status, refused.Code));
        Assert.Equal(0, await ProductsAsync(scene));
    }

    [Fact]
    public async Task Goods_are_described_anew_with_the_pictures_that_are_kept_and_a_refusal_keeps_what_was_typed()
    {
        var scene = await MallScene.OpenAsync(app);
        var (first, second, added) = ((await scene.Seller.Client.UploadSmallAsync()).IdOf(), (await scene.Seller.Client.UploadSmallAsync()).IdOf(), (await scene.Seller.Client.UploadSmallAsync()).IdOf());
        await PostAsync(scene.Seller, $"/desk/{scene.StoreId}/products?handler=New", ("origin", "Fujian"), ("name", "Tee"), ("category", "food"), ("price", "12.50"), ("units", "10"), ("pictures", $"{first} {second}"));
        var productId = (await scene.Seller.Client.GetJsonAsync($"/api/v1/stores/{scene.StoreId}/products")).Items().Single().IdOf();
        var (url, stranger) = ($"/desk/{scene.StoreId}/products/{productId}", await MallScene.OpenAsync(app));
        (string, string)[] fields = [("origin", "Fujian"), ("name", "Tea"), ("category", "home"), ("description", "Spring, by hand."), ("keep", $"{second}"), ("pictures", $"{added}")];

        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(stranger.Seller, url, fields));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(stranger.Seller, $"/desk/{stranger.StoreId}/products/{productId}", fields));
        using (var refused = await scene.Seller.Client.PostAsync(url, new FormUrlEncodedContent(fields.Append(("keep", "5")).Select(f => KeyValuePair.Create(f.Item1, f.Item2))), AppFixture.Ct))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains("Spring, by hand.", await refused.Content.ReadAsStringAsync(AppFixture.Ct), StringComparison.Ordinal);
        }

        Assert.Equal("Tee", (await app.Visitor.GetJsonAsync($"/api/v1/products/{productId}")).Body.GetProperty("name").GetString());
        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(scene.Seller, url, fields));
        var product = (await app.Visitor.GetJsonAsync($"/api/v1/products/{productId}")).Body;
        Assert.Equal(("Tea", "home", "Spring, by hand."), (product.GetProperty("name").GetString(), product.GetProperty("category").GetString(), product.GetProperty("description").GetString()));
        Assert.Equal([second, added], product.List("pictures").Select(picture => picture.IdOf()));
    }

    [Fact]
    public async Task A_desk_is_its_owners_alone()
    {
        var scene = await MallScene.OpenAsync(app);
        var stranger = await app.SignUpAsync();

        foreach (var page in new[] { "products", "orders", "money", "store" })
        {
            using var own = await scene.Seller.Client.GetAsync($"/desk/{scene.StoreId}/{page}", AppFixture.Ct);
            using var foreign = await stranger.Client.GetAsync($"/desk/{scene.StoreId}/{page}", AppFixture.Ct);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (own.StatusCode, foreign.StatusCode));
        }

        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(stranger, $"/desk/{scene.StoreId}/store", ("name", "Mine")));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(stranger, $"/desk/{scene.StoreId}/offers?handler=New", ("title", "Mine"), ("from", "2"), ("off", "1")));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(stranger, $"/desk/{scene.StoreId}/products?handler=New", ("name", "Mine"), ("price", "1")));
        Assert.Equal(0, await ProductsAsync(scene));
    }

    private static async Task<HttpStatusCode> PostAsync(Person person, string url, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await person.Client.PostAsync(url, form, AppFixture.Ct);
        return answer.StatusCode;
    }

    private Task<int> ProductsAsync(MallScene scene) => app.InDb<MallDb, int>(db => db.Products.CountAsync(p => p.StoreId == scene.StoreId, AppFixture.Ct));
}

public sealed class DesksOnSqlite(OnSqlite app) : DeskTests(app);

public sealed class DesksOnPostgres(OnPostgres app) : DeskTests(app);
