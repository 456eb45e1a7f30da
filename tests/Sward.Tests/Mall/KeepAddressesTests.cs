using System.Net;
using System.Text.Json;

namespace Sward.Tests.Mall;

public abstract class KeepAddressesTests(AppFixture app)
{
    [Fact]
    public async Task An_address_is_kept_shown_and_removed()
    {
        var person = await app.SignUpAsync();
        var added = await AddAsync(person, "13800000000");

        Assert.Equal(HttpStatusCode.Created, added.Status);
        Assert.Equal(added.Body.IdOf(), Assert.Single(await ListAsync(person)).IdOf());
        Assert.Equal(HttpStatusCode.NoContent, (await person.Client.DeleteJsonAsync($"/api/v1/addresses/{added.Body.IdOf()}")).Status);
        Assert.Empty(await ListAsync(person));
    }

    [Fact]
    public async Task An_address_without_a_telephone_is_refused()
    {
        var person = await app.SignUpAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await AddAsync(person, "call me")).Status);
        Assert.Empty(await ListAsync(person));
    }

    [Fact]
    public async Task Somebody_else_neither_sees_nor_removes_an_address()
    {
        var (person, stranger) = (await app.SignUpAsync(), await app.SignUpAsync());
        var added = await AddAsync(person, "13800000000");

        Assert.Empty(await ListAsync(stranger));
        await stranger.Client.DeleteJsonAsync($"/api/v1/addresses/{added.Body.IdOf()}");
        Assert.Single(await ListAsync(person));
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.GetJsonAsync("/api/v1/addresses")).Status);
    }

    [Fact]
    public async Task The_address_book_is_kept_by_forms_of_its_owner()
    {
        var (person, stranger) = (await app.SignUpAsync(), await app.SignUpAsync());
        (string, string)[] fields = [("name", "Mei"), ("country", "CN"), ("region", "Zhejiang"), ("city", "Hangzhou"), ("line", "1 <Lake> Road")];

        var (status, page) = await PostAsync(person, "/addresses", [.. fields, ("phone", "call me")]);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("value=\"1 &lt;Lake&gt; Road\"", page, StringComparison.Ordinal);
        Assert.Empty(await ListAsync(person));

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(person, "/addresses", [.. fields, ("phone", "13800000000")])).Status);
        var addressId = Assert.Single(await ListAsync(person)).IdOf();
        Assert.Contains($"value=\"{addressId}\"", await person.Client.GetStringAsync("/addresses", AppFixture.Ct), StringComparison.Ordinal);
        await PostAsync(stranger, "/addresses?handler=Remove", ("addressId", $"{addressId}"));
        Assert.Single(await ListAsync(person));
        await PostAsync(person, "/addresses?handler=Remove", ("addressId", $"{addressId}"));
        Assert.Empty(await ListAsync(person));
    }

    [Fact]
    public async Task An_address_added_at_checkout_keeps_what_is_bought_and_by_which_means()
    {
        var person = await app.SignUpAsync();
        const string About = "sku=7&quantity=2&means.chosen=true&means.usePoints=true&means.coupon=5";
        using var form = new FormUrlEncodedContent(
            [new("name", "Mei"), new("phone", "13800000000"), new("country", "CN"), new("region", "Zhejiang"), new("city", "Hangzhou"), new("line", "1 Lake Road")]);

        using var answer = await person.Client.PostAsync($"/checkout?handler=Address&{About}", form, AppFixture.Ct);

        Assert.Equal($"/checkout?{About}", answer.Headers.Location?.ToString());
    }

    private static async Task<(HttpStatusCode Status, string Page)> PostAsync(Person person, string url, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await person.Client.PostAsync(url, form, AppFixture.Ct);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(AppFixture.Ct));
    }

    private static Task<Answer> AddAsync(Person person, string phone) => person.Client.PostJsonAsync(
        "/api/v1/addresses", new { name = "Mei", phone, country = "CN", region = "Zhejiang", city = "Hangzhou", line = "1 Lake Road" });

    private static async Task<IReadOnlyList<JsonElement>> ListAsync(Person person) => [.. (await person.Client.GetJsonAsync("/api/v1/addresses")).Items()];
}

public sealed class KeepAddressesOnSqlite(OnSqlite app) : KeepAddressesTests(app);

public sealed class KeepAddressesOnPostgres(OnPostgres app) : KeepAddressesTests(app);
