namespace Sward.Search;

/// <summary>Something that can be found, as search keeps it: the truth behind the index of every node, which can be rebuilt from these rows.</summary>
internal abstract class Document
{
    public long Id { get; init; }

    /// <summary>Place of the last change in the order of all changes, given by <see cref="DocumentClock"/>; nodes read what is above what they know.</summary>
    public long Version { get; set; }

    /// <summary>Grows with each new text, so that a new like does not make nodes read the text again.</summary>
    public int TextVersion { get; protected set; }

    /// <summary>False for what nobody may find any more; the row stays so that every node hears of it.</summary>
    public abstract bool IsFindable { get; }
}

/// <summary>A document of one kind.</summary>
/// <typeparam name="TMarks">What visibility and order need of it.</typeparam>
internal abstract class Document<TMarks> : Document where TMarks : unmanaged
{
    public abstract TMarks ToMarks();

    public abstract IEnumerable<FieldText> ToFields();

    /// <summary>What all kinds of documents have in common as tables.</summary>
    internal static void Configure<TDocument>(EntityTypeBuilder<TDocument> builder) where TDocument : Document
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => d.Version);
    }
}
