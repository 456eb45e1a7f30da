using System.Numerics;

namespace Sward.Discovery.Shelves;

/// <summary>A print of a text's words that nearly equal texts nearly share: 64 signs, one for each bit of the hashes of its four-letter shingles.</summary>
/// <remarks>Charikar, "Similarity estimation techniques from rounding algorithms", STOC 2002; that texts with at most three different bits of 64 are the same is from Manku, Jain and Das Sarma, "Detecting near-duplicates for web crawling", WWW 2007.</remarks>
internal static class WordPrint
{
    /// <summary>Bits in which the prints of two texts that are nearly the same may differ.</summary>
    public const int MostApart = 3;

    private const int ShingleLetters = 4;

    /// <summary>A greeting is nobody's own: shorter texts have no print.</summary>
    private const int FewestShingles = 40;

    /// <summary>Null for a text that is too short to tell. Only letters and digits count, whatever their case.</summary>
    public static long? Of(string title, string body)
    {
        var shingles = new HashSet<ulong>(title.Length + body.Length);
        var (window, letters) = (0UL, 0);
        foreach (var letter in title.Concat(body).Where(char.IsLetterOrDigit))
        {
            window = (window << 16) | char.ToLowerInvariant(letter);
            if (++letters >= ShingleLetters)
            {
                shingles.Add(window);
            }
        }

        return shingles.Count < FewestShingles ? null : (long)SignsOf(shingles);
    }

    public static bool AreNear(long one, long other) => BitOperations.PopCount((ulong)(one ^ other)) <= MostApart;

    private static ulong SignsOf(IEnumerable<ulong> shingles)
    {
        Span<int> sums = stackalloc int[64];
        foreach (var shingle in shingles)
        {
            var hash = Mixed(shingle);
            for (var bit = 0; bit < sums.Length; bit++)
            {
                sums[bit] += (hash >> bit & 1) == 1 ? 1 : -1;
            }
        }

        var print = 0UL;
        for (var bit = 0; bit < sums.Length; bit++)
        {
            print |= sums[bit] > 0 ? 1UL << bit : 0;
        }

        return print;
    }

    /// <summary>The finaliser of SplitMix64 (Steele, Lea and Flood 2014).</summary>
    private static ulong Mixed(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
