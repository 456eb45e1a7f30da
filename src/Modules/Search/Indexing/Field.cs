namespace Sward.Search;

/// <summary>The parts of a document; a word weighs more in a title than in a body.</summary>
internal enum Field
{
    Title,
    Topics,
    Goods,
    Body,
}

/// <summary>The text of one field of a document.</summary>
internal readonly record struct FieldText(Field Field, string Text);

/// <summary>How one field counts in BM25F.</summary>
/// <param name="Weight">Occurrences here count this many times.</param>
/// <param name="LengthPenalty">0 ignores the field's length, 1 divides by it (the "b" of BM25).</param>
/// <param name="TypicalLength">Length, in finding tokens, that is neither rewarded nor penalised. A constant, so that a score does not depend on what else is indexed.</param>
/// <param name="HasSingles">Whether single characters of longer runs are indexed. In bodies they cost a third more memory, which pays for passages but not for notes.</param>
internal readonly record struct FieldTuning(float Weight, float LengthPenalty, float TypicalLength, bool HasSingles);

/// <summary>The parameters of BM25F for one kind of document.</summary>
/// <param name="Saturation">How soon more of the same word stops counting (the "k1" of BM25).</param>
internal sealed record Tuning(FieldTuning Title, FieldTuning Topics, FieldTuning Goods, FieldTuning Body, float Saturation = 1.2f)
{
    public static Tuning Notes { get; } = ShortTexts(title: 10, topics: 6, goods: 6, body: 80);

    public static Tuning Products { get; } = ShortTexts(title: 10, topics: 3, goods: 3, body: 60);

    public static Tuning People { get; } = ShortTexts(title: 4, topics: 2, goods: 6, body: 30);

    public FieldTuning Of(Field field) => field switch
    {
        Field.Title => Title,
        Field.Topics => Topics,
        Field.Goods => Goods,
        _ => Body,
    };

    /// <summary>Weights for what people write here, given the typical lengths of its fields.</summary>
    private static Tuning ShortTexts(float title, float topics, float goods, float body) => new(
        new(5, .5f, title, HasSingles: true), new(4, .3f, topics, HasSingles: true), new(3, .3f, goods, HasSingles: true), new(1, .75f, body, HasSingles: false));
}
