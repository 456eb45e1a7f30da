using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sward.Notes;
using Sward.Tests.Media;

namespace Sward.Tests.Mall;

public abstract class ReviewTests(AppFixture app)
{
    [Fact]
    public async Task A_review_stands_with_the_goods_and_is_answered_once_by_their_seller()
    {
        var (scene, shopper, order) = await ReceivedAsync();
        var review = await ReviewAsync(shopper, order);
        Assert.Equal(HttpStatusCode.Created, review.Status);

        var url = $"/api/v1/reviews/{review.Body.IdOf()}/answer";
        Assert.Equal(HttpStatusCode.NotFound, (await shopper.Client.PutJsonAsync(url, new { body = "Thank me" })).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await scene.Seller.Client.PutJsonAsync(url, new { body = "Thank you" })).Status);
        Assert.Equal("mall.review-answered", (await scene.Seller.Client.PutJsonAsync(url, new { body = "Thanks again" })).Code);

        var shown = (await app.Visitor.GetJsonAsync($"/api/v1/products/{review.Body.IdOf("productId")}/reviews")).Items().Single();
        Assert.Equal(("Fine tea", "Thank you"), (shown.GetProperty("body").GetString(), shown.GetProperty("answer").GetString()));
    }

    [Fact]
    public async Task A_second_review_of_the_same_goods_is_refused_and_becomes_no_note_either()
    {
        var (_, shopper, order) = await ReceivedAsync();
        await ReviewAsync(shopper, order);

        Assert.Equal("mall.review-exists", (await ReviewAsync(shopper, order, asNote: true)).Code);
        Assert.Equal(0, await NotesOfAsync(shopper));
    }

    [Fact]
    public async Task A_review_may_be_shared_as_a_note()
    {
        var (_, shopper, order) = await ReceivedAsync();

        var review = await ReviewAsync(shopper, order, asNote: true);

        Assert.True(review.Body.IdOf("noteId") > 0);
        Assert.Equal(1, await NotesOfAsync(shopper));
    }

    [Fact]
    public async Task Only_the_buyer_reviews_and_only_what_has_arrived()
    {
        var scene = await MallScene.OpenAsync(app);
        var (shopper, order) = await scene.PaidOrderAsync((await scene.ListAsync(), 1));

        Assert.Equal("mall.review-before-receipt", (await ReviewAsync(shopper, order)).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await ReviewAsync(shopper with { Person = scene.Seller }, order)).Status);
    }

    [Fact]
    public async Task An_order_asks_for_its_review_until_there_is_one_and_takes_pictures_with_it()
    {
        var (scene, shopper, order) = await ReceivedAsync();
        var (url, link) = ($"/orders/{order.IdOf()}/review", $"href=\"/orders/{order.IdOf()}/review\"");
        var lineId = order.List("lines").Single().IdOf();
        var mine = (await shopper.Client.UploadSmallAsync()).IdOf();
        var theirs = (await scene.Seller.Client.UploadSmallAsync()).IdOf();

        Assert.Contains(link, await shopper.Client.GetStringAsync($"/orders/{order.IdOf()}", AppFixture.Ct), StringComparison.Ordinal);
        Assert.DoesNotContain(link, await scene.Seller.Client.GetStringAsync($"/orders/{order.IdOf()}", AppFixture.Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostAsync(shopper.Person, url, ("lineId", $"{lineId}"), ("stars", "4"), ("body", "Fine tea"), ("pictures", $"{theirs}")));
        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(shopper.Person, url, ("lineId", $"{lineId}"), ("stars", "4"), ("body", "Fine tea"), ("pictures", $"{mine}")));

        var review = (await app.Visitor.GetJsonAsync($"/api/v1/products/{order.List("lines").Single().IdOf("productId")}/reviews")).Items().Single();
        Assert.Equal((4, mine), (review.GetProperty("stars").GetInt32(), review.List("pictures").Single().IdOf()));
        Assert.DoesNotContain(link, await shopper.Client.GetStringAsync($"/orders/{order.IdOf()}", AppFixture.Ct), StringComparison.Ordinal);
        using var again = await shopper.Client.GetAsync(url, AppFixture.Ct);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task The_seller_answers_by_form_and_nobody_else_finds_one()
    {
        var (scene, shopper, order) = await ReceivedAsync();
        var review = (await ReviewAsync(shopper, order)).Body;
        var url = $"/products/{review.IdOf("productId")}/reviews";

        Assert.DoesNotContain("handler=Answer", await shopper.Client.GetStringAsync(url, AppFixture.Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(shopper.Person, $"{url}?handler=Answer", ("reviewId", $"{review.IdOf()}"), ("body", "Thank me")));
        Assert.DoesNotContain("Thank me", await app.Visitor.GetStringAsync(url, AppFixture.Ct), StringComparison.Ordinal);

        Assert.Contains("handler=Answer", await scene.Seller.Client.GetStringAsync(url, AppFixture.Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(scene.Seller, $"{url}?handler=Answer", ("reviewId", $"{review.IdOf()}"), ("body", "")));
        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(scene.Seller, $"{url}?handler=Answer", ("reviewId", $"{review.IdOf()}"), ("body", "Thank you")));
        Assert.Contains("Thank you", await app.Visitor.GetStringAsync(url, AppFixture.Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(scene.Seller, $"{url}?handler=Answer", ("reviewId", $"{review.IdOf()}"), ("body", "Thanks again")));
    }

    private static async Task<HttpStatusCode> PostAsync(Person person, string url, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await person.Client.PostAsync(url, form, AppFixture.Ct);
        return answer.StatusCode;
    }

    private async Task<(MallScene Scene, Shopper Shopper, JsonElement Order)> ReceivedAsync()
    {
        var scene = await MallScene.OpenAsync(app);
        var (shopper, order) = await scene.PaidOrderAsync((await scene.ListAsync(), 1));
        await scene.ShipAsync(order);
        await shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/receive");
        return (scene, shopper, order);
    }

    private static Task<Answer> ReviewAsync(Shopper shopper, JsonElement order, bool asNote = false) =>
        shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/review", new { stars = 5, body = "Fine tea", asNote });

    private Task<int> NotesOfAsync(Shopper shopper) => app.InDb<NotesDb, int>(db => db.Notes.CountAsync(n => n.AuthorId == shopper.Person.Id, AppFixture.Ct));
}

public sealed class ReviewsOnSqlite(OnSqlite app) : ReviewTests(app);

public sealed class ReviewsOnPostgres(OnPostgres app) : ReviewTests(app);
