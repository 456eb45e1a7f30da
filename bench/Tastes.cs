using System.Globalization;
using Sward.Contracts.Notes;
using Sward.Contracts.Town;
using Sward.Kernel;

namespace Sward.Bench;

/// <summary>
/// A world in which it is known what everybody likes: 10,000 people with three of forty subjects each, 100,000 notes on one subject each. Who is followed follows Zipf's law, and what a person acted
/// on so far came to them mostly through those whom many follow.
/// </summary>
/// <remarks>A ranker sees notes, follows and actions. Subjects stand nowhere in them; half of the notes carry a topic that goes with their subject, as people tag or do not.</remarks>
internal sealed class Tastes(int seed)
{
    public const int People = 10_000;
    public const int Notes = 100_000;

    private const int Subjects = 40;
    private const int SubjectsOfAPerson = 3;
    private const int Follows = 300_000;
    private const int Actions = 400_000;
    private const int Covers = 40;

    /// <summary>Share of actions that people found by the popularity of the author; the others they came across by chance.</summary>
    private const double ByPopularity = .7;

    /// <summary>Share of notes that are written by those whom many follow: who is followed writes more.</summary>
    private const double WrittenByPopularity = .15;

    /// <summary>How likely somebody likes the best note on one of their subjects, and on any other.</summary>
    private const double LikesOwn = .6;
    private const double LikesOther = .03;

    private readonly Random random = new(seed);
    private readonly bool[][] likes = new bool[People][];
    private readonly int[] subjects = new int[Notes];
    private readonly double[] qualities = new double[Notes];

    /// <summary>The same in every process but for the ids; who and what is meant are numbers in the order in which people and notes were made.</summary>
    public DemoTown Gather(Ids ids)
    {
        TownPerson[] town = [.. Enumerable.Range(0, People).Select(n => Person(ids, n))];
        TownTextCover[] covers = [.. Enumerable.Range(0, Covers).Select(n => new TownTextCover(ids.Next(LongAgo), town[n].Id, $"Cover {n}", "memo", Planting.Today))];
        var (authors, written) = WrittenBy(ids, town, covers);
        return new DemoTown(town, [], covers, [], [], written, [], FollowsOf(town), ActionsOn(written, authors, town), []);
    }

    /// <summary>Whether somebody would like a note: drawn once for each pair, whatever they were shown.</summary>
    public bool WouldLike(int person, int note)
    {
        var chance = qualities[note] * (likes[person][subjects[note]] ? LikesOwn : LikesOther);
        return Draw(person, note) < chance;
    }

    /// <summary>The title of a note says which it is.</summary>
    public static int NumberOf(string title) => int.Parse(title.Split(' ')[2], CultureInfo.InvariantCulture);

    private static string TitleOf(int n) => FormattableString.Invariant($"What number {n} found out");

    private static DateTimeOffset LongAgo => Planting.Today.AddDays(-400);

    /// <summary>A number from 0 to 1 that belongs to a pair of this world (splitmix64).</summary>
    private double Draw(int person, int note)
    {
        var z = unchecked(((ulong)seed << 48) + ((ulong)person << 24) + (ulong)note + 0x9E3779B97F4A7C15);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return (z ^ (z >> 31)) / (double)ulong.MaxValue;
    }

    private TownPerson Person(Ids ids, int n)
    {
        likes[n] = new bool[Subjects];
        for (var i = 0; i < SubjectsOfAPerson; i++)
        {
            likes[n][random.Next(Subjects)] = true;
        }

        return new(
            ids.Next(LongAgo), $"person{n}", $"Person {n}", "", "Shanghai", "en", $"person{n}@bench.example", Password: null, IsOperator: false, AvatarId: null, [], LongAgo);
    }

    private (int[] Authors, TownNote[] Written) WrittenBy(Ids ids, TownPerson[] town, TownTextCover[] covers)
    {
        var popular = new Zipf(People);
        int[] authors = [.. Enumerable.Range(0, Notes).Select(_ => random.NextDouble() < WrittenByPopularity ? popular.Next(random) : random.Next(People))];
        return (authors, [.. authors.Select((author, n) => Note(ids, n, author, town, covers))]);
    }

    /// <summary>People write on what they like.</summary>
    private TownNote Note(Ids ids, int n, int author, TownPerson[] town, TownTextCover[] covers)
    {
        var own = Enumerable.Range(0, Subjects).Where(subject => likes[author][subject]).ToArray();
        (subjects[n], qualities[n]) = (own[random.Next(own.Length)], .4 + (.6 * random.NextDouble()));
        // Forty subjects meet in the channels, and two in a topic.
        var channel = NoteChannels.All[subjects[n] % NoteChannels.All.Count];
        string[] topics = random.Next(2) == 0 ? [$"find{subjects[n] / 2}"] : [];
        var at = Planting.Today.AddMinutes(-n);
        return new(
            ids.Next(at), town[author].Id, "picture", TitleOf(n), $"A few lines about it, number {n}.", channel, topics, Place: null, [covers[random.Next(Covers)].Id], [], BoughtProductId: null, at);
    }

    private TownFollow[] FollowsOf(TownPerson[] town)
    {
        var popular = new Zipf(People);
        return [.. Enumerable.Range(0, Follows)
            .Select(_ => (Follower: town[random.Next(People)].Id, Followee: town[popular.Next(random)].Id))
            .Where(pair => pair.Follower != pair.Followee)
            .Distinct()
            .Select(pair => new TownFollow(pair.Follower, pair.Followee, Planting.Today))];
    }

    /// <summary>People come across notes within days of their publishing and act on what they like.</summary>
    private List<TownReaction> ActionsOn(TownNote[] written, int[] authors, TownPerson[] town)
    {
        var byAuthor = authors.Index().GroupBy(pair => pair.Item, pair => pair.Index).ToDictionary(group => group.Key, group => group.ToArray());
        var (popular, done, acted) = (new Zipf(People), new HashSet<(int, int)>(), new List<TownReaction>(Actions));
        while (acted.Count < Actions)
        {
            var person = random.Next(People);
            var note = random.NextDouble() < ByPopularity && byAuthor.TryGetValue(popular.Next(random), out var own) ? own[random.Next(own.Length)] : random.Next(Notes);
            if (WouldLike(person, note) && done.Add((person, note)))
            {
                var at = written[note].PublishedAt.AddDays(-1.5 * Math.Log(1 - random.NextDouble()));
                if (at < Planting.Today)
                {
                    acted.Add(new TownReaction(random.Next(4) == 0 ? "collect" : "like", written[note].Id, town[person].Id, at));
                }
            }
        }

        return acted;
    }
}
