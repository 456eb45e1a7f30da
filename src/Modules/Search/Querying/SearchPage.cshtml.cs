using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Ui;

namespace Sward.Search;

/// <summary>Search: the home with history, hot list and guesses while nothing is asked, else the results in three tabs.</summary>
internal sealed class SearchPage(
    Understand understand, FindNotes findNotes, FindProducts findProducts, FindPeople findPeople, CountHits countHits, RememberQuery remember, ReadHome readHome, EraseHistory eraseHistory,
    ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    private static readonly string[] Kinds = ["picture", "text"];

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

    /// <summary>True to search for what is written, however little that finds.</summary>
    [FromQuery(Name = "exact")]
    public bool Exact { get; set; }

    /// <summary>The spelling that was searched for instead.</summary>
    public string? Instead { get; private set; }

    public SearchHome? Home { get; private set; }

    public Tabs? Tabs { get; private set; }

    public Chips? Order { get; private set; }

    public IReadOnlyList<Chips> Filters { get; private set; } = [];

    public Waterfall? Waterfall { get; private set; }

    public FoundPage<FoundPerson>? People { get; private set; }

    public bool IsRelaxed { get; private set; }

    public bool IsEmpty { get; private set; }

    public SearchAddress Here => new(Q ?? "", Tab, Sort, Kind, Within, Exact);

    public bool IsSignedIn => account.IsSignedIn;

    public async Task<IActionResult> OnGetAsync(PageQuery page, CancellationToken ct)
    {
        (var query, Instead) = await understand.RunAsync(PlainText.Cut(Q ?? "", Query.MaxLength), Exact, account.IdOrNull, ct);
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
        var search = new NoteSearch(query, Parse<NoteSort>(Sort) ?? NoteSort.General, Kind, Parse<Within>(Within));
        var found = await findNotes.RunAsync(search, account.IdOrNull, page, ct);
        Show(found, n => new NoteTile(n.Note, n.Author, n.Cover, n.Mine.Liked, n.Reason.Text, TitleHits: n.Highlights.Title));
        Order = OrderOf<NoteSort>();
        Filters =
        [
            Row("kind", ["all", .. Kinds], Kind ?? "all", kind => Here with { Kind = kind is "all" ? null : kind }),
            Row("within", ["ever", .. Names<Within>()], Within ?? "ever", within => Here with { Within = within is "ever" ? null : within }),
        ];
        return found is not null;
    }

    private async Task<bool> LoadProductsAsync(Query query, PageQuery page, CancellationToken ct)
    {
        var found = await findProducts.RunAsync(new ProductSearch(query, Parse<FoundProductSort>(Sort) ?? FoundProductSort.General), account.IdOrNull, page, ct);
        Show(found, p => new ProductTile(p.Product, p.Picture, p.NameHits));
        Order = OrderOf<FoundProductSort>();
        return found is not null;
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

    private Chips OrderOf<TSort>() where TSort : struct, Enum => Row("sort", Names<TSort>(), Sort ?? "general", sort => Here with { Sort = sort });

    private Chips Row(string name, IEnumerable<string> choices, string current, Func<string, SearchAddress> address) => new(
        texts[$"search.{name}"],
        [.. choices.Select(c => new Tab(texts[$"search.{name}.{c}"], address(c).ToString(), string.Equals(c, current, StringComparison.OrdinalIgnoreCase)))]);

    /// <summary>The words of an enumeration as they stand in addresses.</summary>
    private static IEnumerable<string> Names<T>() where T : struct, Enum => Enum.GetNames<T>().Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName);

    /// <summary>An address with a word we do not know shows what it can.</summary>
    private static T? Parse<T>(string? word) where T : struct, Enum => Enum.TryParse<T>(word, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
