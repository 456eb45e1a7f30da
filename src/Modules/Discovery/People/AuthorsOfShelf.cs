using Sward.Discovery.Pipeline;
using Sward.Discovery.Shelves;
using Sward.Discovery.Suggesting;

namespace Sward.Discovery.People;

/// <summary>Authors of the hottest notes for everybody: all of them, or those whom few follow. Rests on nobody's deeds.</summary>
internal sealed class AuthorsOfShelf(string name, NoteShelves shelves, ShelfKey shelf, string why) : ISuggests
{
    private const int Notes = 500;

    public string Name => name;

    /// <summary>Whoever is new begins here as well.</summary>
    public static AuthorsOfShelf Small(NoteShelves shelves) => new("small-authors", shelves, ShelfKey.SmallAuthors, "few-know");

    public static AuthorsOfShelf Hot(NoteShelves shelves) => new("hot-authors", shelves, ShelfKey.Everything, "many-read");

    public ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(FeedContext context, CancellationToken ct)
    {
        var notes = new List<FeedNote>(Notes);
        shelves.Take([shelf], Mark.Start, Notes, notes);
        return new([.. notes.Select(note => note.AuthorId).Distinct().Select((authorId, place) => new Suggestion(authorId, 1d / (1 + place), new Reason(why)))]);
    }
}
