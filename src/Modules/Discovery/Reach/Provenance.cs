using Sward.Discovery.Pipeline;

namespace Sward.Discovery.Reach;

/// <summary>Where a card stood and who proposed it, as the card itself carries it and its impression tells it back: <c>discover:hot</c>, with <c>:f</c> behind when the reader follows the author.</summary>
internal readonly record struct Provenance(string Surface, string Source, bool ToFollower)
{
    private const string Follower = "f";

    /// <summary>A profile, an answer to a search, a client that does not say.</summary>
    public const string Elsewhere = "elsewhere";

    public static Provenance Unknown { get; } = new(Elsewhere, "", ToFollower: false);

    public static Provenance Of(Surface surface, FeedContext context, Candidate card) =>
        new(surface.Name, card.Source.Name, context.Circle.Following.Contains(card.Note.AuthorId));

    /// <summary>Reads what a client sent; only what our surfaces could have said is believed.</summary>
    public static Provenance Read(string? detail, IEnumerable<Surface> surfaces)
    {
        var parts = detail?.Split(':') ?? [];
        return parts.Length is 2 or 3 && surfaces.FirstOrDefault(surface => string.Equals(surface.Name, parts[0], StringComparison.Ordinal)) is { } known
            && known.Sources.Append(known.Fallback).OfType<ISource>().Any(source => string.Equals(source.Name, parts[1], StringComparison.Ordinal))
            ? new(parts[0], parts[1], parts is [_, _, Follower])
            : Unknown;
    }

    public override string ToString() => ToFollower ? $"{Surface}:{Source}:{Follower}" : $"{Surface}:{Source}";
}
