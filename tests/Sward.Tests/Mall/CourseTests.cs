using System.Net;
using Microsoft.EntityFrameworkCore;
using Sward.Mall;
using Sward.Mall.Ledger;

namespace Sward.Tests.Mall;

public abstract class CourseTests(AppFixture app)
{
    private const string Secret = "Fold the dough twice.";

    [Fact]
    public async Task Whoever_has_paid_reads_the_lessons_and_everybody_else_the_titles()
    {
        var course = await SceneAsync(app, lessons: 2);
        var (stranger, shopper) = (await app.SignUpAsync(), await course.Scene.ShopperAsync());

        foreach (var reader in new[] { app.Visitor, stranger.Client, shopper.Client })
        {
            var view = (await reader.GetJsonAsync(course.Url)).Body;
            Assert.Equal(["Lesson 1", "Lesson 2"], view.List("lessons").Select(lesson => lesson.GetProperty("title").GetString()));
            Assert.False(view.GetProperty("isMine").GetBoolean());
            Assert.Equal((HttpStatusCode.Forbidden, "mall.course-not-bought"), await ReadAsync(reader, course, 0));
            Assert.DoesNotContain(Secret, (await reader.GetJsonAsync(course.Url)).Body.ToString(), StringComparison.Ordinal);
            using var page = await reader.GetAsync($"/courses/{course.ProductId}/lessons/{course.LessonIds[0]}", AppFixture.Ct);
            Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
            Assert.DoesNotContain(Secret, await page.Content.ReadAsStringAsync(AppFixture.Ct), StringComparison.Ordinal);
        }

        Assert.Equal((HttpStatusCode.Unauthorized, null), await OpenAsync(app.Visitor, course, 0, checkBody: false));
        Assert.Equal((HttpStatusCode.Forbidden, "mall.course-not-bought"), await OpenAsync(stranger.Client, course, 0));
        Assert.Equal("completed", (await MallScene.PaidOrderAsync(shopper, (course.SkuId, 1))).StateOf());

        Assert.Equal((HttpStatusCode.Conflict, "mall.lesson-unopened"), await ReadAsync(shopper.Client, course, 0));
        Assert.Equal((HttpStatusCode.OK, null), await OpenAsync(shopper.Client, course, 0));
        Assert.Equal((HttpStatusCode.OK, null), await ReadAsync(shopper.Client, course, 0));
        Assert.Contains(Secret, await shopper.Client.GetStringAsync($"/courses/{course.ProductId}/lessons/{course.LessonIds[0]}", AppFixture.Ct), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Forbidden, "mall.course-not-bought"), await ReadAsync(stranger.Client, course, 0));
        Assert.Equal((HttpStatusCode.OK, null), await ReadAsync(course.Scene.Seller.Client, course, 1));
        var mine = Assert.Single((await shopper.Client.GetJsonAsync("/api/v1/courses")).Items());
        Assert.Equal((2, 1), (mine.GetProperty("lessons").GetInt32(), mine.GetProperty("opened").GetInt32()));
        Assert.Empty((await stranger.Client.GetJsonAsync("/api/v1/courses")).Items());
    }

    [Fact]
    public async Task A_sample_is_everybodys_and_counts_for_nothing()
    {
        var course = await SceneAsync(app, lessons: 2);
        await course.Scene.Seller.Client.PatchJsonAsync($"/api/v1/lessons/{course.LessonIds[0]}", new { isSample = true });

        Assert.Equal((HttpStatusCode.OK, null), await ReadAsync(app.Visitor, course, 0));
        Assert.Equal((HttpStatusCode.Forbidden, "mall.course-not-bought"), await ReadAsync(app.Visitor, course, 1));
        var shopper = await course.Scene.ShopperAsync();
        await MallScene.PaidOrderAsync(shopper, (course.SkuId, 1));
        await OpenAsync(shopper.Client, course, 0);
        // It was free when it was opened, and stays so.
        await course.Scene.Seller.Client.PatchJsonAsync($"/api/v1/lessons/{course.LessonIds[0]}", new { isSample = false });

        Assert.Equal("refunded", (await ReturnAsync(shopper, course)).Body.StateOf());
    }

    [Fact]
    public async Task It_is_given_back_while_little_was_opened_and_closed_from_then_on()
    {
        await using var own = await app.OwnHostAsync();
        var course = await SceneAsync(own, lessons: 10);
        var (shopper, stranger) = (await course.Scene.ShopperAsync(), await course.Scene.ShopperAsync());
        var order = await MallScene.PaidOrderAsync(shopper, (course.SkuId, 1));
        await OpenAsync(shopper.Client, course, 0);
        await OpenAsync(shopper.Client, course, 0);
        Assert.Equal("mall.course-not-bought", (await ReturnAsync(stranger, course)).Code);
        Assert.Equal("mall.course-not-bought", (await course.Scene.Seller.Client.PostJsonAsync($"{course.Url}/return")).Code);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ReturnAsync(shopper, course)));

        Assert.Single(answers, answer => answer.Status is HttpStatusCode.OK);
        Assert.Equal("refunded", await shopper.OrderStateAsync(order.IdOf()));
        Assert.Equal(order.Minor("total"), await MallScene.BalanceAsync(own, AccountKind.Refund, shopper.Person.Id));
        Assert.Equal((HttpStatusCode.Forbidden, "mall.course-not-bought"), await ReadAsync(shopper.Client, course, 0));
        Assert.Equal((HttpStatusCode.Forbidden, "mall.course-not-bought"), await OpenAsync(shopper.Client, course, 1));
        Assert.Equal(100, (await course.Scene.StockAsync(course.SkuId)).OnHand);

        // Bought again it stays bought: or somebody would read it piece by piece.
        await MallScene.PaidOrderAsync(shopper, (course.SkuId, 1));
        Assert.Equal("mall.course-returned", (await ReturnAsync(shopper, course)).Code);
        Assert.Empty(await own.InDb<MallDb, IReadOnlyList<string>>(db => new Invariants(db).BrokenAsync(AppFixture.Ct)));
    }

    [Fact]
    public async Task What_was_read_or_is_long_bought_is_not_given_back_and_what_is_added_later_changes_nothing()
    {
        await using var own = await app.OwnHostAsync();
        var course = await SceneAsync(own, lessons: 5);
        var (reader, sleeper) = (await course.Scene.ShopperAsync(), await course.Scene.ShopperAsync());
        var order = await MallScene.PaidOrderAsync(reader, (course.SkuId, 1));
        await MallScene.PaidOrderAsync(sleeper, (course.SkuId, 1));
        await OpenAsync(reader.Client, course, 0);
        await AddAsync(course, "Lesson 6");

        var refused = await ReturnAsync(reader, course);
        Assert.Equal((HttpStatusCode.Conflict, "mall.course-opened"), (refused.Status, refused.Code));
        Assert.Contains("20%", refused.Body.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal("completed", await reader.OrderStateAsync(order.IdOf()));
        Assert.Equal((HttpStatusCode.OK, null), await ReadAsync(reader.Client, course, 0));

        // Counted from the day after payment.
        await own.MoveClockAsync(TimeSpan.FromDays(8));
        Assert.Equal("mall.after-sale-too-late", (await ReturnAsync(sleeper, course)).Code);
        await own.RunJobAsync("mall.close-orders");
        Assert.Equal("closed", await reader.OrderStateAsync(order.IdOf()));
        Assert.Equal((HttpStatusCode.OK, null), await OpenAsync(sleeper.Client, course, 1));
        Assert.Equal(0, await MallScene.BalanceAsync(own, AccountKind.Refund, reader.Person.Id));
        Assert.Empty(await own.InDb<MallDb, IReadOnlyList<string>>(db => new Invariants(db).BrokenAsync(AppFixture.Ct)));
    }

    [Fact]
    public async Task A_course_is_bought_once_and_a_second_payment_goes_back_by_itself()
    {
        await using var own = await app.OwnHostAsync();
        var course = await SceneAsync(own, lessons: 2);
        var shopper = await course.Scene.ShopperAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "mall.course-once"), StatusOf(await shopper.QuoteAsync((course.SkuId, 2))));
        var (first, second) = (await shopper.BuyAsync((course.SkuId, 1)), await shopper.BuyAsync((course.SkuId, 1)));

        await Task.WhenAll(shopper.PayAsync(first.PaymentId()), shopper.PayAsync(second.PaymentId()));

        var states = new[] { await shopper.OrderStateAsync(first.OrderId()), await shopper.OrderStateAsync(second.OrderId()) };
        Assert.Equal(["completed", "refunded"], states.Order(StringComparer.Ordinal));
        Assert.Equal(5_000, await MallScene.BalanceAsync(own, AccountKind.Refund, shopper.Person.Id));
        Assert.Equal((HttpStatusCode.Conflict, "mall.course-owned"), StatusOf(await shopper.QuoteAsync((course.SkuId, 1))));
        Assert.Equal("refunded", (await ReturnAsync(shopper, course)).Body.StateOf());
        Assert.Empty(await own.InDb<MallDb, IReadOnlyList<string>>(db => new Invariants(db).BrokenAsync(AppFixture.Ct)));
    }

    [Fact]
    public async Task A_course_comes_on_sale_with_its_first_lesson_and_keeps_what_was_paid_for()
    {
        var scene = await MallScene.OpenAsync(app);
        var course = await ListAsync(scene);
        var shopper = await scene.ShopperAsync();
        var product = $"/api/v1/products/{course.ProductId}";
        Assert.Equal("mall.not-on-sale", (await shopper.QuoteAsync((course.SkuId, 1))).Code);
        var sample = (await AddAsync(course, "Lesson 1", isSample: true)).Body.IdOf();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "mall.course-empty"), StatusOf(await scene.Seller.Client.PatchJsonAsync(product, new { onSale = true })));
        var paid = (await AddAsync(course, "Lesson 2")).Body.IdOf();
        Assert.Equal(HttpStatusCode.OK, (await scene.Seller.Client.PatchJsonAsync(product, new { onSale = true })).Status);

        Assert.Equal("mall.course-empty", (await scene.Seller.Client.DeleteJsonAsync($"/api/v1/lessons/{paid}")).Code);
        Assert.Equal("mall.course-empty", (await scene.Seller.Client.PatchJsonAsync($"/api/v1/lessons/{paid}", new { isSample = true })).Code);
        await MallScene.PaidOrderAsync(shopper, (course.SkuId, 1));
        Assert.Equal((HttpStatusCode.Conflict, "mall.lesson-sold"), StatusOf(await scene.Seller.Client.DeleteJsonAsync($"/api/v1/lessons/{sample}")));
        Assert.Equal(2, (await app.Visitor.GetJsonAsync(course.Url)).Body.List("lessons").Count());
    }

    [Fact]
    public async Task Only_its_store_writes_lessons_and_moves_them()
    {
        var course = await SceneAsync(app, lessons: 3);
        var stranger = await MallScene.OpenAsync(app);
        var lesson = $"/api/v1/lessons/{course.LessonIds[2]}";

        Assert.Equal("mall.product-not-found", (await stranger.Seller.Client.PostJsonAsync($"/api/v1/products/{course.ProductId}/lessons", new { title = "Mine", text = "Mine" })).Code);
        Assert.Equal("mall.lesson-not-found", (await stranger.Seller.Client.PatchJsonAsync(lesson, new { title = "Mine" })).Code);
        Assert.Equal("mall.lesson-not-found", (await stranger.Seller.Client.DeleteJsonAsync(lesson)).Code);
        using (var desk = await stranger.Seller.Client.GetAsync($"/desk/{stranger.StoreId}/products/{course.ProductId}/lessons", AppFixture.Ct))
        {
            Assert.Equal(HttpStatusCode.NotFound, desk.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await course.Scene.Seller.Client.PatchJsonAsync(lesson, new { position = 1, title = "Before all" })).Status);
        Assert.Equal(["Before all", "Lesson 1", "Lesson 2"], (await app.Visitor.GetJsonAsync(course.Url)).Body.List("lessons").Select(title => title.GetProperty("title").GetString()));
        Assert.Equal(HttpStatusCode.NoContent, (await course.Scene.Seller.Client.DeleteJsonAsync(lesson)).Status);
        Assert.Equal([1, 2], await app.InDb<MallDb, List<int>>(db => db.Lessons.Where(l => l.ProductId == course.ProductId).OrderBy(l => l.Position).Select(l => l.Position).ToListAsync(AppFixture.Ct)));
    }

    [Fact]
    public async Task The_desk_writes_a_course_and_its_buyer_reads_and_returns_it_without_a_script()
    {
        var scene = await MallScene.OpenAsync(app);
        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(
            scene.Seller.Client, $"/desk/{scene.StoreId}/products?handler=New",
            ("origin", "Hangzhou"), ("name", "Bread"), ("category", "food"), ("goodsKind", "Course"), ("price", "50"), ("units", "100"), ("pictures", "")));
        var productId = await app.InDb<MallDb, long>(db => db.Products.Where(p => p.StoreId == scene.StoreId).Select(p => p.Id).SingleAsync(AppFixture.Ct));
        var desk = $"/desk/{scene.StoreId}/products/{productId}/lessons";
        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(scene.Seller.Client, $"{desk}?handler=Add", ("title", "Dough"), ("text", Secret)));
        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(scene.Seller.Client, $"{desk}?handler=Sale"));
        var shopper = await scene.ShopperAsync();
        var skuId = await app.InDb<MallDb, long>(db => db.Skus.Where(sku => sku.ProductId == productId).Select(sku => sku.Id).SingleAsync(AppFixture.Ct));
        var order = await MallScene.PaidOrderAsync(shopper, (skuId, 1));
        Assert.Contains($"href=\"/courses/{productId}\"", await shopper.Client.GetStringAsync($"/orders/{order.IdOf()}", AppFixture.Ct), StringComparison.Ordinal);
        Assert.Contains($"href=\"/courses/{productId}\"", await shopper.Client.GetStringAsync("/courses", AppFixture.Ct), StringComparison.Ordinal);
        Assert.Contains("handler=Open", await shopper.Client.GetStringAsync($"/courses/{productId}", AppFixture.Ct), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(shopper.Client, $"/courses/{productId}?handler=Return"));
        Assert.Equal("refunded", await shopper.OrderStateAsync(order.IdOf()));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(shopper.Client, $"/courses/{productId}?handler=Return"));
    }

    [Fact]
    public async Task A_course_has_one_variant()
    {
        var scene = await MallScene.OpenAsync(app);

        var refused = await scene.Seller.Client.PostJsonAsync($"/api/v1/stores/{scene.StoreId}/products", BodyOf("one", "two"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "mall.goods-kind"), StatusOf(refused));
    }

    private static (HttpStatusCode Status, string? Code) StatusOf(Answer answer) => (answer.Status, answer.Code);

    private static async Task<(HttpStatusCode Status, string? Code)> ReadAsync(HttpClient reader, Course course, int lesson) =>
        StatusOf(await reader.GetJsonAsync($"{course.Url}/lessons/{course.LessonIds[lesson]}"));

    private static async Task<(HttpStatusCode Status, string? Code)> OpenAsync(HttpClient reader, Course course, int lesson, bool checkBody = true)
    {
        var answer = await reader.PutJsonAsync($"{course.Url}/lessons/{course.LessonIds[lesson]}/opening");
        return (answer.Status, checkBody ? answer.Code : null);
    }

    private static Task<Answer> ReturnAsync(Shopper shopper, Course course) => shopper.Client.PostJsonAsync($"{course.Url}/return");

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string url, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await client.PostAsync(url, form, AppFixture.Ct);
        return answer.StatusCode;
    }

    private static Task<Answer> AddAsync(Course course, string title, bool isSample = false) =>
        course.Scene.Seller.Client.PostJsonAsync($"/api/v1/products/{course.ProductId}/lessons", new { title, text = Secret, pictures = Array.Empty<string>(), isSample });

    /// <summary>A course on sale.</summary>
    private static async Task<Course> SceneAsync(AppFixture host, int lessons)
    {
        var course = await ListAsync(await MallScene.OpenAsync(host));
        for (var lesson = 1; lesson <= lessons; lesson++)
        {
            course.LessonIds.Add((await AddAsync(course, $"Lesson {lesson}")).Body.IdOf());
        }

        Assert.Equal(HttpStatusCode.OK, (await course.Scene.Seller.Client.PatchJsonAsync($"/api/v1/products/{course.ProductId}", new { onSale = true })).Status);
        return course;
    }

    private static async Task<Course> ListAsync(MallScene scene)
    {
        var answer = await scene.Seller.Client.PostJsonAsync($"/api/v1/stores/{scene.StoreId}/products", BodyOf("one"));
        Assert.Equal((HttpStatusCode.Created, false), (answer.Status, answer.Body.GetProperty("onSale").GetBoolean()));
        return new(scene, answer.Body.IdOf(), answer.Body.List("skus").Single().IdOf(), []);
    }

    private static object BodyOf(params string[] codes) => new
    {
        name = "Bread from nothing",
        origin = "Hangzhou",
        category = "food",
        pictures = Array.Empty<string>(),
        kind = "course",
        skus = codes.Select(code => new { code, price = new { amount = 5_000, currency = "CNY" }, stock = new[] { new { warehouse = "main", units = 100 } } }),
    };

    private sealed record Course(MallScene Scene, long ProductId, long SkuId, List<long> LessonIds)
    {
        public string Url => $"/api/v1/courses/{ProductId}";
    }
}

public sealed class CoursesOnSqlite(OnSqlite app) : CourseTests(app);

public sealed class CoursesOnPostgres(OnPostgres app) : CourseTests(app);
