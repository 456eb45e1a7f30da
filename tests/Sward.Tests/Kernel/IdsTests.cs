using Sward.Kernel;

namespace Sward.Tests.Kernel;

public sealed class IdsTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Ids_rise_and_stay_exact_as_numbers_of_JavaScript()
    {
        var ids = Leased(new ManualTime(Start));
        var made = Enumerable.Range(0, 10_000).Select(_ => ids.Next()).ToArray();

        Assert.Equal(made.Order(), made);
        Assert.Equal(made.Length, made.Distinct().Count());
        Assert.All(made, id => Assert.InRange(id, 1, 1L << 53));
        Assert.Equal(Start, Ids.TimeOf(made[0]));
    }

    [Fact]
    public void A_clock_that_steps_back_makes_no_id_twice()
    {
        var clock = new ManualTime(Start);
        var ids = Leased(clock);
        var before = ids.Next();
        clock.Advance(TimeSpan.FromHours(-1));

        Assert.True(ids.Next() > before);
    }

    [Fact]
    public void A_restart_begins_above_what_was_issued()
    {
        var clock = new ManualTime(Start);
        var first = Leased(clock);
        var last = Enumerable.Range(0, 100_000).Select(_ => first.Next()).Max();

        var second = new Ids(clock);
        second.Allow(0, Start.AddSeconds(10), Start.AddSeconds(20));

        Assert.True(second.Next() > last);
    }

    [Fact]
    public void Without_a_lease_there_are_no_ids()
    {
        var ids = new Ids(new ManualTime(Start));

        Assert.Throws<InvalidOperationException>(() => ids.Next());
    }

    [Fact]
    public void Imported_ids_sort_at_their_time_and_are_unique_even_within_a_millisecond()
    {
        var ids = Leased(new ManualTime(Start));
        var past = Start.AddDays(-30);
        var made = Enumerable.Range(0, 1_000).Select(_ => ids.Next(past)).ToArray();

        Assert.Equal(made.Length, made.Distinct().Count());
        Assert.All(made, id => Assert.InRange(Ids.TimeOf(id), past, past.AddSeconds(1)));
        Assert.True(made.Max() < ids.Next());
    }

    private static Ids Leased(ManualTime clock)
    {
        var ids = new Ids(clock);
        ids.Allow(0, Start, Start.AddSeconds(10));
        return ids;
    }
}
