using System.Text;

namespace Sward.Mall.Wants;

/// <summary>Words that the mall had nothing for, and how many people asked for goods by them.</summary>
internal sealed class WantedWord
{
    /// <summary>As a search may be long.</summary>
    public const int MaxLength = 100;

    private const int MaxKey = 200;

    public long Id { get; init; }

    /// <summary>Equal for words that are the same but for case, width and spaces.</summary>
    public required string Key { get; init; }

    /// <summary>As they were written last.</summary>
    public required string Text { get; init; }

    public int People { get; init; }

    /// <summary>When somebody asked last.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Null for what names nothing, as "?!".</summary>
    public static string? KeyOf(string text)
    {
        var key = PlainText.Line(PlainText.Line(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant());
        return key.EnumerateRunes().Any(Rune.IsLetterOrDigit) ? PlainText.Cut(key, MaxKey) : null;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<WantedWord>
    {
        public void Configure(EntityTypeBuilder<WantedWord> word)
        {
            word.Property(w => w.Id).ValueGeneratedNever();
            word.Property(w => w.Key).HasMaxLength(MaxKey);
            word.Property(w => w.Text).HasMaxLength(MaxLength);
            word.HasIndex(w => w.Key).IsUnique();
            word.HasIndex(w => new { w.People, w.Id });
        }
    }
}

/// <summary>Somebody asked for goods by these words. The key makes it once for each person.</summary>
internal sealed record WordAsker(long WordId, [property: Personal] long AccountId, DateTimeOffset At)
{
    internal sealed class Mapping : IEntityTypeConfiguration<WordAsker>
    {
        public void Configure(EntityTypeBuilder<WordAsker> asker)
        {
            asker.HasKey(a => new { a.WordId, a.AccountId });
            asker.HasIndex(a => new { a.AccountId, a.WordId });
        }
    }
}
