using System.Net.Http.Json;
using Sward.Contracts.Town;
using Sward.Discovery.Ranking;
using Sward.Kernel;

namespace Sward.Bench;

/// <summary>What people are shown in a world whose tastes are known, beside what the hottest and the newest notes would have shown them; and what a page of it costs.</summary>
internal static class DiscoverBench
{
    private const string Feed = "/api/v1/feed/discover";
    private const int Readers = 300;
    private const int Pages = 3;
    private const int SmallAuthor = 1_000;
    private static readonly int[] Seeds = [1, 2, 3];
    private static readonly TimeSpan HalfLoad = TimeSpan.FromSeconds(20);

    public static async Task<bool> RunAsync()
    {
        var report = new Report("discover");
        foreach (var seed in Seeds)
        {
            await QualityAsync(report, seed);
        }

        return report.Finish();
    }

    private static async Task QualityAsync(Report report, int seed)
    {
        var world = new World(seed);
        var ahead = (Planting.Today - TimeProvider.System.GetUtcNow()).TotalMinutes;
        await using var server = await Server.StartAsync(
            FormattableString.Invariant($"artifacts/bench/discover-{seed}"), FormattableString.Invariant($"{BenchServer.TastesSeed}={seed}"), FormattableString.Invariant($"{ShiftedClock.Setting}={ahead}"));
        (await server.Client.PostAsync(new Uri($"{BenchServer.RunJobs}?of=discovery", UriKind.Relative), content: null)).EnsureSuccessStatusCode();
        long[] accounts = [.. (await server.Client.GetFromJsonAsync<long[]>(BenchServer.People))!.Order()];

        var random = new Random(seed);
        int[] readers = [.. Enumerable.Range(0, Tastes.People).Where(world.HasActed).OrderBy(_ => random.Next()).Take(Readers)];
        var (served, hot, newest, bySource) = (new Shown(world), new Shown(world), new Shown(world), new SortedDictionary<string, Shown>(StringComparer.Ordinal));
        foreach (var reader in readers)
        {
            var count = 0;
            for (string? cursor = ""; cursor is not null && count < Pages; count++)
            {
                var page = await server.GetAsync(new($"{Feed}?cursor={cursor}", "Authorization", $"Bearer {Planting.TokenOf(accounts[reader])}"));
                var cards = page.GetProperty("items").EnumerateArray().Select(card => Tastes.NumberOf(card.GetProperty("note").GetProperty("title").GetString()!)).ToArray();
                served.Add(reader, cards);
                foreach (var (card, number) in page.GetProperty("items").EnumerateArray().Zip(cards))
                {
                    var source = card.GetProperty("reason").GetProperty("source").GetString()!;
                    bySource.TryAdd(source, new Shown(world));
                    bySource[source].Add(reader, [number]);
                }

                hot.Add(reader, world.Hottest.AsSpan(count * cards.Length, cards.Length));
                newest.Add(reader, world.Newest.AsSpan(count * cards.Length, cards.Length));
                cursor = page.GetProperty("next").GetString();
            }
        }

        var name = FormattableString.Invariant($"seed{seed}");
        Say(report, $"{name}.hot", hot);
        Say(report, $"{name}.newest", newest);
        Say(report, $"{name}.discover", served);
        foreach (var (source, shown) in bySource)
        {
            report.Say($"{name}.discover.{source}.share", shown.ShareOf(served));
            report.Say($"{name}.discover.{source}.tastes", shown.Tastes);
        }

        report.AtMost($"{name}.hot.smallAuthors", hot.SmallAuthors, .2);
        report.AtLeast($"{name}.discover.tastesOfHot", served.Tastes / hot.Tastes, 2);
        report.AtLeast($"{name}.discover.smallAuthors", served.SmallAuthors, .5);
        if (seed == Seeds[0])
        {
            await SpeedAsync(report, server, [.. readers.Select(reader => accounts[reader])]);
        }
    }

    private static void Say(Report report, string name, Shown shown)
    {
        report.Say($"{name}.tastes", shown.Tastes);
        report.Say($"{name}.coverage", shown.Coverage);
        report.Say($"{name}.smallAuthors", shown.SmallAuthors);
    }

