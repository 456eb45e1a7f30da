namespace Sward.Accounts;

/// <summary>Somebody who has signed up.</summary>
internal sealed class Account
{
    public long Id { get; init; }

    /// <summary>Public name in addresses: /u/{handle}. Small letters, digits, dot and underscore, at least one letter.</summary>
    public required string Handle { get; set; }

    public required string Nickname { get; set; }

    public string Kind { get; set; } = "personal";

    public string? Email { get; set; }

    public string? Phone { get; set; }

    /// <summary>When the address was confirmed, or counted as confirmed because no real sender of codes is configured.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    public string? PasswordHash { get; set; }

    public int FailedSignIns { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    public bool IsOperator { get; set; }

    public string? Bio { get; set; }

    /// <summary>Province or country as the person writes it.</summary>
    public string? Region { get; set; }

    public DateOnly? Birthday { get; set; }

    public List<string> Interests { get; set; } = [];

    public long? AvatarId { get; set; }

    public long? CoverId { get; set; }

    public string Language { get; set; } = "zh-CN";

    public TabVisibility NotesVisibility { get; set; }

    public TabVisibility CollectedVisibility { get; set; }

    public TabVisibility LikedVisibility { get; set; }

    public int FollowingCount { get; set; }

    public int FollowerCount { get; set; }

    /// <summary>Likes and collects that the person's notes have received.</summary>
    public int ReceivedCount { get; set; }

    public DateTimeOffset OpenedAt { get; init; }

    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> builder)
        {
            builder.Property(a => a.Id).ValueGeneratedNever();
            builder.Property(a => a.Handle).HasMaxLength(24);
            builder.Property(a => a.Nickname).HasMaxLength(24);
            builder.Property(a => a.Kind).HasMaxLength(20);
            builder.Property(a => a.Email).HasMaxLength(254);
            builder.Property(a => a.Phone).HasMaxLength(20);
            builder.Property(a => a.Bio).HasMaxLength(200);
            builder.Property(a => a.Region).HasMaxLength(40);
            builder.Property(a => a.Language).HasMaxLength(10);
            builder.Property(a => a.Version).IsConcurrencyToken();
            builder.HasIndex(a => a.Handle).IsUnique();
            builder.HasIndex(a => a.Email).IsUnique();
            builder.HasIndex(a => a.Phone).IsUnique();
        }
    }
}

/// <summary>Who may see a tab of a profile.</summary>
internal enum TabVisibility
{
    Everybody,
    Followers,
    OnlyMe,
}
