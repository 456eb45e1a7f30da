using System.Text.Json;
using Microsoft.Extensions.Localization;
using Sward.Ui;

namespace Sward.Search;

/// <summary>Orders and filters of results as rows of links: each changes one thing of the address and keeps the others.</summary>
internal sealed class SearchFilters(SearchAddress here, IStringLocalizer texts)
{
    private static readonly string[] Kinds = ["picture", "text"];

    public Chips OrderOf<TSort>() where TSort : struct, Enum => Row("sort", Names<TSort>(), here.Sort ?? "general", sort => here with { Sort = sort });

    /// <summary>Visitors follow nobody, and what they saw is not known.</summary>
    public IReadOnlyList<Chips> OfNotes(bool isSignedIn)
    {
        var kinds = Row("kind", ["all", .. Kinds], here.Kind ?? "all", kind => here with { Kind = kind is "all" ? null : kind });
        var within = Row("within", ["ever", .. Names<Within>()], here.Within ?? "ever", within => here with { Within = within is "ever" ? null : within });
        var authors = Row("authors", ["all", "followed"], here.Followed ? "followed" : "all", authors => here with { Followed = authors is "followed" });
        var seen = Row("seen", ["all", "unseen", "seen"], here.Seen switch { true => "seen", false => "unseen", _ => "all" }, choice => here with { Seen = choice is "all" ? null : choice is "seen" });
        IReadOnlyList<Chips> open = here.Around is null ? [kinds, within] : [kinds, within, Distances()];
        return isSignedIn ? [.. open, authors, seen] : open;
    }

    private Chips Distances() => new(
        texts["search.distance"],
        [
            new(texts["search.distance.any"], (here with { Lat = null, Lng = null, Km = null }).ToString(), Current: false),
            .. Around.Radii.Select(km => new Tab(texts["search.distance.km", km], (here with { Km = km }).ToString(), km == here.Around!.Kilometres)),
        ]);

    public IReadOnlyList<Chips> OfProducts(ProductFacets facets) =>
    [
        Facet("maker", facets.Makers, here.Maker, maker => here with { Maker = maker }),
        Facet("origin", facets.Origins, here.Origin, origin => here with { Origin = origin }),
        Facet("shipsFrom", facets.ShipsFrom, here.ShipsFrom, country => here with { ShipsFrom = country }, country => texts[$"country.{country}"]),
    ];

    /// <summary>What a word of an address stands for; one we do not know stands for nothing, and the page shows what it can.</summary>
    public static T? Parse<T>(string? word) where T : struct, Enum => Enum.TryParse<T>(word, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    /// <summary>The words of an enumeration as they stand in addresses.</summary>
    private static IEnumerable<string> Names<T>() where T : struct, Enum => Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName);

    private Chips Row(string name, IEnumerable<string> choices, string current, Func<string, SearchAddress> address) => new(
        texts[$"search.{name}"],
        [.. choices.Select(c => new Tab(texts[$"search.{name}.{c}"], address(c).ToString(), string.Equals(c, current, StringComparison.OrdinalIgnoreCase)))]);

    /// <summary>Names to choose among with their counts, as <paramref name="text"/> calls them; what was chosen stays there even if it has nothing.</summary>
    private Chips Facet(string name, IReadOnlyList<NamedCount> names, string? chosen, Func<string?, SearchAddress> address, Func<string, string>? text = null)
    {
        bool IsChosen(string other) => chosen is not null && string.Equals(Fold.Key(other), Fold.Key(chosen), StringComparison.Ordinal);
        IEnumerable<NamedCount> missing = chosen is null || names.Any(n => IsChosen(n.Name)) ? [] : [new(chosen, 0)];
        return new(
            texts[$"search.{name}"],
            [
                new(texts[$"search.{name}.all"], address(null).ToString(), chosen is null),
                .. missing.Concat(names).Select(n => new Tab(text?.Invoke(n.Name) ?? n.Name, address(n.Name).ToString(), IsChosen(n.Name), n.Count)),
            ]);
    }
}
