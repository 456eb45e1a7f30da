using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Discovery;
using Sward.Discovery.Hiding;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Ranking;

namespace Sward.Tests.Discovery;

public sealed class StageRunnerTests
{
    private static readonly FeedContext Somebody = new(new FeedAsk(1, 20, FeedCursor.Start), Circle.Nobody, Hides.Nothing);
    private readonly ManualTime clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_source_that_fails_fails_alone()
    {
        var round = await HarvestAsync(new Source("broken", _ => throw new InvalidOperationException("broken")), Answering("good", 5));

        Assert.Equal([5], round.Candidates.Select(c => c.Note.Id));
    }

    [Fact]
    public async Task A_source_that_is_late_is_left_out()
    {
        var late = new Source("late", async ct =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, ct);
            return Harvest.Nothing;
        });

        var round = await HarvestAsync(late, Answering("good", 5));

        Assert.Equal([5], round.Candidates.Select(c => c.Note.Id));
    }

    [Fact]
    public async Task A_reader_who_went_away_stops_the_page()
    {
        using var gone = new CancellationTokenSource();
        var source = new Source("slow", async ct =>
        {
            await gone.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, ct);
            return Harvest.Nothing;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Runner().HarvestAsync(SurfaceOf([source]), Somebody, Mark.Start, 20, gone.Token));
    }

    [Fact]
    public async Task The_fallback_answers_only_when_no_source_did()
    {
        var surface = SurfaceOf([Answering("hot", 5)]) with { Fallback = Answering("table", 6) };

        var on = await Runner().HarvestAsync(surface, Somebody, Mark.Start, 20, AppFixture.Ct);
        var off = await Runner("hot").HarvestAsync(surface, Somebody, Mark.Start, 20, AppFixture.Ct);

        Assert.Equal([5], on.Candidates.Select(c => c.Note.Id));
        Assert.Equal([6], off.Candidates.Select(c => c.Note.Id));
    }

    [Fact]
    public async Task What_lies_beyond_the_last_word_of_a_source_waits_for_the_next_round()
    {
        var cut = new Source("cut", _ => new ValueTask<Harvest>(new Harvest([Note(9), Note(7)], HasMore: true)));

        var round = await HarvestAsync(cut, Answering("whole", 8, 3));

        Assert.Equal(new Mark(7, 7), round.Horizon);
    }

    private ValueTask<Round> HarvestAsync(params Source[] sources) => Runner().HarvestAsync(SurfaceOf(sources), Somebody, Mark.Start, 20, AppFixture.Ct);

    private StageRunner Runner(params string[] off) => new(new Options(new DiscoveryOptions { StagesOff = off }), clock, NullLogger<StageRunner>.Instance);

    private static Surface SurfaceOf(IReadOnlyList<ISource> sources) => new("test") { Sources = sources, Filters = [], Score = Order.ByHeat };

    private static Source Answering(string name, params long[] noteIds) => new(name, _ => new ValueTask<Harvest>(new Harvest([.. noteIds.Select(Note)], HasMore: false)));

    private static FeedNote Note(long id) => new()
    {
        Id = id,
        AuthorId = 1,
        Channel = "life",
        Visibility = "public",
        Topics = [],
        ProductIds = [],
        Categories = [],
        PublishedAt = DateTimeOffset.UnixEpoch,
        Heat = id,
    };

    private sealed class Source(string name, Func<CancellationToken, ValueTask<Harvest>> read) : ISource
    {
        public string Name => name;

        public TimeSpan Budget { get; } = TimeSpan.FromMilliseconds(50);

        public ValueTask<Harvest> ReadAsync(FeedContext context, Mark after, int count, CancellationToken ct) => read(ct);

        public Reason WhyThis(FeedContext context, FeedNote note) => new("test");
    }

    private sealed class Options(DiscoveryOptions value) : IOptionsMonitor<DiscoveryOptions>
    {
        public DiscoveryOptions CurrentValue => value;

        public DiscoveryOptions Get(string? name) => value;

        public IDisposable? OnChange(Action<DiscoveryOptions, string?> listener) => null;
    }
}
