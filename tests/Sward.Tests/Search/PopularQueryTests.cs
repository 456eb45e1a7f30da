using Sward.Kernel;
using Sward.Search;

namespace Sward.Tests.Search;

public sealed class PopularQueryTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_is_new_burns_higher_than_what_is_always_searched_for()
    {
        var (always, sudden) = (New("coffee"), New("first snow"));
        for (var day = 0; day < 60; day++)
        {
            Ask(always, Start.AddDays(day), people: 10);
        }

        Ask(sudden, Start.AddDays(59), people: 10);

        Assert.True(sudden.BurstAt(Start.AddDays(59)) > 2 * always.BurstAt(Start.AddDays(59)));
        Assert.True(always.UsualAt(Start.AddDays(59)) > 5 * sudden.UsualAt(Start.AddDays(59)));
    }

    [Fact]
    public void Fires_go_out()
    {
        var query = New("first snow");
        Ask(query, Start, people: 8);

        Assert.InRange(query.BurstAt(Start.AddDays(1)), 0, query.BurstAt(Start) / 3);
        Assert.Equal(4, query.UsualAt(Start.AddDays(30)), precision: 6);
        Assert.Equal(8, query.People);
    }

    [Fact]
    public void What_was_first_asked_this_week_is_new_and_what_is_older_is_not_however_few_asked()
    {
        var query = New("first snow");
        Ask(query, Start, people: 1);
        Ask(query, Start.AddDays(8), people: 1);

        Assert.True(query.IsNewAt(Start.AddDays(6)));
        Assert.False(query.IsNewAt(Start.AddDays(8)));
    }

    [Fact]
    public void Newcomers_count_less_and_never_more_than_the_others_together()
    {
        var (known, pushed) = (New("coffee"), New("my shop"));
        Ask(known, Start, people: 4);
        Ask(pushed, Start, people: 500, ageDays: 1);

        Assert.Equal(0, pushed.BurstAt(Start));
        Assert.Equal(0, pushed.PeopleWith(newcomers: 500));
        Ask(pushed, Start, people: 1);
        Assert.True(pushed.BurstAt(Start) < known.BurstAt(Start));
        Assert.Equal((2, 4), (pushed.PeopleWith(newcomers: 500), known.PeopleWith(newcomers: 0)));
    }

    private static PopularQuery New(string text) => new() { Key = text, Text = text, Since = Start };

    private static void Ask(PopularQuery query, DateTimeOffset at, int people, int ageDays = 60)
    {
        for (var i = 0; i < people; i++)
        {
            query.Asked(at, Ids.FloorOf(at.AddDays(-ageDays).AddMilliseconds(i)), byNewPerson: true);
        }
    }
}
