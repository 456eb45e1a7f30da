namespace Sward.Accounts;

/// <summary>Neither side sees anything of the other; the blocked side is not told.</summary>
internal sealed record Block([property: Personal] long BlockerId, [property: Personal] long BlockedId, DateTimeOffset At)
{
    internal sealed class Mapping : IEntityTypeConfiguration<Block>
    {
        public void Configure(EntityTypeBuilder<Block> builder)
        {
            builder.HasKey(b => new { b.BlockerId, b.BlockedId });
            builder.HasIndex(b => new { b.BlockedId, b.BlockerId });
        }
    }
}

/// <summary>One side does not want to be shown the other, who stays free to see and write.</summary>
internal sealed record Mute([property: Personal] long MuterId, [property: Personal] long MutedId, DateTimeOffset At)
{
    internal sealed class Mapping : IEntityTypeConfiguration<Mute>
    {
        public void Configure(EntityTypeBuilder<Mute> builder) => builder.HasKey(m => new { m.MuterId, m.MutedId });
    }
}

/// <summary>A mute began or ended: other nodes drop what they remember of the circle.</summary>
internal sealed record AccountMuted(long MuterId, long MutedId) : IEvent
{
    public static string Name => "accounts.account-muted.v1";
}
