using System.Linq.Expressions;
using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;

namespace Sward.Notes;

/// <summary>Who may see which notes, and comment on them: the rule of <see cref="Audiences"/>, and those whom an author named. Every slice that shows or touches a note asks here.</summary>
internal static class NoteVisibility
{
    private static readonly Dictionary<Visibility, Audience> AudienceOf = Enum.GetValues<Visibility>().ToDictionary(visibility => visibility, visibility => Audiences.Of(visibility.Word()));

    /// <summary>May this reader see a note with these traits?</summary>
    /// <param name="circle">The reader's circle.</param>
    public static bool Allows(long authorId, Visibility visibility, IReadOnlyList<long> chosenIds, long? readerId, Circle circle) =>
        AudienceOf[visibility].Includes(readerId, authorId, circle)
        || (visibility is Visibility.Chosen && readerId is { } reader && chosenIds.Contains(reader) && !circle.Blocked.Contains(authorId));

    /// <summary>The notes of one author that this reader may see, as a condition for queries.</summary>
    public static Expression<Func<Note, bool>> ByAuthor(long authorId, long? readerId, Circle circle)
    {
        var open = Open(authorId, readerId, circle);
        if (readerId is not { } reader || circle.Blocked.Contains(authorId))
        {
            return note => note.AuthorId == authorId && note.DeletedAt == null && open.Contains(note.Visibility);
        }

        return note => note.AuthorId == authorId && note.DeletedAt == null
            && (open.Contains(note.Visibility) || (note.Visibility == Visibility.Chosen && note.ChosenIds.Contains(reader)));
    }

    /// <summary>The notes of any author that everybody may see, except those of people this reader must not meet.</summary>
    public static Expression<Func<Note, bool>> ByAnybody(Circle circle)
    {
        long[] blocked = [.. circle.Blocked];
        return note => note.DeletedAt == null && note.Visibility == Visibility.Public && !blocked.Contains(note.AuthorId);
    }

    /// <summary>May this reader, who sees the note, comment on it? A visitor may not.</summary>
    public static bool AllowsComment(Note note, long? readerId, Circle circle) => readerId is not null && (note.AuthorId == readerId || note.Commenters switch
    {
        Commenters.Everyone => true,
        Commenters.Followers => circle.Following.Contains(note.AuthorId),
        Commenters.Friends => circle.Friends.Contains(note.AuthorId),
        _ => false,
    });

    /// <summary>What an author's relation to the reader opens, names apart.</summary>
    private static Visibility[] Open(long authorId, long? readerId, Circle circle) =>
        [.. AudienceOf.Where(known => known.Value.Includes(readerId, authorId, circle)).Select(known => known.Key)];
}
