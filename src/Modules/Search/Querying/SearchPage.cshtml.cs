using System.Globalization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Ui;

namespace Sward.Search;

/// <summary>Search: the home with history, hot list and guesses while nothing is asked, else the results in three tabs.</summary>
internal sealed class SearchPage(
    Understand understand, FindNotes findNotes, FindProducts findProducts, FindPeople findPeople, FindStores findStores, CountHits countHits, CountFacets countFacets, FewerWords fewerWords, RelatedQueries relatedQueries, RememberQuery remember, ReadHome readHome, EraseHistory eraseHistory,
    ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    [FromQuery(Name = "q")]
    public string? Q { get; set; }

    /// <summary>notes, mall or people.</summary>
    [FromQuery(Name = "tab")]
    public string? Tab { get; set; }

    [FromQuery(Name = "sort")]
    public string? Sort { get; set; }

    [FromQuery(Name = "kind")]
    public string? Kind { get; set; }

    [FromQuery(Name = "within")]
    public string? Within { get; set; }

    /// <summary>True for notes of followed authors only.</summary>
    [FromQuery(Name = "followed")]
    public bool Followed { get; set; }

    /// <summary>True for notes that were opened before, false for the others.</summary>
    [FromQuery(Name = "seen")]
    public bool? Seen { get; set; }

    /// <summary>Where the reader is, in degrees: only notes of places around it.</summary>
    [FromQuery(Name = "lat")]
    public double? Lat { get; set; }

    [FromQuery(Name = "lng")]
    public double? Lng { get; set; }

    [FromQuery(Name = "km")]
    public int? Km { get; set; }

    /// <summary>Brand of goods, or store where there is no brand.</summary>
    [FromQuery(Name = "maker")]
    public string? Maker { get; set; }

    [FromQuery(Name = "origin")]
    public string? Origin { get; set; }

    /// <summary>Code of a country that goods ship from.</summary>
    [FromQuery(Name = "shipsFrom")]
    public string? ShipsFrom { get; set; }

    /// <summary>Least price, as typed.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; set; }

    /// <summary>Highest price, as typed.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; set; }

    /// <summary>True to search for what is written, however little that finds.</summary>
    [FromQuery(Name = "exact")]
    public bool Exact { get; set; }

    /// <summary>The spelling that was searched for instead.</summary>
    public string? Instead { get; private set; }

    /// <summary>True when operators do not let this be searched for.</summary>
    public bool IsBlocked { get; private set; }

    public SearchHome? Home { get; private set; }

    /// <summary>Stores that the query names, above the first page of each tab.</summary>
    public IReadOnlyList<FoundStore> Stores { get; private set; } = [];

    public Tabs? Tabs { get; private set; }

    public Chips? Order { get; private set; }

    public IReadOnlyList<Chips> Filters { get; private set; } = [];

    /// <summary>Whether the filters ask where the reader is, too.</summary>
    public bool AsksForPlace { get; private set; }

    /// <summary>Whether the filters ask for a price too.</summary>
    public bool AsksForPrice { get; private set; }

    /// <summary>The query with a word less each.</summary>
    public Chips? Fewer { get; private set; }

    /// <summary>Related searches.</summary>
    public Chips? Related { get; private set; }

    public Waterfall? Waterfall { get; private set; }

    public FoundPage<FoundPerson>? People { get; private set; }

    public bool IsRelaxed { get; private set; }

    public bool IsEmpty { get; private set; }

    public SearchAddress Here => new(Q ?? "", Tab, Sort, Kind, Within, Followed, Seen, Lat, Lng, Km, Maker, Origin, ShipsFrom, From, To, Exact);

    public bool IsSignedIn => account.IsSignedIn;

    private SearchFilters Choices => new(Here, texts);

    public bool IsFiltered => Here != new SearchAddress(Q ?? "", Tab, Sort, Exact: Exact);

    public async Task<IActionResult> OnGetAsync(PageQuery page, CancellationToken ct)
    {
        var written = PlainText.Cut(Q ?? "", Query.MaxLength);
        var understood = await understand.RunAsync(written, Exact, account.IdOrNull, ct);
        (var query, Instead, IsBlocked) = understood;
        if (query.IsEmpty)
        {
            Home = await readHome.RunAsync(account.IdOrNull, ct);
            return Page();
        }

        var counts = await countHits.RunAsync(query, account.IdOrNull, ct);
        var isKnownCursor = Tab switch
        {
            "mall" => await LoadProductsAsync(query, page, ct),
            "people" => await LoadPeopleAsync(query, page, ct),
            _ => await LoadNotesAsync(query, page, ct),
        };
        if (!isKnownCursor)
        {
            return BadRequest();
        }

        await remember.AskedAsync(query, account.IdOrNull, page, counts.Notes + counts.Mall + counts.People, ct);
        Tabs = TabsWith(counts);
        Stores = page.Cursor is null ? await findStores.RunAsync(understood.Readings(written), account.IdOrNull, ct) : [];
        await LoadOtherWordsAsync(query, page, ct);
        Home = IsEmpty ? await readHome.RunAsync(account.IdOrNull, ct) : null;
        return Page();
    }

    /// <summary>Erases one past query, or all.</summary>
    public async Task<IActionResult> OnPostEraseAsync(long? entryId, CancellationToken ct)
    {
        if (account.IdOrNull is not { } accountId)
        {
            return Redirect("/sign-in?return=/search");
        }

        await eraseHistory.RunAsync(accountId, entryId, ct);
        return Redirect("/search");
    }

    private async Task<bool> LoadNotesAsync(Query query, PageQuery page, CancellationToken ct)
    {
        var search = new NoteSearch(query, SearchFilters.Parse<NoteSort>(Sort) ?? NoteSort.General, Kind, SearchFilters.Parse<Within>(Within), Followed && IsSignedIn, IsSignedIn ? Seen : null, Here.Around);
        var found = await findNotes.RunAsync(search, account.IdOrNull, page, ct);
        Show(found, n => new NoteTile(n.Note, n.Author, n.Cover, n.Mine.Liked, n.Reason.Text, TitleHits: n.Highlights.Title));
        Order = Choices.OrderOf<NoteSort>();
        Filters = Choices.OfNotes(IsSignedIn);
        AsksForPlace = Here.Around is null;
        return found is not null;
    }

    private async Task<bool> LoadProductsAsync(Query query, PageQuery page, CancellationToken ct)
    {
        var filter = new ProductFilter { Maker = Maker, Origin = Origin, ShipsFrom = ShipsFrom, PriceFrom = MinorOf(From), PriceTo = MinorOf(To) };
        var search = new ProductSearch(query, SearchFilters.Parse<FoundProductSort>(Sort) ?? FoundProductSort.General, filter);
        var found = await findProducts.RunAsync(search, account.IdOrNull, page, ct);
        Show(found, p => new ProductTile(p.Product, p.Picture, p.NameHits) { Why = p.Reason?.Text });
        Order = Choices.OrderOf<FoundProductSort>();
        Filters = Choices.OfProducts(await countFacets.RunAsync(search, account.IdOrNull, ct));
        AsksForPrice = true;
        return found is not null;
    }

    /// <summary>Fewer words when hardly anything holds all; related searches below the first page.</summary>
    private async Task LoadOtherWordsAsync(Query query, PageQuery page, CancellationToken ct)
    {
        if (page.Cursor is not null)
        {
            return;
        }

        var fewer = IsRelaxed || IsEmpty ? await fewerWords.OfAsync(query, account.IdOrNull, ct) : [];
        Fewer = new(texts["search.fewer"], [.. fewer.Select(f => new Tab(f.Text, new SearchAddress(f.Text, Tab).ToString(), Current: false, f.Count))]);
        var related = await relatedQueries.OfAsync(query, ct);
        Related = new(texts["search.related"], [.. related.Select(text => new Tab(text, new SearchAddress(text, Tab).ToString(), Current: false))]);
    }

    private async Task<bool> LoadPeopleAsync(Query query, PageQuery page, CancellationToken ct)
    {
        People = await findPeople.RunAsync(query, account.IdOrNull, page, ct);
        IsEmpty = People is { Items.Count: 0 };
        return People is not null;
    }

    private void Show<T>(FoundPage<T>? found, Func<T, ITile> draw)
    {
        Waterfall = new([.. found?.Items.Select(draw) ?? []], found?.Next is { } next ? (Here with { Cursor = next }).ToString() : null);
        IsRelaxed = found is { IsRelaxed: true };
        IsEmpty = found is { Items.Count: 0 };
    }

    private Tabs TabsWith(TabCounts counts)
    {
        var address = new SearchAddress(Q ?? "", Exact: Exact);
        return new(texts["search.tabs"],
        [
            new(texts["search.tab.notes"], address.ToString(), Waterfall is not null && Tab is not "mall", counts.Notes),
            new(texts["search.tab.mall"], (address with { Tab = "mall" }).ToString(), Tab is "mall", counts.Mall),
            new(texts["search.tab.people"], (address with { Tab = "people" }).ToString(), People is not null, counts.People),
        ]);
    }

    /// <summary>A typed price in minor units; what is no price asks nothing.</summary>
    private static long? MinorOf(string? typed) =>
        decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) && price < 1_000_000_000 ? (long)(price * 100) : null;
}
