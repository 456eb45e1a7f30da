using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sward.Mall;

namespace Sward.Tests.Mall;

/// <summary>Short ways to give out coupons in tests.</summary>
internal static class CouponScene
{
    /// <summary>Issues a coupon of the store: 5.00 off, a hundred of them for thirty days unless the test says otherwise.</summary>
    public static Task<Answer> TryIssueAsync(this MallScene scene, AppFixture app, object with) =>
        scene.Seller.Client.PostJsonAsync($"/api/v1/stores/{scene.StoreId}/coupons", BodyOf(app, "store", with));

    /// <summary>The same; it must work.</summary>
    public static async Task<long> IssueAsync(this MallScene scene, AppFixture app, object with)
    {
        var answer = await scene.TryIssueAsync(app, with);
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return answer.Body.IdOf();
    }

    /// <summary>A coupon of the platform.</summary>
    public static async Task<long> IssueOfPlatformAsync(AppFixture app, Person keeper, object with)
    {
        var answer = await keeper.Client.PostJsonAsync("/api/v1/coupons", BodyOf(app, "platform", with));
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return answer.Body.IdOf();
    }

    public static Task<Answer> ClaimAsync(this Person person, long couponId) => person.Client.PostJsonAsync($"/api/v1/coupons/{couponId}/claim");

    public static Task<Answer> ClaimByCodeAsync(this Person person, string code) => person.Client.PostJsonAsync("/api/v1/coupons/claim", new { code });

    public static Task<Answer> PushAsync(this Person person, long couponId, string audience, params string[] handles) =>
        person.Client.PostJsonAsync($"/api/v1/coupons/{couponId}/push", new { audience, handles });

    public static async Task<Person[]> PeopleAsync(AppFixture app, int count)
    {
        var people = new List<Person>();
        while (people.Count < count)
        {
            people.Add(await app.SignUpAsync());
        }

        return [.. people];
    }

    /// <summary>Ids of the coupons that somebody can use, by what they were issued as.</summary>
    public static async Task<IReadOnlyList<long>> IssuesOfAsync(Person person) =>
        [.. (await person.Client.GetJsonAsync("/api/v1/coupons/mine")).Items().Select(held => held.GetProperty("coupon").IdOf())];

    /// <summary>How many the issue counts as given, how many people hold one, and how many rows there are.</summary>
    public static Task<(int Given, int People, int Held)> GivenAsync(AppFixture app, long couponId) => app.InDb<MallDb, (int, int, int)>(async db =>
    {
        var holders = await db.HeldCoupons.Where(h => h.IssueId == couponId).Select(h => h.AccountId).ToListAsync(AppFixture.Ct);
        return (await db.CouponIssues.Where(i => i.Id == couponId).Select(i => i.Given).SingleAsync(AppFixture.Ct), holders.Distinct().Count(), holders.Count);
    });

    public static async Task<List<string?>> NoticesOfAsync(Person person) =>
        [.. (await person.Client.GetJsonAsync("/api/v1/notices?kind=coupons")).Items().Select(notice => notice.GetProperty("text").GetString())];

    /// <summary>What is posted to issue one.</summary>
    public static Dictionary<string, object?> BodyOf(AppFixture app, string layer, object with)
    {
        var body = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["title"] = "Spring",
            ["layer"] = layer,
            ["fromMinor"] = 0,
            ["offMinor"] = 500,
            ["percent"] = 0,
            ["quota"] = 100,
            ["perPerson"] = 1,
            ["until"] = app.Clock.GetUtcNow().AddDays(30),
        };
        foreach (var property in JsonSerializer.SerializeToElement(with).EnumerateObject())
        {
            body[property.Name] = property.Value;
        }

        return body;
    }
}
