using Sward.Contracts.Accounts;
using Sward.Contracts.Discovery;
using Sward.Contracts.Notes;

namespace Sward.Notes;

/// <summary>How the notes of a topic are ordered.</summary>
internal enum TopicOrder
{
    /// <summary>What people react to most these days.</summary>
    Hot,

    /// <summary>Newest first.</summary>
    New,
}

/// <summary>A topic as one reader sees it.</summary>
internal sealed record TopicView(long Id, string Name, int NoteCount, int FollowerCount, bool Following);

/// <summary>Reads a topic and its public notes.</summary>
internal sealed class ReadTopic(NotesDb db, IListedNotes listed, ICircles circles, IHiddenNotes hides, TimeProvider clock)
{
    /// <summary>Hot ones are chosen among this many newest notes; older ones are found under new.</summary>
    private const int HotAmong = 300;

    private const double HotHalfLifeHours = 72;

    public static void Map(IEndpointRouteBuilder topics)
    {
        topics.MapGet("/{name}", HandleAsync)
            .WithName("ReadTopic")
            .AllowAnonymous()
            .ProducesProblem(StatusCodes.Status404NotFound);
        topics.MapGet("/{name}/notes", HandleNotesAsync)
            .WithName("ListTopicNotes")
            .AllowAnonymous()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>The topic in any spelling, or null.</summary>
    public Task<TopicView?> RunAsync(string name, long? readerId, CancellationToken ct)
    {
        var key = TopicName.KeyOf(name);
        return db.Topics.AsNoTracking()
            .Where(t => t.Key == key)
            .Select(t => new TopicView(t.Id, t.Name, t.NoteCount, t.FollowerCount, db.TopicFollows.Any(f => f.AccountId == readerId && f.TopicId == t.Id)))
            .SingleOrDefaultAsync(ct);
    }

    /// <summary>A page of the topic's notes; null for a bad cursor.</summary>
    public async Task<Page<ListedNote>?> NotesAsync(long topicId, TopicOrder order, long? readerId, string? cursor, int size, CancellationToken ct)
    {
        if (!Cursor.TryDecode(cursor, out var before, out _))
        {
            return null;
        }

        var page = order is TopicOrder.New ? await NewestAsync(topicId, before, size, ct) : await HottestAsync(topicId, readerId, size, ct);
        var hidden = await hides.AmongAsync(page.Items, readerId, ct);
        return new(await listed.OfAsync([.. page.Items.Where(id => !hidden.Contains(id))], readerId, ct), page.Next);
    }

    private async Task<Page<long>> NewestAsync(long topicId, long before, int size, CancellationToken ct)
    {
        var noteIds = await db.NoteTopics
            .Where(t => t.TopicId == topicId && t.NoteId < before)
            .OrderByDescending(t => t.NoteId)
            .Select(t => t.NoteId)
            .Take(size + 1)
            .ToListAsync(ct);
        return Page<long>.Of(noteIds, size, id => Cursor.Encode(id));
    }

    private async Task<Page<long>> HottestAsync(long topicId, long? readerId, int size, CancellationToken ct)
    {
        var newest = db.NoteTopics.Where(t => t.TopicId == topicId).OrderByDescending(t => t.NoteId).Take(HotAmong).Select(t => t.NoteId);
        var notes = await db.Notes
            .Where(NoteVisibility.ByAnybody(await circles.OfAsync(readerId, ct)))
            .Where(n => newest.Contains(n.Id))
            .Select(n => new { n.Id, n.LikeCount, n.CollectCount, n.CommentCount, n.PublishedAt })
            .ToListAsync(ct);
        var now = clock.GetUtcNow();
        return new(
            [.. notes
                .OrderByDescending(n => (1 + n.LikeCount + n.CollectCount + (4 * n.CommentCount)) * Math.Pow(.5, (now - n.PublishedAt).TotalHours / HotHalfLifeHours))
                .ThenByDescending(n => n.Id)
                .Select(n => n.Id)
                .Take(size)],
            Next: null);
    }

    private static async Task<Results<Ok<TopicView>, ProblemHttpResult>> HandleAsync(
        string name, ReadTopic read, ICurrentAccount account, CancellationToken ct) =>
        await read.RunAsync(name, account.IdOrNull, ct) is { } topic ? TypedResults.Ok(topic) : Problems.NotFound("notes.topic-not-found");

    private static async Task<Results<Ok<Page<ListedNote>>, ProblemHttpResult>> HandleNotesAsync(
        string name, [AsParameters] PageQuery page, ReadTopic read, ICurrentAccount account, CancellationToken ct, TopicOrder sort = TopicOrder.Hot)
    {
        if (await read.RunAsync(name, account.IdOrNull, ct) is not { } topic)
        {
            return Problems.NotFound("notes.topic-not-found");
        }

        return await read.NotesAsync(topic.Id, sort, account.IdOrNull, page.Cursor, page.Size, ct) is { } notes
            ? TypedResults.Ok(notes)
            : Problems.BadRequest("kernel.bad-cursor");
    }
}
