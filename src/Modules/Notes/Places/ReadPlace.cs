using Sward.Contracts.Accounts;
using Sward.Contracts.Discovery;
using Sward.Contracts.Notes;

namespace Sward.Notes;

/// <summary>Reads a place and the public notes made there, newest first.</summary>
internal sealed class ReadPlace(NotesDb db, IListedNotes listed, ICircles circles, IHiddenNotes hides)
{
    /// <summary>A place that people wrote about in public.</summary>
    /// <param name="Lat">Where the first of its public notes was made; null when that gave only a name.</param>
    public sealed record PlaceWithCount(long Id, string Name, double? Lat, double? Lng, int NoteCount);

    public static void Map(IEndpointRouteBuilder places)
    {
        places.MapGet("/{placeId:long}", HandleAsync)
            .WithName("ReadPlace")
            .AllowAnonymous()
            .ProducesProblem(StatusCodes.Status404NotFound);
        places.MapGet("/{placeId:long}/notes", HandleNotesAsync)
            .WithName("ListPlaceNotes")
            .AllowAnonymous();
    }

    /// <summary>The place, or null when no public note was made there.</summary>
    public Task<PlaceWithCount?> RunAsync(long placeId, CancellationToken ct) => db.Notes
        .Where(NoteVisibility.ByAnybody(Circle.Nobody))
        .Where(n => n.PlaceId == placeId)
        .OrderBy(n => n.Id)
        .Join(db.Places, n => n.PlaceId, p => p.Id, (n, p) => new PlaceWithCount(p.Id, p.Name, n.Lat, n.Lng, p.NoteCount))
        .FirstOrDefaultAsync(ct);

    /// <summary>A page of notes; null for a bad cursor.</summary>
    public async Task<Page<ListedNote>?> NotesAsync(long placeId, long? readerId, string? cursor, int size, CancellationToken ct)
    {
        if (!Cursor.TryDecode(cursor, out var before, out _))
        {
            return null;
        }

        var noteIds = await db.Notes
            .Where(NoteVisibility.ByAnybody(await circles.OfAsync(readerId, ct)))
            .Where(n => n.PlaceId == placeId && n.Id < before)
            .OrderByDescending(n => n.Id)
            .Select(n => n.Id)
            .Take(size + 1)
            .ToListAsync(ct);
        var page = Page<long>.Of(noteIds, size, id => Cursor.Encode(id));
        var hidden = await hides.AmongAsync(page.Items, readerId, ct);
        return new(await listed.OfAsync([.. page.Items.Where(id => !hidden.Contains(id))], readerId, ct), page.Next);
    }

    private static async Task<Results<Ok<PlaceWithCount>, ProblemHttpResult>> HandleAsync(long placeId, ReadPlace read, CancellationToken ct) =>
        await read.RunAsync(placeId, ct) is { } place ? TypedResults.Ok(place) : Problems.NotFound("notes.place-not-found");

    private static async Task<Results<Ok<Page<ListedNote>>, ProblemHttpResult>> HandleNotesAsync(
        long placeId, [AsParameters] PageQuery page, ReadPlace read, ICurrentAccount account, CancellationToken ct) =>
        await read.NotesAsync(placeId, account.IdOrNull, page.Cursor, page.Size, ct) is { } notes
            ? TypedResults.Ok(notes)
            : Problems.BadRequest("kernel.bad-cursor");
}
