namespace Sward.Discovery.Portrait;

/// <summary>Whether feeds may follow from what a person does, and since when. No row: they may, from the first day on, and there is nothing else that they said or were shown.</summary>
internal sealed class PersonalisationSetting
{
    [Personal]
    public required long AccountId { get; init; }

    public bool IsOff { get; init; }

    /// <summary>What they did before says nothing: the day of their last reset.</summary>
    public DateTimeOffset Since { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>They have chosen interests, or said that they would rather not.</summary>
    public bool WasAsked { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<PersonalisationSetting>
    {
        public void Configure(EntityTypeBuilder<PersonalisationSetting> setting)
        {
            setting.HasKey(s => s.AccountId);
            setting.Property(s => s.AccountId).ValueGeneratedNever();
        }
    }
}
