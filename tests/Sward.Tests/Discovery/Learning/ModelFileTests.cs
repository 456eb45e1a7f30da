using Sward.Discovery.Learning.Matrices;
using Sward.Discovery.Learning.Models;

namespace Sward.Tests.Discovery.Learning;

public sealed class ModelFileTests
{
    private static readonly Seed[] Actions = [new(103, 1), new(104, 2)];

    [Fact]
    public void A_model_answers_the_same_after_it_was_written_and_read()
    {
        var (model, bytes) = Written();

        var read = ModelFile.Read(bytes, ModelFile.ChecksumOf(bytes));

        Assert.NotEmpty(model.For(Actions, 100));
        Assert.Equal(model.For(Actions, 100), read.For(Actions, 100));
    }

    [Fact]
    public void A_file_with_one_wrong_bit_is_not_read()
    {
        var (_, bytes) = Written();
        var checksum = ModelFile.ChecksumOf(bytes);

        bytes[bytes.Length / 2] ^= 1;

        Assert.Throws<InvalidDataException>(() => ModelFile.Read(bytes, checksum));
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

    /// <summary>Forty people of two groups, who each like six of the ten notes of their group: 100 to 109, or 110 to 119.</summary>
    private static (TasteModel Model, byte[] Bytes) Written()
    {
        var dice = new Random(3);
        var people = SparseMatrix.OfOnes(20, [.. Enumerable.Range(0, 40).Select(person => Enumerable.Range(person % 2 * 10, 10).OrderBy(_ => dice.Next()).Take(6).ToArray())]);
        var (model, _) = new Training(Training.ServedGraph, Training.ServedAls with { Width = 8 }, new ParallelOptions { MaxDegreeOfParallelism = 1 })
            .Run([.. Enumerable.Range(100, 20).Select(id => (long)id)], people);
        return (model, ModelFile.Write(model));
    }
}
