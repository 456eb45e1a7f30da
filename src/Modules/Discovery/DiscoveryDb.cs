using Sward.Discovery.Authors;
using Sward.Discovery.Experiments;
using Sward.Discovery.Experiments.Drafting;
using Sward.Discovery.Filters;
using Sward.Discovery.Goods.Acting;
using Sward.Discovery.Hiding;
using Sward.Discovery.HotList;
using Sward.Discovery.Inspecting;
using Sward.Discovery.Learning.Acting;
using Sward.Discovery.Learning.Models;
using Sward.Discovery.Pools;
using Sward.Discovery.Portrait;
using Sward.Discovery.Reach;
using Sward.Discovery.Signals;
using Sward.Discovery.Signals.RollUp;
using Sward.Discovery.Suggesting;

namespace Sward.Discovery;

/// <summary>What feeds are made of, and what people do not want in them.</summary>
internal abstract class DiscoveryDb(DbContextOptions options, ModuleDbServices kernel) : ModuleDb(options, kernel)
{
    public DbSet<FeedNote> Notes => Set<FeedNote>();

    public DbSet<Author> Authors => Set<Author>();

    public DbSet<Hide> Hides => Set<Hide>();

    public DbSet<NoteAction> Actions => Set<NoteAction>();

    public DbSet<ProductAction> ProductActions => Set<ProductAction>();

    public DbSet<TrainedModel> Models => Set<TrainedModel>();

    public DbSet<SignalCursor> SignalCursors => Set<SignalCursor>();

    public DbSet<NoteCount> NoteCounts => Set<NoteCount>();

    public DbSet<PersonDay> PersonDays => Set<PersonDay>();

    public DbSet<Experiment> Experiments => Set<Experiment>();

    public DbSet<Exposure> Exposures => Set<Exposure>();

    public DbSet<DraftedPick> DraftedPicks => Set<DraftedPick>();

    public DbSet<ExperimentChange> ExperimentChanges => Set<ExperimentChange>();

    public DbSet<InterestWish> InterestWishes => Set<InterestWish>();

    public DbSet<PersonalisationSetting> PersonalisationSettings => Set<PersonalisationSetting>();

    public DbSet<HotEntry> HotEntries => Set<HotEntry>();

    public DbSet<PoolStay> PoolStays => Set<PoolStay>();

    public DbSet<PoolCrowd> PoolCrowds => Set<PoolCrowd>();

    public DbSet<PrintSalt> PrintSalts => Set<PrintSalt>();

    public DbSet<SuggestedCount> SuggestedCounts => Set<SuggestedCount>();

    public DbSet<SeenCards> SeenCards => Set<SeenCards>();

    public DbSet<WonFollow> WonFollows => Set<WonFollow>();

    public DbSet<ShownCount> ShownCounts => Set<ShownCount>();

    public DbSet<LookUp> LookUps => Set<LookUp>();

    public DbSet<ReachDay> ReachDays => Set<ReachDay>();

    protected override string Module => "discovery";
}

internal sealed class DiscoveryDbSqlite(DbContextOptions<DiscoveryDbSqlite> options, ModuleDbServices kernel) : DiscoveryDb(options, kernel);

internal sealed class DiscoveryDbPostgres(DbContextOptions<DiscoveryDbPostgres> options, ModuleDbServices kernel) : DiscoveryDb(options, kernel);
