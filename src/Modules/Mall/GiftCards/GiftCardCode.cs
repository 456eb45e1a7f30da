using System.Security.Cryptography;
using System.Text;

namespace Sward.Mall.GiftCards;

/// <summary>The code of a gift card: sixteen letters and digits of Crockford's base 32, 80 bits of chance, so that nobody guesses one.</summary>
internal sealed record GiftCardCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 16;
    private const int Group = 4;

    private readonly string letters;

    private GiftCardCode(string letters) => this.letters = letters;

    public byte[] Hash => SHA256.HashData(Encoding.ASCII.GetBytes(letters));

    public static GiftCardCode New() => new(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>Reads what somebody typed, in either case and with or without separators; null when it cannot be a code.</summary>
    public static GiftCardCode? Read(string typed)
    {
        var read = string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)).Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return read.Length == Length && read.All(Alphabet.Contains) ? new(read) : null;
    }

    /// <summary>As it is printed: four groups of four.</summary>
    public override string ToString() => string.Join('-', letters.Chunk(Group).Select(group => new string(group)));
}
