namespace Sward.Accounts;

/// <summary>Somebody who has signed up.</summary>
internal sealed class Account
{
    [Personal]
    public long Id { get; init; }

    /// <summary>Public name in addresses: /u/{handle}. Small letters, digits, dot and underscore, at least one letter.</summary>
    [Personal]
    public required string Handle { get; set; }

    [Personal]
    public required string Nickname { get; set; }

    public string Kind { get; set; } = "personal";

    [Personal]
    public string? Email { get; set; }

    [Personal]
    public string? Phone { get; set; }

    /// <summary>When the address was confirmed, or counted as confirmed because no real sender of codes is configured.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    [Personal]
    public string? PasswordHash { get; set; }

    public int FailedSignIns { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    public bool IsOperator { get; set; }

    [Personal]
    public string? Bio { get; set; }

    /// <summary>Province or country as the person writes it.</summary>
    [Personal]
    public string? Region { get; set; }

    [Personal]
    public DateOnly? Birthday { get; set; }

    [Personal]
    public List<string> Interests { get; set; } = [];

    [Personal]
    public long? AvatarId { get; set; }

    [Personal]
    public long? CoverId { get; set; }

    [Personal]
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
            builder.HasIndex(a => a.Id).HasFilter("is_operator");
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
