using System.Net;
using Microsoft.EntityFrameworkCore;
using Sward.Mall;

namespace Sward.Tests.Mall;

/// <summary>A store, and people who want its goods.</summary>
internal sealed record WantScene(AppFixture App, MallScene Store)
{
    public static async Task<WantScene> OpenAsync(AppFixture app) => new(app, await MallScene.OpenAsync(app));

    public async Task<Person> WanterAsync(long skuId)
    {
        var person = await App.SignUpAsync("Wanter");
        await WantAsync(person, skuId);
        return person;
    }

    public static async Task WantAsync(Person person, long skuId) => Assert.Equal(HttpStatusCode.NoContent, (await person.Client.PutJsonAsync($"/api/v1/wants/{skuId}")).Status);

    /// <summary>Sets what is on hand, wherever it lies.</summary>
    public Task StockAsync(long skuId, int units) => App.InDb<MallDb, int>(db =>
        db.StockLevels.Where(level => level.SkuId == skuId).ExecuteUpdateAsync(set => set.SetProperty(level => level.OnHand, units), AppFixture.Ct));

    /// <summary>Puts a product on sale or takes it off.</summary>
    public async Task PutOnSaleAsync(long skuId, bool onSale)
    {
        var changed = await Store.Seller.Client.PatchJsonAsync($"/api/v1/products/{await ProductOfAsync(skuId)}", new { onSale });
        Assert.Equal(HttpStatusCode.OK, changed.Status);
    }

    public Task<long> ProductOfAsync(long skuId) => App.InDb<MallDb, long>(db => db.Skus.Where(sku => sku.Id == skuId).Select(sku => sku.ProductId).SingleAsync(AppFixture.Ct));

    /// <summary>Runs the job twice: the second time there is nothing left to tell.</summary>
    public async Task TellAsync()
    {
        await App.RunJobAsync("mall.tell-wanters");
        await App.RunJobAsync("mall.tell-wanters");
        await App.DeliverFactsAsync();
    }

    /// <summary>Kinds of the notices of wants, the first told in front.</summary>
    public static async Task<List<string?>> ToldAsync(Person person) =>
        [.. (await person.Client.GetJsonAsync("/api/v1/notices?kind=wants&limit=100")).Items().Select(notice => notice.GetProperty("kind").GetString()).Reverse()];

    /// <summary>Posts a form as a page does and follows it; the page that comes of it.</summary>
    public static async Task<string> PostAsync(HttpClient client, string url, HttpStatusCode status, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await client.PostAsync(url, form, AppFixture.Ct);
        Assert.Equal(status, answer.StatusCode);
        return answer.Headers.Location is { } next
            ? await client.GetStringAsync(next.IsAbsoluteUri ? next.PathAndQuery : next.OriginalString, AppFixture.Ct)
            : await answer.Content.ReadAsStringAsync(AppFixture.Ct);
    }
}
