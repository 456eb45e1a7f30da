using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sward.Accounts;

namespace Sward.Tests.Discovery.People;

/// <summary>Whom people are told that they may like to follow, why, and whom never.</summary>
public abstract class PeopleTests(AppFixture app)
{
    private const string People = "/api/v1/feed/people?limit=100";

    [Fact]
    public async Task Who_is_followed_by_those_I_follow_is_counted_and_whom_everybody_follows_comes_later()
    {
        var (reader, friend, other) = (await app.SignUpAsync(), await app.SignUpAsync("Friend"), await app.SignUpAsync("Other"));
        var (both, popular, quiet) = (await app.SignUpAsync(), await app.SignUpAsync(), await app.SignUpAsync());
        await FollowAsync((reader, friend), (reader, other), (friend, both), (other, both), (friend, popular), (other, quiet), (await app.SignUpAsync(), popular), (await app.SignUpAsync(), popular));

        var answer = await reader.Client.GetJsonAsync(People);

        Assert.Equal([both.Id, quiet.Id, popular.Id], ByFollowed(answer).Select(AccountOf));
        Assert.Equal(
            [("followed-by", "Followed by 2 people you follow"), ("followed-by-one", "Followed by somebody you follow"), ("followed-by-one", "Followed by somebody you follow")],
            ByFollowed(answer).Select(item => (ReasonOf(item, "code"), ReasonOf(item, "text"))));
        // How many, never who.
        Assert.All(ByFollowed(answer), item => Assert.DoesNotContain("Friend", item.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Those_I_follow_blocked_muted_hid_or_dismissed_are_never_among_them_nor_am_I()
    {
        var (reader, friend) = (await app.SignUpAsync(), await app.SignUpAsync());
        var people = await Task.WhenAll(Enumerable.Range(0, 7).Select(_ => app.SignUpAsync()));
        await FollowAsync([(reader, friend), (friend, reader), .. people.Select(person => (friend, person))]);
        Assert.Equal(7, ByFollowed(await reader.Client.GetJsonAsync(People)).Count);

        await FollowAsync((reader, people[0]));
        await reader.Client.PutJsonAsync($"/api/v1/accounts/{people[1].Id}/block");
        await people[2].Client.PutJsonAsync($"/api/v1/accounts/{reader.Id}/block");
        await reader.Client.PutJsonAsync($"/api/v1/accounts/{people[3].Id}/mute");
        await reader.Client.PostJsonAsync("/api/v1/feed/hide", new { author = people[4].Id });
        await reader.Client.PostJsonAsync("/api/v1/feed/hide", new { person = people[5].Id });

        Assert.Equal([people[6].Id], ByFollowed(await reader.Client.GetJsonAsync(People)).Select(AccountOf));
    }

    [Fact]
    public async Task A_dismissal_holds_for_suggestions_alone_is_listed_and_can_be_taken_back()
    {
        var (reader, friend, author) = (await app.SignUpAsync(), await app.SignUpAsync(), await app.SignUpAsync("Wanda"));
        await FollowAsync((reader, friend), (friend, author));
        var notes = await app.PublishAsync(author, 2, topic: Feeds.NewTopic());

        await reader.Client.PostJsonAsync("/api/v1/feed/hide", new { person = author.Id });

        Assert.Empty(ByFollowed(await reader.Client.GetJsonAsync(People)));
        Assert.Contains(notes[1], await reader.Client.ReadAllAsync($"/api/v1/feed/related/{notes[0]}?limit=100"));
        var wish = Assert.Single((await reader.Client.GetJsonAsync("/api/v1/feed/hide")).Items());
        Assert.Equal(("person", "Wanda"), (wish.GetProperty("kind").GetString(), wish.GetProperty("text").GetString()));
        await reader.Client.DeleteJsonAsync($"/api/v1/feed/hide?person={author.Id}");
        Assert.Equal([author.Id], ByFollowed(await reader.Client.GetJsonAsync(People)).Select(AccountOf));
    }

    [Fact]
    public async Task Authors_of_what_I_liked_and_of_what_I_chose_come_with_that_reason_and_their_notes()
    {
        var (reader, liked, chosen, topic) = (await app.SignUpAsync(), await app.SignUpAsync(), await app.SignUpAsync(), Feeds.NewTopic());
        var notes = await app.PublishAsync(liked, 2);
        var about = Assert.Single(await app.PublishAsync(chosen, topic: topic));
        await reader.Client.PutJsonAsync($"/api/v1/notes/{notes[0]}/like");
        await reader.Client.PutJsonAsync($"/api/v1/notes/{notes[1]}/collect");
        await reader.Client.PutJsonAsync("/api/v1/feed/interests", new { items = new[] { new { kind = "topic", name = topic, to = "more" } } });
        await app.DeliverFactsAsync();

        var items = (await reader.Client.GetJsonAsync(People)).Items().ToDictionary(AccountOf);

        Assert.Equal("You liked 2 of their notes", ReasonOf(items[liked.Id], "text"));
        Assert.Equal($"Posts about #{topic}", ReasonOf(items[chosen.Id], "text"));
        Assert.Equal([about], items[chosen.Id].GetProperty("notes").EnumerateArray().Select(note => note.GetProperty("note").IdOf()));
    }

    [Fact]
    public async Task Every_fourth_is_somebody_whom_few_know()
    {
        var (reader, friend) = (await app.SignUpAsync(), await app.SignUpAsync());
        var known = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.SignUpAsync()));
        await FollowAsync([(reader, friend), .. known.Select(person => (friend, person))]);
        await app.PublishAsync(await app.SignUpAsync());
        await app.PublishAsync(await app.SignUpAsync());

        var sources = (await reader.Client.GetJsonAsync(People)).Items().Select(item => ReasonOf(item, "source")).Take(8);

        Assert.Equal([.. Enumerable.Repeat("followed-by-followed", 3), "small-authors", .. Enumerable.Repeat("followed-by-followed", 3), "small-authors"], sources);
    }

    [Fact]
    public async Task Without_personalisation_they_are_the_same_for_everybody_and_the_answer_says_so()
    {
        var (reader, friend, author) = (await app.SignUpAsync(), await app.SignUpAsync(), await app.SignUpAsync());
        await FollowAsync((reader, friend), (friend, author));
        await app.PublishAsync(author);
        Assert.True((await reader.Client.GetJsonAsync(People)).Body.GetProperty("isPersonal").GetBoolean());

        await reader.Client.DeleteJsonAsync("/api/v1/feed/personalisation");

        var answer = await reader.Client.GetJsonAsync(People);
        Assert.False(answer.Body.GetProperty("isPersonal").GetBoolean());
        Assert.NotEmpty(answer.Items());
        Assert.Empty(answer.Items().Select(item => ReasonOf(item, "source")).Except(["small-authors", "hot-authors"]));
        Assert.Contains("Personalisation is switched off", await reader.Client.GetStringAsync("/people", AppFixture.Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_repeat_nobody_whatever_I_do_in_between()
    {
        var (reader, friend) = (await app.SignUpAsync(), await app.SignUpAsync());
        var people = await Task.WhenAll(Enumerable.Range(0, 9).Select(_ => app.SignUpAsync()));
        await FollowAsync([(reader, friend), .. people.Select(person => (friend, person))]);
        var (met, cursor) = (new List<long>(), (string?)"");
        while (cursor is not null)
        {
            var answer = await reader.Client.GetJsonAsync($"/api/v1/feed/people?limit=3&cursor={cursor}");
            met.AddRange(answer.Items().Select(AccountOf));
            await FollowAsync((reader, people.First(person => met.Contains(person.Id))));
            cursor = answer.Body.GetProperty("next").GetString();
        }

        Assert.Equal(met.Count, met.Distinct().Count());
        Assert.Empty(people.Select(person => person.Id).Except(met));
        Assert.Equal("kernel.bad-cursor", (await reader.Client.GetJsonAsync("/api/v1/feed/people?cursor=nonsense!")).Code);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.GetJsonAsync(People)).Status);
    }

    [Fact]
    public async Task Follow_shows_them_under_its_first_page_and_a_dismissal_works_without_script()
    {
        var (reader, friend, author) = (await app.SignUpAsync(), await app.SignUpAsync(), await app.SignUpAsync("Wanda"));
        await FollowAsync((reader, friend), (friend, author));
        Assert.Contains("Followed by somebody you follow", await reader.Client.GetStringAsync("/following", AppFixture.Ct), StringComparison.Ordinal);

        using var form = new FormUrlEncodedContent([new("person", $"{author.Id}")]);
        var hidden = await reader.Client.PostAsync("/not-interested", form, AppFixture.Ct);

        Assert.Equal("/settings/hidden", hidden.Headers.Location?.OriginalString);
        Assert.Contains("Wanda", await reader.Client.GetStringAsync("/settings/hidden", AppFixture.Ct), StringComparison.Ordinal);
        Assert.DoesNotContain("Followed by somebody you follow", await reader.Client.GetStringAsync("/following", AppFixture.Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_mine_follow_is_found_by_an_index()
    {
        await using var own = await app.OwnHostAsync();
        await own.InDb<AccountsDb, int>(async db =>
        {
            db.AddRange(Enumerable.Range(1, 1_000).Select(id => new Account { Id = id, Handle = $"a{id}", Nickname = "A", FollowingCount = 3 }));
            db.AddRange(Enumerable.Range(1, 1_000).SelectMany(id => Enumerable.Range(1, 3).Select(step => new Follow { FollowerId = id, FolloweeId = ((id + step) % 1_000) + 1, Id = (id * 10) + step })));
            await db.SaveChangesAsync(AppFixture.Ct);
            return await db.Database.ExecuteSqlRawAsync("ANALYZE", AppFixture.Ct);
        });

        Assert.Empty(await own.InDb<AccountsDb, IReadOnlyList<string>>(db => db.FaultsOfAsync(SecondCircle.Followed(db, 1))));
        Assert.Empty(await own.InDb<AccountsDb, IReadOnlyList<string>>(db => db.FaultsOfAsync(SecondCircle.TheirFollows(db, [2, 3, 4]))));
    }

    private static List<JsonElement> ByFollowed(Answer answer) => [.. answer.Items().Where(item => ReasonOf(item, "source") is "followed-by-followed")];

    private static long AccountOf(JsonElement item) => item.GetProperty("account").IdOf();

    private static string? ReasonOf(JsonElement item, string what) => item.GetProperty("reason").GetProperty(what).GetString();

    private async Task FollowAsync(params (Person Follower, Person Followee)[] follows)
    {
        foreach (var (follower, followee) in follows)
        {
            Assert.Equal(HttpStatusCode.NoContent, (await follower.Client.PutJsonAsync($"/api/v1/accounts/{followee.Id}/follow")).Status);
        }

        await app.DeliverFactsAsync();
    }
}

public sealed class PeopleOnSqlite(OnSqlite app) : PeopleTests(app);

public sealed class PeopleOnPostgres(OnPostgres app) : PeopleTests(app);
