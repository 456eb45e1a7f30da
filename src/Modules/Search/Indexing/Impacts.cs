using System.Runtime.InteropServices;

namespace Sward.Search;

/// <summary>How much each term says about a document, in 8 bits: BM25F without the rarity of the term, which only the query knows.</summary>
internal static class Impacts
{
    public const int Full = 255;

    /// <summary>Emptied and used again for each document: indexing a hundred thousand notes would otherwise be mostly garbage.</summary>
    [ThreadStatic]
    private static Dictionary<Term, float>? spare;

    public static KeyValuePair<Term, byte>[] Of(IEnumerable<FieldText> fields, Tuning tuning)
    {
        var frequencies = spare ??= [];
        frequencies.Clear();
        foreach (var field in fields)
        {
            AddField(Tokens.Of(Fold.Text(field.Text)), tuning.Of(field.Field), frequencies);
        }

        return [.. frequencies.Select(f => KeyValuePair.Create(f.Key, Quantise(f.Value / (f.Value + tuning.Saturation))))];
    }

    private static void AddField(List<Token> tokens, FieldTuning tuning, Dictionary<Term, float> frequencies)
    {
        var length = tokens.Count(t => t.Use == TokenUse.Finds);
        var share = tuning.Weight / (1 - tuning.LengthPenalty + (tuning.LengthPenalty * length / tuning.TypicalLength));
        foreach (var token in tokens)
        {
            if (tuning.HasSingles || token.Use != TokenUse.PartOfRun)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(frequencies, token.Term, out _) += share;
            }
        }
    }

    private static byte Quantise(float impact) => (byte)Math.Clamp(MathF.Round(impact * Full), 1, Full);
}
