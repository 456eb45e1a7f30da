using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Sward.Discovery.Authors;

/// <summary>How many people follow each author, in the memory of every node. One writer.</summary>
internal sealed class AuthorSizes(IOptions<DiscoveryOptions> options)
{
    private volatile ConcurrentDictionary<long, int> followers = new();

    public AuthorSize Of(long authorId)
    {
        var count = FollowersOf(authorId);
        return count < options.Value.SmallAuthor ? AuthorSize.Small : count < options.Value.HugeAuthor ? AuthorSize.Large : AuthorSize.Huge;
    }

    public bool IsSmall(long authorId) => Of(authorId) is AuthorSize.Small;

    public int FollowersOf(long authorId) => followers.GetValueOrDefault(authorId);

    /// <summary>Replaces everything.</summary>
    public void Load(IEnumerable<Author> authors) => followers = new(authors.Select(author => KeyValuePair.Create(author.Id, author.Followers)));

    /// <summary>One follower more or less. Says whether the author became small by it, or is no longer.</summary>
    public bool Change(long authorId, int change)
    {
        var wasSmall = IsSmall(authorId);
        followers[authorId] = Math.Max(0, FollowersOf(authorId) + change);
        return IsSmall(authorId) != wasSmall;
    }
}

/// <summary>Smaller ones first.</summary>
internal enum AuthorSize
{
    Small,
    Large,
    Huge,
}
