using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sward.Contracts.Pages;
using Sward.Contracts.Search;
using Sward.Contracts.Town;
using Sward.Ui;

namespace Sward.Search;

/// <summary>Search: finds notes, goods and people by words, and helps to find the words.</summary>
public sealed class SearchModule : IModule
{
    public void AddServices(IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddModuleDb<SearchDb, SearchDbSqlite, SearchDbPostgres>("search");
        services.AddModuleOptions<SearchOptions>("Search");
        services.AddValidation();
        AddIndexes(services);
        AddQueries(services);
        AddSuggestions(services);
        AddRules(services);
        services.AddScoped<ITownPart, SearchTown>();
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        var search = routes.MapApi("/search", "Search");
        FollowCard.Map(routes);
        SearchNotes.Map(search);
        SearchProducts.Map(search);
        SearchProducts.MapFacets(search);
        SearchAccounts.Map(search);
        SearchStores.Map(search);
        Suggest.Map(search);
        ReadHot.Map(search);
        ReadRelated.Map(search);
        History.Map(search);
    }

    private static void AddIndexes(IServiceCollection services)
    {
        AddIndex<NoteDocument, NoteMarks>(services, Tuning.Notes);
        AddIndex<ProductDocument, ProductMarks>(services, Tuning.Products);
        AddIndex<PersonDocument, PersonMarks>(services, Tuning.People);
        services.AddSingleton<Lexicon>();
        services.AddSingleton<IReplica, LearnWords>();
        services.AddSingleton<FollowDocuments>();
        services.AddHostedService(sp => sp.GetRequiredService<FollowDocuments>());
        services.AddKeyedScoped<IPageSlot, IndexSlot<NoteDocument, NoteMarks>>("operator.note");
        services.AddKeyedScoped<IPageSlot, IndexSlot<ProductDocument, ProductMarks>>("operator.product");
        KeepNotes.Subscribe(services);
        KeepProducts.Subscribe(services);
        KeepPeople.Subscribe(services);
    }

    private static void AddIndex<TDocument, TMarks>(IServiceCollection services, Tuning tuning) where TDocument : Document<TMarks> where TMarks : unmanaged
    {
        services.AddSingleton<ISearchIndex<TMarks>>(sp =>
        {
            var folder = sp.GetRequiredService<DataFolder>().Of("search", typeof(TMarks).Name);
            return new SearchIndex<TMarks>(tuning, new SegmentFolder<TMarks>(folder, tuning, sp.GetRequiredService<ILogger<SegmentFolder<TMarks>>>()), sp.GetRequiredService<IOptions<SearchOptions>>().Value.HeadPostings);
        });
        services.AddSingleton<IReplica, Replica<TDocument, TMarks>>();
    }

    private static void AddQueries(IServiceCollection services)
    {
        services.AddScoped<FindNotes>();
        services.AddScoped<FoundNotes>();
        services.AddScoped<FindProducts>();
        services.AddScoped<CountFacets>();
        services.AddScoped<FindPeople>();
        services.AddScoped<FindStores>();
        services.AddScoped<OutsideSites>();
        services.AddScoped<CountDirect>();
        CountDirect.Subscribe(services);
        services.AddKeyedScoped<IPageSlot, DirectSlot>("desk.store");
        services.AddScoped<CountHits>();
        services.AddSingleton<Holders>();
        services.AddSingleton<SoundedOut>();
        services.AddSingleton<Spellings>();
        services.AddScoped<Correct>();
        services.AddScoped<Understand>();
        services.AddScoped<FewerWords>();
    }

    private static void AddRules(IServiceCollection services)
    {
        services.AddSingleton<RuleBook>();
        services.AddSingleton<IBlockedTerms>(sp => sp.GetRequiredService<RuleBook>());
        services.AddNodeJob<ReadRules>();
        services.AddOperatorPage("search.desk.explain", "/operator/search");
        services.AddOperatorPage("search.desk.rules", "/operator/search/rules");
        services.AddScoped<ChangeRules>();
        services.AddScoped<ExplainSearch>();
    }

    private static void AddSuggestions(IServiceCollection services)
    {
        services.AddScoped<RememberQuery>();
        services.AddScoped<EraseHistory>();
        services.AddClockJob<ForgetOldQueries>("search.forget-old-queries", TimeSpan.FromHours(12));
        services.AddScoped<Guesses>();
        services.AddScoped<RelatedQueries>();
        services.AddScoped<ReadHome>();
        services.AddSingleton<SuggestionBook>();
        services.AddNodeJob<WriteBook>();
    }
}
