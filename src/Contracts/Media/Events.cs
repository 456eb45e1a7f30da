namespace Sward.Contracts.Media;

/// <summary>Something shows these media now, so they are no orphans. Announced by the module that uses them, in its own transaction.</summary>
/// <param name="Use">Names the user of the media, unique for good: <c>notes.note:123</c>, <c>mall.product:9</c>, <c>accounts.avatar:5</c>. The list replaces what this use claimed before; an empty list releases all.</param>
public sealed record MediaUsed(string Use, IReadOnlyList<long> MediaIds, DateTimeOffset At) : IEvent
{
    public static string Name => "media.media-used.v1";
}
