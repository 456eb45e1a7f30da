using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Wants;

namespace Sward.Tests.Mall;

public abstract class WantTests(AppFixture app)
{
    [Fact]
    public async Task Wanting_twice_is_wanting_once_and_the_list_goes_page_by_page()
    {
        var scene = await WantScene.OpenAsync(app);
        var (first, second, gone) = (await scene.Store.ListAsync(10_000), await scene.Store.ListAsync(5_000), await scene.Store.ListAsync(7_000, 0));
        var wanter = await app.SignUpAsync();
        foreach (var skuId in new[] { first, second, gone, first })
        {
            await WantScene.WantAsync(wanter, skuId);
        }

        await scene.Store.EditPriceAsync(second, 4_000);
        var page = await wanter.Client.GetJsonAsync("/api/v1/wants?limit=2");
        Assert.Equal([gone, second], page.Items().Select(want => want.IdOf("skuId")));
        Assert.Equal([false, true], page.Items().Select(want => want.GetProperty("isThere").GetBoolean()));
        Assert.Equal((4_000, 5_000), (page.Items().Last().Minor("price"), page.Items().Last().Minor("priceThen")));
        var rest = await wanter.Client.GetJsonAsync($"/api/v1/wants?limit=2&cursor={page.Body.GetProperty("next").GetString()}");
        Assert.Equal([first], rest.Items().Select(want => want.IdOf("skuId")));
        Assert.Equal([second], (await wanter.Client.GetJsonAsync($"/api/v1/wants?productId={await scene.ProductOfAsync(second)}")).Items().Select(want => want.IdOf("skuId")));
        Assert.Equal("kernel.bad-cursor", (await wanter.Client.GetJsonAsync("/api/v1/wants?cursor=nonsense")).Code);
    }

