namespace Sward.Discovery.Filters;

/// <summary>Which notes somebody was shown of late: two filters that take turns, so that what was seen long ago may come again.</summary>
/// <remarks>
/// Bloom 1970: 8,192 bits and five of them for a note say of one note in a hundred that it was seen when it was not, once 800 are in. Then the younger filter becomes the older one, so that the
/// last 800 to 1,600 notes are remembered in two kilobytes, and nobody can read out which they were.
/// </remarks>
internal sealed class SeenCards
{
    private const int Bytes = 1_024;
    private const int Bits = Bytes * 8;
    private const int BitsOfNote = 5;
    private const int Most = 800;

    [Personal]
    public required long AccountId { get; init; }

    /// <summary>A changed filter is a new array, as the database asks for.</summary>
    [Personal]
    public byte[] Younger { get; set; } = new byte[Bytes];

    [Personal]
    public byte[] Older { get; set; } = new byte[Bytes];

    /// <summary>Notes in the younger filter.</summary>
    public int Count { get; set; }

    public bool Has(long noteId) => IsIn(Younger, noteId) || IsIn(Older, noteId);

    public void Add(long noteId)
    {
        if (IsIn(Younger, noteId))
        {
            return;
        }

        if (Count == Most)
        {
            (Older, Younger, Count) = (Younger, new byte[Bytes], 0);
        }

        Younger = [.. Younger];
        Count++;
        for (var n = 0; n < BitsOfNote; n++)
        {
            var bit = BitOf(noteId, n);
            Younger[bit / 8] |= (byte)(1 << (bit % 8));
        }
    }

    private static bool IsIn(byte[] filter, long noteId)
    {
        for (var n = 0; n < BitsOfNote; n++)
        {
            var bit = BitOf(noteId, n);
            if ((filter[bit / 8] & (1 << (bit % 8))) == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Two halves of one hash make all of them (Kirsch and Mitzenmacher 2006).</summary>
    private static int BitOf(long noteId, int n)
    {
        var hash = (ulong)noteId * 0x9E3779B97F4A7C15;
        hash = (hash ^ (hash >> 32)) * 0xd6e8feb86659fd93;
        hash ^= hash >> 32;
        return (int)(((uint)hash + ((ulong)n * ((hash >> 32) | 1))) % Bits);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<SeenCards>
    {
        public void Configure(EntityTypeBuilder<SeenCards> seen)
        {
            seen.HasKey(s => s.AccountId);
            seen.Property(s => s.AccountId).ValueGeneratedNever();
            seen.Property(s => s.Younger).HasMaxLength(Bytes);
            seen.Property(s => s.Older).HasMaxLength(Bytes);
        }
    }
}
