using Sward.Search;

namespace Sward.Tests.Search;

public sealed class PostingsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(127, 3)]
    [InlineData(128, 1)]
    [InlineData(129, 40_000_000)]
    [InlineData(5_000, 1_000)]
    public void What_was_packed_can_be_read_and_sought(int count, int widest)
    {
        var random = new Random(count);
        var (growing, ordinals, impacts) = (new GrowingPostings(), new int[count], new byte[count]);
        for (var (i, ordinal) = (0, -1); i < count; i++)
        {
            ordinal += 1 + random.Next(i % 100 == 7 ? widest : 2);
            (ordinals[i], impacts[i]) = (ordinal, (byte)random.Next(1, 256));
            growing.Append(ordinal, impacts[i]);
        }

        Postings packed = new PackedPostings(new PostingsPacker().Pack(ordinals, impacts).ToArray());
        foreach (var postings in new[] { growing, packed })
        {
            Assert.Equal((count, impacts.Max()), (postings.Count, postings.Max));
            Assert.Equal(ordinals.Zip(impacts), Walk(postings, from: 0, step: 1));
            for (var round = 0; round < 20; round++)
            {
                var (from, step) = (random.Next(ordinals[^1] + 2), random.Next(1, 200));
                Assert.Equal(Expected(ordinals, impacts, from, step), Walk(postings, from, step));
            }
        }
    }

    [Fact]
    public void A_peek_never_promises_less_than_comes()
    {
        var postings = new GrowingPostings();
        for (var ordinal = 0; ordinal < 1_000; ordinal++)
        {
            postings.Append(ordinal * 3, (byte)(1 + (ordinal % 251)));
        }

        var cursor = new PostingsCursor();
        cursor.Open(postings);
        for (var ordinal = 0; ordinal < 3_000; ordinal += 50)
        {
            var (max, last) = cursor.Peek(ordinal);
            cursor.SeekTo(ordinal);
            Assert.True(cursor.Ordinal > last || cursor.Impact <= max);
        }
    }

    private static IEnumerable<(int, byte)> Walk(Postings postings, int from, int step)
    {
        var cursor = new PostingsCursor();
        cursor.Open(postings);
        for (cursor.SeekTo(from); cursor.Ordinal != PostingsCursor.End; cursor.SeekTo(cursor.Ordinal + step))
        {
            yield return (cursor.Ordinal, cursor.Impact);
        }
    }

    private static IEnumerable<(int, byte)> Expected(int[] ordinals, byte[] impacts, int from, int step)
    {
        for (var i = 0; i < ordinals.Length; i++)
        {
            if (ordinals[i] >= from)
            {
                yield return (ordinals[i], impacts[i]);
                from = ordinals[i] + step;
            }
        }
    }
}
