using Sward.Contracts.Notes;
using Sward.Contracts.Town;
using Sward.Kernel;

namespace Sward.Bench;

/// <summary>
/// 10,000 people and 100,000 notes, the same for every run, planted by the modules like the demo town. Who is followed and what is liked follows Zipf's law:
/// the second most popular has half of the first.
/// </summary>
internal sealed class Crowd(Ids ids)
{
    private const int People = 10_000;
    private const int Notes = 100_000;
    private const int Follows = 200_000;
    private const int Reactions = 200_000;
    private const int Covers = 40;

    private readonly Random random = new(20260601);

    public DemoTown Gather()
    {
        TownPerson[] people = [.. Enumerable.Range(0, People).Select(Person)];
        TownTextCover[] covers = [.. Enumerable.Range(0, Covers).Select(n => new TownTextCover(NextId(), people[n].Id, $"Cover {n}", "memo", Planting.Today))];
        TownNote[] notes = [.. Enumerable.Range(0, Notes).Select(n => Note(n, people, covers))];
        return new DemoTown(people, [], covers, [], [], notes, [], FollowsOf(people), ReactionsTo(notes, people), []);
    }

    private TownPerson Person(int n) => new(
        NextId(), $"person{n}", $"Person {n}", "", "Shanghai", "en", $"person{n}@bench.example", Password: null, IsOperator: false, AvatarId: null,
        [Channel(), Channel()], Planting.Today.AddDays(-400));

    private TownNote Note(int n, TownPerson[] people, TownTextCover[] covers)
    {
        var at = Planting.Today.AddMinutes(-n);
        return new(
            ids.Next(at), people[random.Next(People)].Id, "picture", $"What number {n} found out", $"A few lines about it, number {n}, as people write them. #find{n % 500}",
            Channel(), [$"find{n % 500}"], Place: null, [covers[random.Next(Covers)].Id], [], BoughtProductId: null, at);
    }

    private TownFollow[] FollowsOf(TownPerson[] people)
    {
        var popular = new Zipf(People);
        return [.. Enumerable.Range(0, Follows)
            .Select(_ => (Follower: people[random.Next(People)].Id, Followee: people[popular.Next(random)].Id))
            .Where(pair => pair.Follower != pair.Followee)
            .Distinct()
            .Select(pair => new TownFollow(pair.Follower, pair.Followee, Planting.Today))];
    }

    private TownReaction[] ReactionsTo(TownNote[] notes, TownPerson[] people)
    {
        var popular = new Zipf(Notes);
        return [.. Enumerable.Range(0, Reactions)
            .Select(_ => (Kind: random.Next(4) == 0 ? "collect" : "like", Note: notes[popular.Next(random)].Id, Account: people[random.Next(People)].Id))
            .Distinct()
            .Select(reaction => new TownReaction(reaction.Kind, reaction.Note, reaction.Account, Planting.Today))];
    }

    private string Channel() => NoteChannels.All[random.Next(NoteChannels.All.Count)];

    private long NextId() => ids.Next(Planting.Today.AddDays(-400));
}
