using Microsoft.Extensions.Configuration;
using Sward.Contracts.Discovery;
using Sward.Contracts.Pages;
using Sward.Contracts.Safety;
using Sward.Contracts.Town;
using Sward.Discovery.Authors;
using Sward.Discovery.Experiments;
using Sward.Discovery.Experiments.Desk;
using Sward.Discovery.Experiments.Reporting;
using Sward.Discovery.Filters;
using Sward.Discovery.Goods;
using Sward.Discovery.Goods.Acting;
using Sward.Discovery.Goods.Learning;
using Sward.Discovery.Goods.Slots;
using Sward.Discovery.Hiding;
using Sward.Discovery.HotList;
using Sward.Discovery.Inspecting;
using Sward.Discovery.Keeping;
using Sward.Discovery.Learning.Acting;
using Sward.Discovery.Learning.Heads;
using Sward.Discovery.Learning.Models;
using Sward.Discovery.People;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Pools;
using Sward.Discovery.Portrait;
using Sward.Discovery.Reach;
using Sward.Discovery.Serving;
using Sward.Discovery.Shelves;
using Sward.Discovery.Signals;
using Sward.Discovery.Signals.RollUp;
using Sward.Discovery.Suggesting;
using Sward.Ui;

namespace Sward.Discovery;

