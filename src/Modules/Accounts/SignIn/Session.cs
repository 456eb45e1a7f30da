namespace Sward.Accounts;

/// <summary>A signed-in browser or client. The token is 256 random bits; only its hash is stored.</summary>
internal sealed class Session
{
    public long Id { get; init; }

    [Personal]
    public long AccountId { get; init; }

    public required string TokenHash { get; init; }

    /// <summary>What the client says it is, shortened.</summary>
    [Personal]
    public required string Agent { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Session>
    {
        public void Configure(EntityTypeBuilder<Session> builder)
        {
            builder.Property(s => s.Id).ValueGeneratedNever();
            builder.Property(s => s.TokenHash).HasMaxLength(64);
            builder.Property(s => s.Agent).HasMaxLength(120);
            builder.HasIndex(s => s.TokenHash).IsUnique();
            builder.HasIndex(s => new { s.AccountId, s.Id });
            builder.HasIndex(s => s.ExpiresAt);
        }
    }
}

/// <summary>A session was ended: every node forgets it.</summary>
internal sealed record SessionEnded(string TokenHash) : IEvent
{
    public static string Name => "accounts.session-ended.v1";
}
