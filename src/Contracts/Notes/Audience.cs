using Sward.Contracts.Accounts;

namespace Sward.Contracts.Notes;

/// <summary>Whom a note is for. Modules keep the numbers, so they stay as they are.</summary>
public enum Audience : byte
{
    /// <summary>The author, and whom the author named; the names are known to Notes alone.</summary>
    Author,
    Friends,
    Followers,
    Everybody,
}

/// <summary>Who belongs to an audience: the one rule behind every page, list, feed and search that notes are seen in.</summary>
public static class Audiences
{
    /// <summary>The audience that a word of <see cref="NotePublished.Visibility"/> stands for. A word we do not know is for nobody but the author.</summary>
    public static Audience Of(string visibility) => visibility switch
    {
        "public" => Audience.Everybody,
        "followers" => Audience.Followers,
        "friends" => Audience.Friends,
        _ => Audience.Author,
    };

    /// <summary>Is the note for this reader? A block in either direction closes everything.</summary>
    /// <param name="readerId">Null for a visitor.</param>
    /// <param name="circle">The reader's circle.</param>
    public static bool Includes(this Audience audience, long? readerId, long authorId, Circle circle) =>
        readerId == authorId || (!circle.Blocked.Contains(authorId) && audience switch
        {
            Audience.Everybody => true,
            Audience.Followers => circle.Following.Contains(authorId),
            Audience.Friends => circle.Friends.Contains(authorId),
            _ => false,
        });
}
