namespace Sward.Search;

/// <summary>Some countries as marks keep them: up to four codes of two letters, sixteen bits each. More are not kept.</summary>
internal readonly record struct Countries(ulong Packed)
{
    private const int Most = 4;
    private const int Bits = 16;

    public static Countries None => default;

    public IEnumerable<string> Codes
    {
        get
        {
            for (var rest = Packed; rest != 0; rest >>= Bits)
            {
                yield return string.Create(2, (ushort)rest, (code, packed) => (code[0], code[1]) = ((char)(packed >> 8), (char)(packed & 0xFF)));
            }
        }
    }

    /// <summary>Packs codes; what is no code of two letters is left out.</summary>
    public static Countries Of(IEnumerable<string> codes) => new(codes
        .Where(code => code is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
        .Take(Most)
        .Aggregate(0UL, (packed, code) => (packed << Bits) | ((ulong)code[0] << 8) | code[1]));

    public bool Overlaps(Countries other)
    {
        for (var mine = Packed; mine != 0; mine >>= Bits)
        {
            for (var theirs = other.Packed; theirs != 0; theirs >>= Bits)
            {
                if ((ushort)mine == (ushort)theirs)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