/// <summary>Discovery: what people are shown, why, and what they do with it.</summary>
public sealed class DiscoveryModule : IModule
{
    /// <summary>A line for each trained model; of each kind the one that serves comes first.</summary>
    public static async Task<IReadOnlyList<string>> ListModelsAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ChooseModel>().ListAsync(ct);
    }

    /// <summary>Puts a trained model to use; false when there is none of this version.</summary>
    public static async Task<bool> UseModelAsync(IServiceProvider services, long version, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ChooseModel>().UseAsync(version, ct);
    }

    public void AddServices(IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddModuleDb<DiscoveryDb, DiscoveryDbSqlite, DiscoveryDbPostgres>("discovery");
        services.AddModuleOptions<DiscoveryOptions>("Discovery");
        services.AddValidation();
        AddFeeds(services);
        AddPortraits(services);
        AddSuggestions(services);
        AddHotList(services);
        AddPools(services);
        AddLearning(services);
        AddSignals(services, builder.Configuration.GetConnectionString("Postgres"));
        AddExperiments(services);
        services.AddScoped<ITownPart, DiscoveryTown>();
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        var feed = routes.MapApi("/feed", "Feed");
        ReadDiscover.Map(feed);
        ReadFollowing.Map(feed);
        ReadRelated.Map(feed);
        ReadNearby.Map(feed);
        ListChannels.Map(feed);
        HideFromFeeds.Map(feed);
        ReadHidden.Map(feed);
        ReadPortrait.Map(feed);
        ChangePortrait.Map(feed);
        ReadHot.Map(feed);
        ReadPeople.Map(feed);
        ReadGoods.Map(feed);
        RecordSignals.Map(routes.MapApi("/events", "Feed"));
    }

    private static void AddFeeds(IServiceCollection services)
    {
        services.AddSingleton<AuthorSizes>();
        services.AddSingleton<NoteShelves>();
        services.AddSingleton<Surfaces>();
        services.AddSingleton<StageRunner>();
        services.AddScoped<Hydration>();
        services.AddScoped<Feed>();
        services.AddScoped<FeedCards>();
        services.AddScoped<ReasonTexts>();
        services.AddScoped<ReadFeed>();
        services.AddScoped<ReadRelated>();
        services.AddKeyedScoped<IPageSlot, RelatedSlot>("note.related");
        services.AddScoped<HideFromFeeds>();
        services.AddScoped<ReadHidden>();
        services.AddSingleton<IHiddenNotes, HiddenNotes>();
        services.AddSingleton<IHiddenGoods, HiddenGoodsOfPeople>();
        KeepNotes.Subscribe(services);
        KeepAuthors.Subscribe(services);
        services.Subscribe<ContentReported, HideReported, DiscoveryDb>("discovery.hide-reported");
        services.AddFollower<HidesOfPeople>();
        services.AddFollower<ShelfKeeper>();
        services.AddHostedService(sp => sp.GetRequiredService<ShelfKeeper>());
    }

    private static void AddPortraits(IServiceCollection services)
    {
        services.AddFollower<PersonalisationOfPeople>();
        services.AddFollower<TastesOfPeople>();
        services.AddSingleton<IPersonalisation>(sp => sp.GetRequiredService<PersonalisationOfPeople>());
        services.AddSingleton<NamelessSignals>();
        services.AddSingleton<DrawPortrait>();
        services.AddScoped<ReadPortrait>();
        services.AddScoped<OfferInterests>();
        services.AddScoped<InviteTheNew>();
        services.AddScoped<ChangePortrait>();
        FollowTopics.Subscribe(services);
    }

    private static void AddSuggestions(IServiceCollection services)
    {
        services.AddScoped<Suggest>();
        services.AddScoped<CountSuggested>();
        services.AddSingleton<PeopleList>();
        services.AddScoped<ReadPeople>();
        KeepProductActions.Subscribe(services);
        services.AddScoped<FoldVisits>();
        services.AddSingleton<DrawGoodsTaste>();
        services.AddSingleton<GoodsLists>();
        services.AddScoped<ReadGoods>();
        services.AddScoped<IGoodsReasons, GoodsReasons>();
        services.AddClockJob<TrainGoods>("discovery.train-goods", TimeSpan.FromMinutes(30));
        services.AddKeyedScoped<IPageSlot, MallSlot>("mall.front");
        services.AddKeyedScoped<IPageSlot, ProductSlot>("product.goods");
        services.AddKeyedScoped<IPageSlot, NoteSlot>("note.goods");
    }

    private static void AddHotList(IServiceCollection services)
    {
        services.AddNodeJob<HotNow>();
        services.AddSingleton<IHotNotes>(sp => sp.GetRequiredService<HotNow>());
        services.AddScoped<ReadHot>();
        services.AddClockJob<FindHot>("discovery.find-hot", TimeSpan.FromMinutes(10));
    }

    private static void AddPools(IServiceCollection services)
    {
        KeepPools.Subscribe(services);
        services.AddNodeJob<PoolsNow>();
        services.AddScoped<ReadDeeds>();
        services.AddScoped<ReadClimb>();
        services.AddScoped<CountShown>();
        services.AddScoped<CountCrowds>();
        services.AddScoped<KeepSeenCards>();
        services.AddSingleton<RecentlySeen>();
        services.AddScoped<InspectNote>();
        services.AddScoped<Looks>();
        services.AddClockJob<ClimbPools>("discovery.climb-pools", TimeSpan.FromMinutes(1));
        services.AddOperatorPage("discovery.reach", "/operator/reach");
        services.AddOperatorPage("discovery.inspect", "/operator/notes");
    }

    private static void AddLearning(IServiceCollection services)
    {
        KeepActions.Subscribe(services);
        services.AddScoped<ISeenNotes, SeenNotes>();
        services.AddNodeJob<Models>();
        services.AddScoped<ChooseModel>();
        services.AddScoped<PublishModel>();
        services.AddSingleton<LearningHeads>();
        services.AddSingleton<HeadUtility>();
        services.AddClockJob<TeachHeads>("discovery.teach-heads", TimeSpan.FromMinutes(1));
        services.AddClockJob<TrainModel>("discovery.train-model", TimeSpan.FromMinutes(30));
    }

    private static void AddSignals(IServiceCollection services, string? postgres)
    {
        services.AddSingleton<SignalBuffer>();
        services.AddSingleton<Prints>();
        services.AddSingleton<RememberServed>();
        services.AddSingleton<SignalWriter>();
        services.AddHostedService(sp => sp.GetRequiredService<SignalWriter>());
        services.AddScoped<SignalWalk>();
        services.AddScoped<Tallies>();
        services.AddScoped<Servings>();
        services.AddClockJob<RollUpSignals>("discovery.roll-up-signals", TimeSpan.FromSeconds(30));
        services.AddClockJob<ForgetOldSignals>("discovery.forget-old-signals", TimeSpan.FromHours(1));
        services.AddClockJob<ForgetOldCounts>("discovery.forget-old-counts", TimeSpan.FromHours(24));
        if (postgres is { Length: > 0 })
        {
            services.AddSingleton<ISignalStore>(_ => new PostgresSignals(postgres));
        }
        else
        {
            services.AddSingleton<ISignalStore, SqliteSignals>();
        }
    }

    private static void AddExperiments(IServiceCollection services)
    {
        services.AddScoped<ChangeExperiments>();
        services.AddScoped<ReportExperiment>();
        services.AddNodeJob<RunningExperiments>();
        services.AddOperatorPage("discovery.experiments", "/operator/experiments");
    }
}
