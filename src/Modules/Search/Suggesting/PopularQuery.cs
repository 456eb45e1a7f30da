using Sward.Contracts.Accounts;

namespace Sward.Search;

/// <summary>A query with how many different people search for it. A person counts once a day and newcomers count less, so nobody makes a query popular alone.</summary>
internal sealed class PopularQuery
{
    private static readonly TimeSpan HeatHalfLife = TimeSpan.FromDays(1);
    private static readonly TimeSpan UsualHalfLife = TimeSpan.FromDays(30);
    private static readonly TimeSpan News = TimeSpan.FromDays(7);

    /// <summary>The query's normal form.</summary>
    public required string Key { get; init; }

    /// <summary>As it was written last.</summary>
    public required string Text { get; set; }

    /// <summary>When somebody searched for it first.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Different people who ever searched for it.</summary>
    public int People { get; private set; }

    /// <summary>People of late who were no newcomers: yesterday's count half.</summary>
    public double Heat { get; private set; }

    /// <summary>Newcomers of late.</summary>
    public double YoungHeat { get; private set; }

    /// <summary>People in the long run: those of a month ago count half.</summary>
    public double Usual { get; private set; }

    /// <summary>When it was asked last, and what the heats and <see cref="Usual"/> refer to.</summary>
    public DateTimeOffset At { get; private set; }

    public void Asked(DateTimeOffset now, long accountId, bool byNewPerson)
    {
        var byNewcomer = accountId >= Newcomers.FirstAt(now);
        Heat = Decayed(Heat, now - At, HeatHalfLife) + (byNewcomer ? 0 : 1);
        YoungHeat = Decayed(YoungHeat, now - At, HeatHalfLife) + (byNewcomer ? 1 : 0);
        Usual = UsualAt(now) + 1;
        People += byNewPerson ? 1 : 0;
        At = now;
    }

    /// <summary>How many people it counts when so many of them are newcomers now.</summary>
    public double PeopleWith(int newcomers) => Newcomers.Counted(Math.Max(0, People - newcomers), newcomers);

    public double UsualAt(DateTimeOffset now) => Decayed(Usual, now - At, UsualHalfLife);

    /// <summary>How far the query burns above its own average: what is always searched for is not news.</summary>
    public double BurstAt(DateTimeOffset now)
    {
        var (heat, expected) = (HeatAt(now), UsualAt(now) * (HeatHalfLife / UsualHalfLife));
        return heat * heat / (1 + expected);
    }

    /// <summary>Nobody searched for it before this week.</summary>
    public bool IsNewAt(DateTimeOffset now) => now - Since < News;

    private double HeatAt(DateTimeOffset now) => Newcomers.Counted(Decayed(Heat, now - At, HeatHalfLife), Decayed(YoungHeat, now - At, HeatHalfLife));

    private static double Decayed(double value, TimeSpan age, TimeSpan halfLife) => value * Math.Pow(2, -Math.Max(0, age / halfLife));

    internal sealed class Mapping : IEntityTypeConfiguration<PopularQuery>
    {
        public void Configure(EntityTypeBuilder<PopularQuery> builder)
        {
            builder.HasKey(q => q.Key);
            builder.HasIndex(q => q.At);
        }
    }
}

/// <summary>Somebody searched for a query; <paramref name="Day"/> is the last day that counted.</summary>
internal sealed record QueryAsker(string Key, [property: Personal] long AccountId, DateOnly Day)
{
    internal sealed class Mapping : IEntityTypeConfiguration<QueryAsker>
    {
        public void Configure(EntityTypeBuilder<QueryAsker> builder)
        {
            builder.HasKey(a => new { a.Key, a.AccountId });
            builder.HasIndex(a => a.AccountId);
        }
    }
}
