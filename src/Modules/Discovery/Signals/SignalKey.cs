namespace Sward.Discovery.Signals;

/// <summary>
/// Tells signals apart by one number: the 18 upper bits are the second in which the client says it happened, the 45 lower ones a hash of who sent which id. Numbers that begin
/// with the time stand beside each other in an index, so that it grows at its end; two signals of one second share a number once in 35 trillion pairs.
/// </summary>
internal static class SignalKey
{
    private const int HashBits = 45;

    /// <summary>A second is 2^20 microseconds here.</summary>
    private const int SecondBits = 20;

    /// <summary>Three days fit into 18 bits, more than lie between two clocks that are believed.</summary>
    private const long Seconds = (1 << 18) - 1;

    /// <summary>The key of a signal.</summary>
    /// <param name="sentAt">As the client wrote it, believed or not: a repeated signal repeats it too.</param>
    public static long Of(long accountId, string id, DateTimeOffset sentAt) =>
        (((SignalColumns.Micros(sentAt) >> SecondBits) & Seconds) << HashBits) | (long)(HashOf(accountId, id) >> (64 - HashBits));

    /// <summary>FNV-1a, the same on every node, with the finaliser of MurmurHash3 behind it: its own upper bits say little of short texts.</summary>
    private static ulong HashOf(long accountId, string id)
    {
        var hash = 14695981039346656037 ^ (ulong)accountId;
        foreach (var letter in id)
        {
            hash = (hash ^ letter) * 1099511628211;
        }

        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }
}
