using Sward.Discovery.Learning.Matrices;
using Sward.Discovery.Learning.Methods;
using Sward.Discovery.Learning.Models;

namespace Sward.Tests.Discovery.Learning;

public sealed class ModelFileTests
{
    private static readonly ParallelOptions OneCore = new() { MaxDegreeOfParallelism = 1 };
    private static readonly Seed[] Actions = [new(103, 1), new(104, 2)];

    [Fact]
    public void A_model_answers_the_same_after_it_was_written_and_read()
    {
        var (model, bytes) = Written();

        var read = Read(bytes, ModelFile.ChecksumOf(bytes));

        Assert.NotEmpty(model.For(Actions, 100));
        Assert.Equal(model.For(Actions, 100), read.For(Actions, 100));
    }

    [Fact]
    public void A_file_with_one_wrong_bit_is_not_read()
    {
        var (_, bytes) = Written();
        var checksum = ModelFile.ChecksumOf(bytes);

        // The form, a length that would be more memory than there is, and numbers.
        foreach (var at in (int[])[0, 7, bytes.Length / 2, bytes.Length - 1])
        {
            bytes[at] ^= 64;
            Assert.Throws<InvalidDataException>(() => Read(bytes, checksum));
            bytes[at] ^= 64;
        }

        Assert.Throws<InvalidDataException>(() => Read(bytes[..^1], checksum));
        Assert.Throws<InvalidDataException>(() => Read([.. bytes, 0], checksum));
    }

    [Fact]
    public void Reading_takes_no_more_memory_than_the_model()
    {
        var dice = new Random(6);
        var (notes, kept) = (4_000, 200);
        var graph = SparseMatrix.Of(notes, [.. Enumerable.Range(0, notes).Select(_ => new SparseRow([.. Enumerable.Range(0, kept).Select(_ => dice.Next(notes))], new float[kept]))]);
        var als = Training.ServedAls;
        var bytes = ModelFile.Write(new([.. Enumerable.Range(0, notes).Select(id => (long)id)], graph, graph, new Factors(notes, als.Width), 0, als));
        var checksum = ModelFile.ChecksumOf(bytes);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(bytes, checksum);

        // The arrays, the vectors in bytes and the places of the notes.
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / (double)bytes.Length, 1, 1.15);
    }

    [Fact]
    public void A_person_gets_what_their_group_likes_and_nothing_they_acted_on()
    {
        var proposals = Written().Model.For(Actions, 100);

        // Ten notes of the group, less the two they know; each is spoken for by one of these.
        Assert.All(proposals.Take(8), proposal => Assert.InRange(proposal.NoteId, 100, 109));
        Assert.All(proposals.Take(8), proposal => Assert.Contains(proposal.SeedId, new long?[] { 103, 104 }));
        Assert.DoesNotContain(proposals, proposal => proposal.NoteId is 103 or 104);
    }

    [Fact]
    public void Who_did_nothing_the_model_knows_gets_nothing() =>
        Assert.Empty(Written().Model.For([new(7, 1)], 100));

    [Fact]
    public void The_low_pass_term_serves_and_is_written_where_a_hold_out_gave_it_weight()
    {
        var (model, bytes) = Trained(InterestsOnARing());

        var read = Read(bytes, ModelFile.ChecksumOf(bytes));

        Assert.True(model.Smooth!.Weight > 0);
        Assert.Equal(model.For(Actions, 100), read.For(Actions, 100));
        Assert.NotEqual(model.For(Actions, 100), (model with { Smooth = null }).For(Actions, 100));
    }

    [Fact]
    public void A_low_pass_term_without_weight_costs_nothing()
    {
        var (model, bytes) = Written();

        Assert.Null(model.Smooth);
        Assert.Equal(bytes.Length, ModelFile.Write(Read(bytes, ModelFile.ChecksumOf(bytes))).Length);
    }

    [Fact]
    public void More_directions_than_there_are_leave_numbers_numbers()
    {
        // Two kinds of people who are alike: two directions in all.
        var filter = LowPass.Build(SparseMatrix.OfOnes(6, [.. Enumerable.Range(0, 30).Select(person => person % 2 == 0 ? (int[])[0, 1, 2] : [3, 4, 5])]), new() { Width = 64 }, OneCore);

        Assert.All(filter.Items.Values, value => Assert.InRange(value, -100, 100));
    }

    private static TasteModel Read(byte[] bytes, string checksum) => ModelReader.Read(new MemoryStream(bytes), checksum, ModelFile.Read);

    /// <summary>Forty people of two groups, who each like six of the ten notes of their group: 100 to 109, or 110 to 119.</summary>
    private static (TasteModel Model, byte[] Bytes) Written()
    {
        var dice = new Random(3);
        var people = SparseMatrix.OfOnes(20, [.. Enumerable.Range(0, 40).Select(person => Enumerable.Range(person % 2 * 10, 10).OrderBy(_ => dice.Next()).Take(6).ToArray())]);
        return Trained(people);
    }

    /// <summary>Three hundred notes on a ring; each person likes three near a place of their own, so that few are liked together though all neighbours belong together.</summary>
    private static SparseMatrix InterestsOnARing()
    {
        var dice = new Random(4);
        return SparseMatrix.OfOnes(300, [.. Enumerable.Range(0, 1_000).Select(_ => dice.Next(300)).Select(place => Enumerable.Range(0, 3).Select(_ => (place + dice.Next(40)) % 300).Distinct().ToArray())]);
    }

    private static (TasteModel Model, byte[] Bytes) Trained(SparseMatrix people)
    {
        var (model, _) = new Training(Training.ServedGraph, Training.ServedAls with { Width = 8 }, Training.ServedLowPass with { Width = 16 }, OneCore)
            .Run([.. Enumerable.Range(100, people.Columns).Select(id => (long)id)], people);
        return (model, ModelFile.Write(model));
    }
}
