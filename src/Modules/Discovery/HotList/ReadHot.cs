using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;
using Sward.Contracts.Search;
using Sward.Discovery.Hiding;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.HotList;

/// <summary>The hot list: topics and notes that many more people turn to than usual. Computed, never sold.</summary>
internal sealed class ReadHot(HotNow hot, NoteShelves shelves, ICircles circles, HidesOfPeople hides, IBlockedTerms blocked, IListedNotes notes)
{
    /// <summary>What is hot, hottest first.</summary>
    public sealed record Answer(IReadOnlyList<HotTopic> Topics, IReadOnlyList<ListedNote> Notes);

    public static void Map(IEndpointRouteBuilder feed) => feed
        .MapGet("/hot", HandleAsync)
        .WithName("ReadHot")
        .AllowAnonymous();

    /// <summary>What is hot of topics, hottest first, without those that operators have blocked or the reader does not want to see.</summary>
    public async Task<IReadOnlyList<HotTopic>> TopicsAsync(long? readerId, CancellationToken ct)
    {
        var hidden = await hides.OfAsync(readerId, ct);
        return [.. hot.Topics.Where(topic => !blocked.AreIn(topic.Name) && !hidden.CoverTopic(topic.Name))];
    }

    /// <summary>The list without those whom the reader must not or does not want to meet.</summary>
    public async Task<Answer> RunAsync(long? readerId, CancellationToken ct)
    {
        var (circle, hidden) = (await circles.OfAsync(readerId, ct), await hides.OfAsync(readerId, ct));
        var visible = hot.NoteIds.Select(shelves.Find).OfType<FeedNote>()
            .Where(note => note.IsPublic && !circle.Blocked.Contains(note.AuthorId) && !circle.Muted.Contains(note.AuthorId) && !hidden.Cover(note));
        return new(await TopicsAsync(readerId, ct), await notes.OfAsync([.. visible.Select(note => note.Id)], readerId, ct));
    }

    private static async Task<Ok<Answer>> HandleAsync(ReadHot read, ICurrentAccount account, CancellationToken ct) => TypedResults.Ok(await read.RunAsync(account.IdOrNull, ct));
}
