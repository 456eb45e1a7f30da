using Sward.Discovery.Shelves;

namespace Sward.Discovery.Portrait;

/// <summary>Something a person may like: a channel by its code, or a topic by its name. Spellings of a topic that differ in case are one.</summary>
internal readonly record struct InterestKey(InterestKind Kind, string Name)
{
    /// <summary>The notes about it, hottest first.</summary>
    public ShelfKey Shelf => Kind is InterestKind.Channel ? ShelfKey.Channel(Name) : ShelfKey.Topic(Name);

    /// <summary>What a note is about.</summary>
    public static IEnumerable<InterestKey> Of(FeedNote note) =>
        TopicsOf(note).Prepend(new InterestKey(InterestKind.Channel, note.Channel));

    /// <summary>The topics of a note; what is gone has none.</summary>
    public static IEnumerable<InterestKey> TopicsOf(FeedNote? note) => note?.Topics.Select(topic => new InterestKey(InterestKind.Topic, topic)) ?? [];

    /// <summary>What weights of interests say together of a note.</summary>
    public static float Sum(FeedNote note, IReadOnlyDictionary<InterestKey, float> weights)
    {
        var sum = weights.GetValueOrDefault(new(InterestKind.Channel, note.Channel));
        foreach (var topic in note.Topics)
        {
            sum += weights.GetValueOrDefault(new(InterestKind.Topic, topic));
        }

        return sum;
    }

    public bool Equals(InterestKey other) => Kind == other.Kind && string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => HashCode.Combine(Kind, StringComparer.OrdinalIgnoreCase.GetHashCode(Name));
}

/// <summary>What an interest is about.</summary>
internal enum InterestKind
{
    Channel,
    Topic,
}

/// <summary>How a person turns an interest.</summary>
internal enum InterestTurn
{
    /// <summary>As it follows from what they did.</summary>
    Plain,

    /// <summary>Chosen, followed or turned up.</summary>
    More,

    Less,

    /// <summary>Taken out of the portrait: what they did with such notes says nothing.</summary>
    Never,
}