    /// <summary>As many pages as the machine gives, then half as many a second whether or not the ones before were answered.</summary>
    private static async Task SpeedAsync(Report report, Server server, long[] accounts)
    {
        var calls = new List<Call>();
        foreach (var account in accounts)
        {
            var cursor = "";
            for (var page = 0; page < Pages; page++)
            {
                calls.Add(new($"{Feed}?cursor={cursor}", "Authorization", $"Bearer {Planting.TokenOf(account)}"));
                cursor = (await server.GetAsync(calls[^1])).GetProperty("next").GetString();
            }
        }

        var full = await Load.RunAsync(server, calls);
        report.Say("page.perSecond", full.PerSecond);
        report.Say("page.cpuMicroseconds", full.CpuMicroseconds);
        report.AtMost("page.errors", full.Errors, 0);
        var random = new Random(Seeds[0]);
        var half = await new OpenLoop(full.PerSecond / 2).RunAsync(HalfLoad, _ => server.ReadAsync(calls[random.Next(calls.Count)]));
        report.Say("page.halfLoad.p50Milliseconds", half.P50);
        report.AtMost("page.halfLoad.p99Milliseconds", half.P99, 25);
    }

    /// <summary>The world as the measure knows it: who wrote what, what is hot, what somebody acted on before and so does not count.</summary>
    private sealed class World
    {
        private readonly Tastes tastes;
        private readonly int[] authors;
        private readonly int[] followers = new int[Tastes.People];
        private readonly HashSet<(int Person, int Note)> acted;
        private readonly HashSet<int> active;

        public World(int seed)
        {
            tastes = new Tastes(seed);
            var town = tastes.Gather(new Ids(TimeProvider.System));
            var people = town.People.Index().ToDictionary(person => person.Item.Id, person => person.Index);
            var notes = town.Notes.Index().ToDictionary(note => note.Item.Id, note => note.Index);
            authors = [.. town.Notes.Select(note => people[note.AuthorId])];
            foreach (var follow in town.Follows)
            {
                followers[people[follow.FolloweeId]]++;
            }

            acted = [.. town.Reactions.Select(reaction => (people[reaction.AccountId], notes[reaction.NoteId]))];
            active = [.. acted.Select(pair => pair.Person)];
            var reactions = town.Reactions.ToLookup(reaction => notes[reaction.NoteId], reaction => reaction.Kind);
            Hottest = [.. Enumerable.Range(0, Tastes.Notes).OrderByDescending(note => HeatOf(town.Notes[note], [.. reactions[note]]))];
            Newest = [.. Enumerable.Range(0, Tastes.Notes).OrderByDescending(note => town.Notes[note].PublishedAt)];
        }

        public int[] Hottest { get; }

        public int[] Newest { get; }

        public bool HasActed(int person) => active.Contains(person);

        public bool IsKnownTo(int person, int note) => acted.Contains((person, note)) || authors[note] == person;

        public bool WouldLike(int person, int note) => tastes.WouldLike(person, note);

        public bool IsBySmall(int note) => followers[authors[note]] < SmallAuthor;

        private static long HeatOf(TownNote note, string[] kinds) =>
            Heat.Of(note.PublishedAt, new Engagement(kinds.Count(kind => kind is "like"), kinds.Count(kind => kind is "collect")));
    }

    /// <summary>What was shown to all readers.</summary>
    private sealed class Shown(World world)
    {
        private readonly HashSet<int> notes = [];
        private int cards;
        private int fresh;
        private int liked;
        private int small;

        /// <summary>Share of the cards that the reader would like, of those they had not acted on.</summary>
        public double Tastes => (double)liked / fresh;

        /// <summary>Different notes for each hundred cards.</summary>
        public double Coverage => 100.0 * notes.Count / cards;

        public double ShareOf(Shown all) => (double)cards / all.cards;

        public double SmallAuthors => (double)small / cards;

        public void Add(int reader, ReadOnlySpan<int> page)
        {
            foreach (var note in page)
            {
                notes.Add(note);
                cards++;
                small += world.IsBySmall(note) ? 1 : 0;
                if (!world.IsKnownTo(reader, note))
                {
                    fresh++;
                    liked += world.WouldLike(reader, note) ? 1 : 0;
                }
            }
        }
    }
}
