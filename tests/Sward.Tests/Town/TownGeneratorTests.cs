using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Sward.Contracts.Notes;
using Sward.Contracts.Town;
using Sward.Kernel;
using Sward.Town;

namespace Sward.Tests;

public sealed partial class TownGeneratorTests
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 14, 1, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Evening = Morning.AddHours(20);
    private static readonly DateTimeOffset Today = new(2026, 3, 14, 0, 0, 0, TimeSpan.Zero);
    private static readonly DemoTown Town = Generate(Morning, seed: 1);

    [Fact]
    public void The_town_has_its_size_and_two_languages()
    {
        Assert.Equal((60, 12, 150, 600, 400), (Town.People.Count, Town.Stores.Count, Town.Products.Count, Town.Notes.Count, Town.Orders.Count));
        Assert.InRange(Town.Comments.Count, 2500, 2510);
        Assert.Equal(["en", "zh-CN"], Town.People.Select(p => p.Language).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(20, Town.People.Count(p => p.Language == "en"));
        Assert.InRange(Town.Notes.Count(n => n.Kind == "text"), 90, 150);
        Assert.Equal(NoteChannels.All.Order(StringComparer.Ordinal), Town.Notes.Select(n => n.Channel).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_seed_and_day_give_one_town_and_another_seed_another_order()
    {
        Assert.Equal(JsonSerializer.Serialize(Town), JsonSerializer.Serialize(Generate(Evening, seed: 1)));

        var other = Generate(Morning, seed: 2);
        Assert.Equal(Town.Notes.Select(n => n.Title).Order(StringComparer.Ordinal).Take(3), other.Notes.Select(n => n.Title).Order(StringComparer.Ordinal).Take(3));
        Assert.NotEqual(Town.Notes.Select(n => n.Title), other.Notes.Select(n => n.Title));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(2026)]
    [InlineData(-7)]
    public void Any_seed_gives_a_whole_town(int seed)
    {
        var town = Generate(Morning, seed);

        Assert.Equal((60, 12, 150, 600, 400), (town.People.Count, town.Stores.Count, town.Products.Count, town.Notes.Count, town.Orders.Count));
        Assert.Distinct(town.Notes.Select(n => n.Title));
        Assert.Distinct(town.Pictures.Select(p => p.Svg));
    }

    [Fact]
    public void Three_people_can_sign_in()
    {
        Assert.Equal(3, Town.People.Count(p => p.Password is not null));
        Assert.Single(Town.People, p => p.IsOperator && p.Password is not null);
        Assert.Single(Town.People, p => p.Password is not null && Town.Stores.Count(s => s.OwnerId == p.Id) == 2);
        Assert.Single(Town.People, p => p.Password is not null && Town.Stores.All(s => s.OwnerId != p.Id));
        Assert.Distinct(Town.People.Select(p => p.Login));
        Assert.Distinct(Town.People.Select(p => p.Nickname));
    }

    [Fact]
    public void No_id_is_given_twice() => Assert.Distinct(
        Town.People.Select(p => p.Id).Concat(Town.Pictures.Select(p => p.Id)).Concat(Town.TextCovers.Select(c => c.Id)).Concat(Town.Stores.Select(s => s.Id))
            .Concat(Town.Products.Select(p => p.Id)).Concat(Skus.Keys).Concat(Town.Notes.Select(n => n.Id)).Concat(Town.Comments.Select(c => c.Id)).Concat(Town.Orders.Select(o => o.Id)));

    [Fact]
    public void No_two_notes_are_alike_and_all_keep_the_limits()
    {
        Assert.Distinct(Town.Notes.Select(n => n.Title));
        Assert.Distinct(Town.Notes.Select(n => n.Body));
        Assert.Distinct(Town.Products.Select(p => p.Name));
        Assert.Distinct(Town.Products.Select(p => p.Description));
        Assert.All(Town.Notes, n => Assert.True(FullWidth(n.Title) <= 20, n.Title));
        Assert.All(Town.Notes, n => Assert.True(n.Body.Length is >= 40 and <= 400, $"{n.Title}: {n.Body.Length}"));
        Assert.All(Town.Notes, n => Assert.InRange(n.Topics.Count, 1, 10));
        Assert.DoesNotContain(Town.Notes, n => (n.Title + n.Body).IndexOfAny(['{', '}', '|']) >= 0);
    }

    [Fact]
    public void No_text_carries_an_address_or_a_number_to_call() =>
        Assert.DoesNotContain(
            Town.People.Select(p => $"{p.Nickname} {p.Bio}").Concat(Town.Stores.Select(s => $"{s.Name} {s.Story}")).Concat(Town.Products.Select(p => $"{p.Name} {p.Description}"))
                .Concat(Town.Notes.Select(n => $"{n.Title} {n.Body}")).Concat(Town.Comments.Select(c => c.Body)).Concat(Town.Orders.Select(o => o.Review ?? "")),
            text => Contact().IsMatch(text));

    [Fact]
    public void Notes_show_media_and_goods_that_exist()
    {
        var media = Town.Pictures.Select(p => (p.Id, p.OwnerId)).Concat(Town.TextCovers.Select(c => (c.Id, c.OwnerId))).ToHashSet();
        var products = Town.Products.ToDictionary(p => p.Id);
        Assert.All(Town.Notes, n => Assert.NotEmpty(n.MediaIds));
        Assert.All(Town.Notes, n => Assert.All(n.MediaIds, id => Assert.Contains((id, n.AuthorId), media)));
        Assert.All(Town.Notes, n => Assert.All(n.ProductIds, id => Assert.True(products[id].ListedAt < n.PublishedAt)));
        Assert.All(Town.Products, p => Assert.NotEmpty(p.PictureIds));
        Assert.All(Town.Products, p => Assert.All(p.Skus, s => Assert.True(s.PriceMinor > 0 && s.Units >= 0)));
    }

    [Fact]
    public void Nothing_happens_before_its_cause_or_after_today()
    {
        var joined = Town.People.ToDictionary(p => p.Id, p => p.JoinedAt);
        var notes = Town.Notes.ToDictionary(n => n.Id);
        var comments = Town.Comments.ToDictionary(c => c.Id);
        Assert.All(Town.Notes, n => Assert.InRange(n.PublishedAt, Later(joined[n.AuthorId], Today.AddDays(-90)), Today));
        Assert.All(Town.Comments, c => Assert.InRange(c.At, Later(joined[c.AuthorId], notes[c.NoteId].PublishedAt), Today));
        Assert.All(Town.Comments.Where(c => c.ReplyToId is not null), c =>
        {
            var parent = comments[c.ReplyToId!.Value];
            Assert.Null(parent.ReplyToId);
            Assert.Equal(parent.NoteId, c.NoteId);
            Assert.True(parent.At < c.At);
        });
        Assert.All(Town.Follows, f => Assert.InRange(f.At, Later(joined[f.FollowerId], joined[f.FolloweeId]), Today));
        Assert.All(Town.Reactions, r => Assert.InRange(r.At, Later(joined[r.AccountId], notes[r.NoteId].PublishedAt), Today));
        Assert.DoesNotContain(Town.Follows, f => f.FollowerId == f.FolloweeId);
        Assert.DoesNotContain(Town.Reactions, r => notes[r.NoteId].AuthorId == r.AccountId);
        Assert.Distinct(Town.Follows.Select(f => (f.FollowerId, f.FolloweeId)));
        Assert.Distinct(Town.Reactions.Select(r => (r.Kind, r.NoteId, r.AccountId)));
        Assert.Distinct(Town.Comments.Select(c => (c.NoteId, c.AuthorId, c.Body)));
    }

    [Fact]
    public void Orders_take_what_is_there_from_somebody_else()
    {
        var owners = Town.Stores.ToDictionary(s => s.Id, s => s.OwnerId);
        var joined = Town.People.ToDictionary(p => p.Id, p => p.JoinedAt);
        Assert.All(Town.Orders.SelectMany(o => o.Lines).GroupBy(l => l.SkuId), sold => Assert.InRange(sold.Sum(l => l.Quantity), 1, Skus[sold.Key].Sku.Units));
        Assert.All(Town.Orders, o =>
        {
            Assert.Single(o.Lines.Select(l => Skus[l.SkuId].Product.StoreId).Distinct());
            Assert.Distinct(o.Lines.Select(l => l.SkuId));
            Assert.All(o.Lines, l => Assert.True(Skus[l.SkuId].Product.ListedAt < o.At && owners[Skus[l.SkuId].Product.StoreId] != o.BuyerId));
            Assert.InRange(o.At, joined[o.BuyerId], Today);
            Assert.Equal(o.State is "shipped" or "completed", o.ShippedAt is not null);
            Assert.Equal(o.State is "completed", o.ReceivedAt is not null);
            Assert.True(o.Review is null || o.State is "completed");
        });
        Assert.Equal(["completed", "pendingPayment", "shipped", "toShip"], Town.Orders.Select(o => o.State).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Who_writes_bought_it_had_it_in_hand()
    {
        var reviews = Town.Notes.Where(n => n.BoughtProductId is not null).ToList();
        Assert.InRange(reviews.Count, 40, 100);
        Assert.All(reviews, n => Assert.Contains(
            Town.Orders, o => o.BuyerId == n.AuthorId && o.ReceivedAt < n.PublishedAt && o.Lines.Any(l => Skus[l.SkuId].Product.Id == n.BoughtProductId)));
    }

    [Fact]
    public void Pictures_are_small_plain_different_and_described()
    {
        string[] allowed = ["svg", "defs", "linearGradient", "radialGradient", "stop", "g", "path", "ellipse", "rect"];
        var languages = Town.People.ToDictionary(p => p.Id, p => p.Language);
        Assert.Distinct(Town.Pictures.Select(p => p.Svg));
        Assert.All(Town.Pictures, p => Assert.True(p.Svg.Length < 15_000, $"{p.Alt}: {p.Svg.Length}"));
        Assert.All(Town.Pictures, p => Assert.All(XDocument.Parse(p.Svg).Descendants(), e => Assert.Contains(e.Name.LocalName, allowed)));
        Assert.All(Town.Pictures, p => Assert.Equal(languages[p.OwnerId] == "en", !Chinese().IsMatch(p.Alt)));
    }

    private static Dictionary<long, (TownSku Sku, TownProduct Product)> Skus { get; } =
        Town.Products.SelectMany(p => p.Skus.Select(s => (Sku: s, Product: p))).ToDictionary(pair => pair.Sku.Id);

    private static DemoTown Generate(DateTimeOffset now, int seed) => TownGenerator.Generate(new Ids(TimeProvider.System), now, seed, () => "generated");

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static double FullWidth(string text) => text.EnumerateRunes().Sum(rune => rune.Value < 0x2000 ? 0.5 : 1);

    [GeneratedRegex("https?:|www\\.|[\\w.]@\\w|[0-9]{6,}|微信|QQ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Contact();

    [GeneratedRegex("\\p{IsCJKUnifiedIdeographs}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Chinese();
}
