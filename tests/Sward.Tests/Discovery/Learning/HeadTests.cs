using Sward.Discovery.Learning.Heads;
using Sward.Discovery.Learning.Models;

namespace Sward.Tests.Discovery.Learning;

/// <summary>Heads beside worlds whose chances are known.</summary>
public sealed class HeadTests
{
    private const int Readers = 60;
    private const int Notes = 60;

    [Fact]
    public void A_head_learns_who_likes_what_and_says_how_likely_it_is()
    {
        var (head, quality, best, dice) = (new Head(), new ProgressiveQuality(), new ProgressiveQuality(), new Random(5));
        for (var n = 0; n < 60_000; n++)
        {
            var (reader, note) = (dice.Next(Readers), dice.Next(Notes));
            // Nothing but the pair tells: half of the readers like one half of the notes, the others the other.
            var chance = reader % 2 == note % 2 ? .3 : .03;
            var came = dice.NextDouble() < chance;
            quality.Add(head.Learn([0, 1 + reader, 1 + Readers + note], came), came);
            best.Add(chance, came);
        }

        Assert.InRange(quality.Auc, best.Auc - .03, best.Auc);
        Assert.InRange(quality.Calibration, .95, 1.05);
        Assert.Equal(.3, head.Foretell([0, 1 + 4, 1 + Readers + 8]), .1);
        Assert.Equal(.03, head.Foretell([0, 1 + 4, 1 + Readers + 7]), .03);
    }

    [Fact]
    public void What_comes_of_standing_first_is_put_down_to_the_place()
    {
        // Two notes as good as each other; one is always shown first, where three times as many look.
        var (head, dice) = (new Head(), new Random(6));
        for (var n = 0; n < 20_000; n++)
        {
            var first = dice.NextDouble() < .5;
            // Each place is met by both, but unevenly.
            var note = dice.NextDouble() < (first ? .9 : .1) ? 1 : 2;
            head.Learn([0, note, first ? 3 : 4], dice.NextDouble() < (first ? .3 : .1));
        }

        var (favoured, other) = (head.Foretell([0, 1]), head.Foretell([0, 2]));
        Assert.InRange(favoured / other, .8, 1.25);
    }

    [Fact]
    public void A_steep_loss_goes_down_where_its_slope_says()
    {
        // The slope by differences: after one step on an example, the same example is foretold better, from either side.
        foreach (var came in (bool[])[true, false])
        {
            var head = new Head();
            var before = head.Learn([0, 5, 9], came);
            Assert.Equal(came, head.Foretell([0, 5, 9]) > before);
        }
    }

    [Fact]
    public void The_area_counts_pairs_that_stand_in_the_right_order()
    {
        // Of four pairs three are right: .9 over .5 and .1, .3 over .1; .3 stands below .5.
        var quality = new ProgressiveQuality();
        quality.Add(.9, isPositive: true);
        quality.Add(.3, isPositive: true);
        quality.Add(.5, isPositive: false);
        quality.Add(.1, isPositive: false);

        Assert.Equal(.75, quality.Auc, 1e-4);
        Assert.Equal(1.8 / 2, quality.Calibration, 1e-4);
        Assert.Equal(.5, quality.Rate, 1e-4);
    }

    [Fact]
    public void Older_examples_fade_and_numbers_stay_numbers()
    {
        var quality = new ProgressiveQuality();
        for (var n = 0; n < 400_000; n++)
        {
            // First everything is foretold the wrong way round, later the right way.
            var came = n % 2 == 0;
            quality.Add(came == n > 200_000 ? .9 : .1, came);
        }

        Assert.InRange(quality.Auc, .93, .95);
    }

    [Fact]
    public void Heads_are_read_as_they_were_written_and_nothing_else_is()
    {
        var heads = HeadSet.New();
        heads[1].Learn([0, 7, 8], came: true);
        var bytes = heads.Write();

        var read = Read(bytes, ModelFile.ChecksumOf(bytes));

        Assert.Equal(heads[1].Foretell([0, 7, 8]), read[1].Foretell([0, 7, 8]));
        Assert.NotEqual(read[0].Foretell([0, 7, 8]), read[1].Foretell([0, 7, 8]));
        // A file from before there was a head for follows: the others are as they were.
        var older = bytes[..^(Head.Length * sizeof(float))];
        Assert.Equal(heads[1].Foretell([0, 7, 8]), Read(older, ModelFile.ChecksumOf(older))[1].Foretell([0, 7, 8]));
        Assert.Throws<InvalidDataException>(() => Read(bytes, ModelFile.ChecksumOf([1])));
        Assert.Throws<InvalidDataException>(() => Read(bytes[..^4], ModelFile.ChecksumOf(bytes[..^4])));
    }

    private static HeadSet Read(byte[] bytes, string checksum) => ModelReader.Read(new MemoryStream(bytes), checksum, HeadSet.Read);
}
