namespace Sward.Notes;

/// <summary>A topic; it comes into being with the first note that names it.</summary>
internal sealed class Topic
{
    public long Id { get; init; }

    /// <summary>Compared by this: NFKC, lower case.</summary>
    public required string Key { get; init; }

    /// <summary>As the first author wrote it.</summary>
    public required string Name { get; init; }

    public int NoteCount { get; set; }

    public int FollowerCount { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Topic>
    {
        public void Configure(EntityTypeBuilder<Topic> topic)
        {
            topic.Property(t => t.Id).ValueGeneratedNever();
            // NFKC may spell one character with up to eighteen.
            topic.Property(t => t.Key).HasMaxLength(TopicName.MaxLength * 18);
            topic.Property(t => t.Name).HasMaxLength(TopicName.MaxLength);
            topic.HasIndex(t => t.Key).IsUnique();
        }
    }
}

/// <summary>A note of a topic.</summary>
internal sealed record NoteTopic(long TopicId, long NoteId)
{
    internal sealed class Mapping : IEntityTypeConfiguration<NoteTopic>
    {
        public void Configure(EntityTypeBuilder<NoteTopic> noteTopic)
        {
            noteTopic.HasKey(t => new { t.TopicId, t.NoteId });
            noteTopic.HasIndex(t => t.NoteId);
        }
    }
}

/// <summary>An account follows a topic.</summary>
internal sealed record TopicFollow([property: Personal] long AccountId, long TopicId, DateTimeOffset At)
{
    internal sealed class Mapping : IEntityTypeConfiguration<TopicFollow>
    {
        public void Configure(EntityTypeBuilder<TopicFollow> follow) => follow.HasKey(f => new { f.AccountId, f.TopicId });
    }
}
