using System.Globalization;
using Sward.Discovery.Learning.Acting;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Shelves;
using Sward.Discovery.Suggesting;

namespace Sward.Discovery.People;

/// <summary>Authors of notes that the reader liked or collected.</summary>
internal sealed class AuthorsOfLiked(NoteShelves shelves, IServiceScopeFactory scopes) : ISuggests
{
    private const int LastActions = 200;

    /// <summary>Who wrote as many notes that were liked is as sure as can be.</summary>
    private const double Sure = 5;

    public string Name => "liked-authors";

    public bool IsPersonal => true;

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(FeedContext context, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DiscoveryDb>();
        var noteIds = await Liked(db, context.Ask.ReaderId!.Value, context.Personalisation.Since).ToListAsync(ct);
        return [.. noteIds.Select(shelves.Find).OfType<FeedNote>().CountBy(note => note.AuthorId).OrderByDescending(author => author.Value)
            .Select(author => new Suggestion(author.Key, Math.Min(1, author.Value / Sure), WhyOf(author.Value)))];
    }

    /// <summary>The notes that somebody liked or collected last.</summary>
    internal static IQueryable<long> Liked(DiscoveryDb db, long accountId, DateTimeOffset since) => db.Actions
        .Where(action => action.AccountId == accountId && action.At >= since && (action.Liked || action.Collected))
        .OrderByDescending(action => action.At).Take(LastActions).Select(action => action.NoteId);

    private static Reason WhyOf(int notes) => notes == 1 ? new("liked-note") : new("liked-notes", notes.ToString(CultureInfo.InvariantCulture));
}
