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

    private static Task<Answer> AddAsync(Person person, string phone) => person.Client.PostJsonAsync(
        "/api/v1/addresses", new { name = "Mei", phone, country = "CN", region = "Zhejiang", city = "Hangzhou", line = "1 Lake Road" });

    private static async Task<IReadOnlyList<JsonElement>> ListAsync(Person person) => [.. (await person.Client.GetJsonAsync("/api/v1/addresses")).Items()];
}

public sealed class KeepAddressesOnSqlite(OnSqlite app) : KeepAddressesTests(app);

public sealed class KeepAddressesOnPostgres(OnPostgres app) : KeepAddressesTests(app);
