using System.ComponentModel.DataAnnotations;

namespace Sward.Notes;

/// <summary>Settings of notes, section <c>Notes</c>.</summary>
internal sealed class NotesOptions
{
    /// <summary>How many note cards a node keeps in memory; one takes about half a kilobyte.</summary>
    [Range(1, 10_000_000)]
    public int CachedCards { get; set; } = 100_000;

    /// <summary>Half-life of a comment's usefulness.</summary>
    public TimeSpan CommentHalfLife { get; set; } = TimeSpan.FromDays(3);
}
