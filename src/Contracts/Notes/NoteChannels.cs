namespace Sward.Contracts.Notes;

/// <summary>The channels a note may belong to. Their names are the texts <c>channel.{code}</c>.</summary>
public static class NoteChannels
{
    /// <summary>The channel of what belongs to no other.</summary>
    public const string Life = "life";

    /// <summary>In the order they are offered in.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "fashion", "beauty", "food", "travel", "home", "film", "careers", "feelings", "fitness", "games", "digital", "baby", "pets", "study", "cars", Life,
    ];
}
