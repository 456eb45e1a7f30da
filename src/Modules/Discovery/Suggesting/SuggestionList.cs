namespace Sward.Discovery.Suggesting;

/// <summary>A list of people or goods, as a table of contents of its stages.</summary>
internal sealed record SuggestionList(string Name)
{
    /// <summary>Ordered by what all of them say together.</summary>
    public required IReadOnlyList<ISuggests> Sources { get; init; }

    /// <summary>Takes every fourth place: what nobody would come upon by what they did.</summary>
    public ISuggests? Between { get; init; }

    /// <summary>Come behind all others, one after the other: the whole list where nothing is known of the reader.</summary>
    public required IReadOnlyList<ISuggests> Plain { get; init; }

    /// <summary>What a card of the list says of itself, and its impression tells back: <c>people:followed-by-followed</c>.</summary>
    public string ShownBy(string source) => $"{Name}:{source}";

    /// <summary>Whether a card of this list could say so.</summary>
    public bool Says(string? shown) => shown is not null && Sources.Concat(Plain).Append(Between).OfType<ISuggests>().Any(source => string.Equals(shown, ShownBy(source.Name), StringComparison.Ordinal));
}
