using System.Globalization;

namespace Sward.Discovery.Learning.Heads;

/// <summary>What is known when a card is shown, hashed into a fixed number of features. The first one is in every example and learns how usual the action is.</summary>
internal static class Features
{
    public const int Buckets = 1 << 15;

    /// <summary>The features of a card for a reader.</summary>
    /// <param name="slot">Where it stood, only while learning: a card is not better because it stood first, and the heads must be able to put that down to the place.</param>
    public static int[] Of(long readerId, FeedNote note, DateTimeOffset at, int? slot = null)
    {
        var features = new List<int>(16) { 0 };
        Add("reader", readerId);
        Add("note", note.Id);
        Add("author", note.AuthorId);
        AddText("channel", note.Channel);
        Add("hour", at.Hour);
        Add("age", (long)Math.Log2(1 + Math.Max(0, (at - note.PublishedAt).TotalHours)));
        Add("liked", (long)Math.Log2(1 + note.Likes));
        Add("reader-author", HashOf(readerId, note.AuthorId));
        AddText("reader-channel", string.Create(CultureInfo.InvariantCulture, $"{readerId} {note.Channel}"));
        foreach (var topic in note.Topics.Take(4))
        {
            AddText("topic", topic);
            AddText("reader-topic", string.Create(CultureInfo.InvariantCulture, $"{readerId} {topic}"));
        }

        if (slot is { } place)
        {
            Add("slot", Math.Min(place, 20));
        }

        return [.. features];

        void Add(string field, long value) => features.Add(1 + (int)((ulong)HashOf(TextHashOf(field), value) % (Buckets - 1)));

        void AddText(string field, string value) => Add(field, TextHashOf(value));
    }

    /// <summary>FNV-1a, the same on every node and in every published file.</summary>
    private static long TextHashOf(string text)
    {
        var hash = 14695981039346656037;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 1099511628211;
        }

        return (long)hash;
    }

    /// <summary>The finaliser of MurmurHash3 over both.</summary>
    private static long HashOf(long one, long other)
    {
        var hash = (ulong)one ^ ((ulong)other * 0x9E3779B97F4A7C15);
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return (long)(hash ^ (hash >> 33));
    }
}
