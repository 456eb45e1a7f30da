namespace Sward.Contracts.Media;

/// <summary>Something shows these media now, so they are no orphans. Announced by the module that uses them, in its own transaction.</summary>
/// <param name="Use">Names the user of the media, unique for good: <c>notes.note:123</c>, <c>mall.product:9</c>, <c>accounts.avatar:5</c>. The list replaces what this use claimed before; an empty list releases all.</param>
/// <param name="IsPublic">Whether everybody may see them here.</param>
/// <param name="NoteId">The note whose readers may see them all the same. Neither public nor in a note, they are as secret as their addresses.</param>
public sealed record MediaUsed(string Use, IReadOnlyList<long> MediaIds, DateTimeOffset At, bool IsPublic = true, long? NoteId = null) : IEvent
{
    public static string Name => "media.media-used.v1";
}
