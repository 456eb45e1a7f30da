using Sward.Discovery.Experiments;

namespace Sward.Tests.Discovery.Experiments;

public sealed class AssignmentTests
{
    private const int People = 20_000;

    [Fact]
    public void Who_meets_which_arm_never_changes()
    {
        // Written down once: another hash would move everybody in the middle of an experiment.
        var experiment = Of("one", "ranking", 0, Experiment.Buckets);

        Assert.Equal("bbbbbbaaaa", string.Concat(Enumerable.Range(1, 10).Select(id => Assignment.ArmOf(experiment, id)!.Name)));
    }

    [Fact]
    public void As_many_people_take_part_as_the_share_says_and_each_arm_gets_its_part()
    {
        var arms = Enumerable.Range(1, People).Select(id => Assignment.ArmOf(Of("two", "ranking", 100, 200), id)?.Name).CountBy(name => name ?? "").ToDictionary();

        // Four standard errors of each count.
        Assert.InRange(arms["a"], 2_000 - 170, 2_000 + 170);
        Assert.InRange(arms["b"], 2_000 - 170, 2_000 + 170);
    }

    [Fact]
    public void Experiments_of_one_layer_share_nobody_and_those_of_two_meet_evenly()
    {
        Experiment one = Of("one", "ranking", 0, 500), neighbour = Of("three", "ranking", 500, 500), other = Of("four", "breadth", 0, 500);
        long[] inOne = [.. Enumerable.Range(1, People).Select(id => (long)id).Where(id => Assignment.ArmOf(one, id) is not null)];

        Assert.All(inOne, id => Assert.Null(Assignment.ArmOf(neighbour, id)));
        Assert.InRange(inOne.Count(id => Assignment.ArmOf(other, id) is not null) / (double)inOne.Length, .48, .52);
        // Half of those who meet "a" here meet "a" there: the salt mixes them anew.
        var both = inOne.Where(id => Assignment.ArmOf(other, id) is not null && Assignment.ArmOf(one, id)!.Name is "a").ToArray();
        Assert.InRange(both.Count(id => Assignment.ArmOf(other, id)!.Name is "a") / (double)both.Length, .47, .53);
    }

    [Fact]
    public void What_was_served_says_which_arms_were_met()
    {
        var text = new System.Text.StringBuilder("discover 12:hot:4");
        new Treatment(Tuning.None, [(7, "wide"), (9, "few")]).Write(text);

        Assert.Equal("discover 12:hot:4 arm:7:wide arm:9:few", text.ToString());
        Assert.Equal([(7, "wide"), (9, "few")], Treatment.Read(text.ToString()));
    }

    private static Experiment Of(string name, string layer, int first, int count) => new()
    {
        Id = 1,
        Name = name,
        Layer = layer,
        Salt = name,
        FirstBucket = first,
        BucketCount = count,
        CreatedAt = DateTimeOffset.UnixEpoch,
        Arms = [new("a", Tuning.None), new("b", Tuning.None)],
    };
}