    [Fact]
    public async Task Nobody_sees_or_takes_back_what_another_wants()
    {
        var scene = await WantScene.OpenAsync(app);
        var tea = await scene.Store.ListAsync();
        var (wanter, other) = (await scene.WanterAsync(tea), await app.SignUpAsync());

        Assert.Empty((await other.Client.GetJsonAsync("/api/v1/wants")).Items());
        Assert.Equal(HttpStatusCode.NoContent, (await other.Client.DeleteJsonAsync($"/api/v1/wants/{tea}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.DeleteJsonAsync($"/api/v1/wants/{tea}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.PutJsonAsync($"/api/v1/wants/{tea}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.GetJsonAsync("/api/v1/wants")).Status);
        Assert.Single((await wanter.Client.GetJsonAsync("/api/v1/wants")).Items());

        await wanter.Client.DeleteJsonAsync($"/api/v1/wants/{tea}");
        Assert.Empty((await wanter.Client.GetJsonAsync("/api/v1/wants")).Items());
    }

    [Fact]
    public async Task What_does_not_exist_or_is_too_much_is_refused_and_changes_nothing()
    {
        var scene = await WantScene.OpenAsync(app);
        var tea = await scene.Store.ListAsync();
        var wanter = await app.SignUpAsync();
        Assert.Equal("mall.product-not-found", (await wanter.Client.PutJsonAsync("/api/v1/wants/1")).Code);

        await app.InDb<MallDb, int>(db =>
        {
            var ids = app.Services.GetRequiredService<Ids>();
            db.Wants.AddRange(Enumerable.Range(1, 500).Select(n => new Want { Id = ids.Next(), AccountId = wanter.Id, SkuId = n, At = app.Clock.GetUtcNow() }));
            return db.SaveChangesAsync(AppFixture.Ct);
        });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "mall.too-many-wants"), await RefusalAsync(wanter.Client.PutJsonAsync($"/api/v1/wants/{tea}")));
        Assert.Equal(500, await app.InDb<MallDb, int>(db => db.Wants.CountAsync(w => w.AccountId == wanter.Id, AppFixture.Ct)));
    }

    [Fact]
    public async Task A_sold_out_product_is_wanted_on_its_page_and_taken_back_without_script()
    {
        var scene = await WantScene.OpenAsync(app);
        var tea = await scene.Store.ListAsync(10_000, 0);
        var url = $"/products/{await scene.ProductOfAsync(tea)}";
        var wanter = await app.SignUpAsync();
        var page = await wanter.Client.GetStringAsync(url, AppFixture.Ct);
        Assert.Contains("Tell me when it is back", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Buy now", page, StringComparison.Ordinal);

        page = await WantScene.PostAsync(wanter.Client, $"{url}?handler=Want", HttpStatusCode.Redirect, ("skuId", $"{tea}"), ("quantity", "1"));
        Assert.Contains("You want this", page, StringComparison.Ordinal);
        Assert.Single((await wanter.Client.GetJsonAsync("/api/v1/wants")).Items());
        Assert.DoesNotContain("You want this", await app.Visitor.GetStringAsync(url, AppFixture.Ct), StringComparison.Ordinal);

        page = await WantScene.PostAsync(wanter.Client, $"{url}?handler=TakeBack&taken={tea}", HttpStatusCode.Redirect);
        Assert.DoesNotContain("You want this", page, StringComparison.Ordinal);
        Assert.Empty((await wanter.Client.GetJsonAsync("/api/v1/wants")).Items());
    }

    [Fact]
    public async Task A_variant_that_is_there_can_be_wanted_beside_the_buttons_that_buy()
    {
        var scene = await WantScene.OpenAsync(app);
        var tea = await scene.Store.ListAsync();
        var page = await app.Visitor.GetStringAsync($"/products/{await scene.ProductOfAsync(tea)}", AppFixture.Ct);

        Assert.Contains("Buy now", page, StringComparison.Ordinal);
        Assert.Contains("I want this", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Tell me when it is back", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_a_page_and_taking_back_can_be_undone()
    {
        var scene = await WantScene.OpenAsync(app);
        var tea = await scene.Store.ListAsync(10_000, 0);
        var wanter = await app.SignUpAsync();
        Assert.Contains("Nothing here yet", await wanter.Client.GetStringAsync("/wants", AppFixture.Ct), StringComparison.Ordinal);
        await WantScene.WantAsync(wanter, tea);
        var page = await wanter.Client.GetStringAsync("/wants", AppFixture.Ct);
        Assert.Contains("Sold out", page, StringComparison.Ordinal);

        page = await WantScene.PostAsync(wanter.Client, "/wants?handler=TakeBack", HttpStatusCode.Redirect, ("skuId", $"{tea}"));
        Assert.Contains("Taken back: Tea", page, StringComparison.Ordinal);
        Assert.Contains($"name=\"skuId\" value=\"{tea}\">Undo", page, StringComparison.Ordinal);
        page = await WantScene.PostAsync(wanter.Client, "/wants?handler=Want", HttpStatusCode.Redirect, ("skuId", $"{tea}"));
        Assert.Contains("Sold out", page, StringComparison.Ordinal);

        // Told that it was told.
        await scene.StockAsync(tea, 1);
        await scene.TellAsync();
        Assert.Contains("You were told that it is back.", await wanter.Client.GetStringAsync("/wants", AppFixture.Ct), StringComparison.Ordinal);
        Assert.Equal(["backInStock"], (await wanter.Client.GetJsonAsync("/api/v1/wants")).Items().Single().GetProperty("told").EnumerateArray().Select(word => word.GetString()));
    }

    private static async Task<(HttpStatusCode, string?)> RefusalAsync(Task<Answer> asked)
    {
        var answer = await asked;
        return (answer.Status, answer.Code);
    }
}

public sealed class WantsOnSqlite(OnSqlite app) : WantTests(app);

public sealed class WantsOnPostgres(OnPostgres app) : WantTests(app);
