using System.Net;
using Microsoft.EntityFrameworkCore;
using Sward.Accounts;
using Sward.Discovery;
using Sward.Discovery.Inspecting;
using Sward.Discovery.Pools;
using Sward.Discovery.Reach;
using Sward.Discovery.Signals.RollUp;
using Sward.Discovery.Suggesting;
using Sward.Mall;
using Sward.Tests.Discovery.Pools;
using Sward.Tests.Mall;
using Sward.Tests.Notes;

namespace Sward.Tests.Discovery.Inspecting;

public sealed class SubjectTests
{
    [Theory]
    [InlineData("123", null, 123)]
    [InlineData(" /notes/123 ", "note", 123)]
    [InlineData("https://sward.example/notes/123?from=share#comments", "note", 123)]
    [InlineData("http://localhost:5080/products/456", "product", 456)]
    public void A_link_or_a_number_names_something(string typed, string? kind, long id) => Assert.Equal(new Subject(kind, id), Subject.Parse(typed));

    [Theory]
    [InlineData("")]
    [InlineData("tea")]
    [InlineData("/u/123456")]
    [InlineData("99999999999999999999")]
    public void Anything_else_names_nothing(string typed) => Assert.Null(Subject.Parse(typed));
}

/// <summary>What authors and operators are shown of a note's way.</summary>
public abstract class DeskTests(AppFixture app)
{
    [Fact]
    public async Task An_author_sees_the_climb_and_nobody_else_does()
    {
        await using var own = await app.OwnHostAsync();
        var (author, stranger) = (await own.SignUpAsync(), await own.SignUpAsync());
        var note = Assert.Single(await own.PublishAsync(author, at: own.Clock.GetUtcNow()));
        Assert.Contains("Nobody has seen it yet", await PageAsync(author, $"/notes/{note}/climb"), StringComparison.Ordinal);
        await own.LikeAsync(note, 30);
        await own.SeeAsync(note, 120, toFollowers: 7);
        await own.InDb<DiscoveryDb, int>(db =>
        {
            db.NoteCounts.Add(new NoteCount { NoteId = note, Hour = NoteCount.HourOf(own.Clock.GetUtcNow()), Impressions = 127 });
            return db.SaveChangesAsync(AppFixture.Ct);
        });
        await own.RunJobAsync("discovery.climb-pools");

        var page = await PageAsync(author, $"/notes/{note}/climb");

        Assert.Contains("0 of 500", page, StringComparison.Ordinal);
        Assert.Contains("30 liked it", page, StringComparison.Ordinal);
        Assert.Contains("25.0", page, StringComparison.Ordinal);
        Assert.Contains("127 in all, with 1 promotions", page, StringComparison.Ordinal);
        Assert.Contains("120 people who do not follow you saw it", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(stranger, $"/notes/{note}/climb"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(author, "/notes/1/climb"));
    }

    [Fact]
    public async Task Operators_see_who_gets_seen_and_what_the_pools_did()
    {
        await using var own = await app.OwnHostAsync();
        var keeper = await OperatorAsync(own);
        Assert.Contains("Nothing was recommended", await PageAsync(keeper, "/operator/reach"), StringComparison.Ordinal);
        var notes = await own.PublishAsync(keeper, count: 2, channel: "food", at: own.Clock.GetUtcNow());
        await own.LikeAsync(notes[0], 20);
        await own.SeeAsync(notes[0], 150);
        await own.RunJobAsync("discovery.climb-pools");
        var today = DateOnly.FromDateTime(own.Clock.GetUtcNow().UtcDateTime);
        await own.InDb<DiscoveryDb, int>(db =>
        {
            db.ReachDays.AddRange(
                new ReachDay { Day = today, Band = FollowerBand.Few, Impressions = 30 }, new ReachDay { Day = today, Band = FollowerBand.Most, Impressions = 10 },
                new ReachDay { Day = today.AddDays(-29), Band = FollowerBand.Some, Impressions = 60 }, new ReachDay { Day = today.AddDays(-30), Band = FollowerBand.Few, Impressions = 1_000 });
            db.SuggestedCounts.AddRange(
                new SuggestedCount { Day = today, List = "people", Source = "hot-authors", Slot = 0, Impressions = 30, Clicks = 2 }, new SuggestedCount { Day = today, List = "people", Source = "hot-authors", Slot = 1, Impressions = 10, Clicks = 1 },
                new SuggestedCount { Day = today.AddDays(-30), List = "people", Source = "hot-authors", Slot = 0, Impressions = 1_000 });
            return db.SaveChangesAsync(AppFixture.Ct);
        });

        var page = await PageAsync(keeper, "/operator/reach");

        Assert.Contains("30 % went to authors", page, StringComparison.Ordinal);
        Assert.Contains("75.0&nbsp;%", page, StringComparison.Ordinal);
        Assert.Contains("""<td class="number">200</td><td class="amount">1</td><td class="amount">1</td>""", page, StringComparison.Ordinal);
        Assert.Contains("""<td>People you may like</td><td>hot-authors</td><td class="amount">40</td><td class="amount">3</td><td class="amount">7.5</td>""", page, StringComparison.Ordinal);
        Assert.Contains("""<td>Food</td><td class="amount">1</td><td class="amount">150</td>""", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_names_the_filter_that_takes_a_note_out_and_writes_down_whose_eyes_were_borrowed()
    {
        await using var own = await app.OwnHostAsync();
        var (keeper, author, reader) = (await OperatorAsync(own), await own.SignUpAsync(), await own.SignUpAsync());
        var note = Assert.Single(await own.PublishAsync(author, at: own.Clock.GetUtcNow()));
        await own.SeeAsync(note, 42);
        await reader.Client.PostJsonAsync("/api/v1/feed/hide", new { note });
        await own.DeliverFactsAsync();

        var visitors = await PageAsync(keeper, $"/operator/notes?what=/notes/{note}");
        Assert.Contains("No filter takes it out", visitors, StringComparison.Ordinal);
        Assert.DoesNotContain("Taken out: the reader", visitors, StringComparison.Ordinal);
        Assert.Contains("""<td>new</td><td class="amount">5th–10th</td><td class="amount">42</td>""", WebUtility.HtmlDecode(visitors), StringComparison.Ordinal);
        Assert.Empty(await own.InDb<DiscoveryDb, List<LookUp>>(db => db.LookUps.ToListAsync(AppFixture.Ct)));

        var readers = await PageAsync(keeper, $"/operator/notes?what={note}&reader=@{reader.Handle}");
        Assert.Contains("Taken out: the reader did not want to see it", readers, StringComparison.Ordinal);
        var look = Assert.Single(await own.InDb<DiscoveryDb, List<LookUp>>(db => db.LookUps.ToListAsync(AppFixture.Ct)));
        Assert.Equal((keeper.Id, reader.Id, note), (look.OperatorId, look.ReaderId, look.SubjectId));

        Assert.Contains("Nobody has this handle", await PageAsync(keeper, $"/operator/notes?what={note}&reader=nobody"), StringComparison.Ordinal);
        Assert.Contains("There is no such note", await PageAsync(keeper, "/operator/notes?what=1"), StringComparison.Ordinal);
        Assert.Contains("Paste a link", await PageAsync(keeper, "/operator/notes?what=tea"), StringComparison.Ordinal);
        Assert.Single(await own.InDb<DiscoveryDb, List<LookUp>>(db => db.LookUps.ToListAsync(AppFixture.Ct)));
    }

    [Fact]
    public async Task Of_a_product_the_desk_says_whether_it_is_on_sale_and_which_notes_carry_it()
    {
        await using var own = await app.OwnHostAsync();
        var keeper = await OperatorAsync(own);
        var sku = await (await MallScene.OpenAsync(own)).ListAsync();
        var product = await own.InDb<MallDb, long>(db => db.Skus.Where(s => s.Id == sku).Select(s => s.ProductId).SingleAsync(AppFixture.Ct));
        var note = Assert.Single(await own.PublishAsync(await own.SignUpAsync(), productIds: [product]));

        var page = WebUtility.HtmlDecode(await PageAsync(keeper, $"/operator/notes?what=/products/{product}"));

        Assert.Contains("<p>On sale</p>", page, StringComparison.Ordinal);
        Assert.Contains("Not in the search index", page, StringComparison.Ordinal);
        Assert.Contains($"/operator/notes?what=/notes/{note}", page, StringComparison.Ordinal);
        Assert.Contains("Nobody has looked at it", page, StringComparison.Ordinal);

        var reader = await own.SignUpAsync();
        var readers = await PageAsync(keeper, $"/operator/notes?what=/products/{product}&reader=@{reader.Handle}");

        Assert.Contains($"as @{reader.Handle}", readers, StringComparison.Ordinal);
        var look = Assert.Single(await own.InDb<DiscoveryDb, List<LookUp>>(db => db.LookUps.ToListAsync(AppFixture.Ct)));
        Assert.Equal((keeper.Id, reader.Id, product), (look.OperatorId, look.ReaderId, look.SubjectId));
    }

    [Fact]
    public async Task Nobody_else_gets_to_the_desk()
    {
        var stranger = await app.SignUpAsync();

        foreach (var page in (string[])["/operator/reach", "/operator/notes", $"/operator/notes?what=1&reader={stranger.Handle}"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(stranger, page));
        }
    }

    private static async Task<Person> OperatorAsync(AppFixture host)
    {
        var keeper = await host.SignUpAsync("Keeper");
        await host.InDb<AccountsDb, int>(db => db.Accounts.Where(a => a.Id == keeper.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.IsOperator, true), AppFixture.Ct));
        return keeper;
    }

    private static async Task<string> PageAsync(Person person, string url)
    {
        var answer = await person.Client.GetAsync(new Uri(url, UriKind.Relative), AppFixture.Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(AppFixture.Ct);
    }

    private static async Task<HttpStatusCode> StatusAsync(Person person, string url) => (await person.Client.GetAsync(new Uri(url, UriKind.Relative), AppFixture.Ct)).StatusCode;
}

public sealed class DeskOnSqlite(OnSqlite app) : DeskTests(app);

public sealed class DeskOnPostgres(OnPostgres app) : DeskTests(app);
