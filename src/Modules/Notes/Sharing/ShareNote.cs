using System.Globalization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;

namespace Sward.Notes;

/// <summary>Gives out what to share: an address and a picture with cover, title and QR code. Sharing counts once for each account, and not for visitors: they could be anybody, any number of times.</summary>
internal static class ShareNote
{
    /// <summary>Two ways to pass the note on.</summary>
    /// <param name="Url">Of the note's page.</param>
    /// <param name="Image">The address of the share picture.</param>
    public sealed record Response(string Url, string Image);

    public static void Map(IEndpointRouteBuilder notes) => notes
        .MapPost("/{noteId:long}/share", HandleAsync)
        .WithName("ShareNote")
        .AllowAnonymous()
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        long noteId, NotesDb db, VisibleNotes notes, SiteAddress site, ICurrentAccount account, TimeProvider clock, CancellationToken ct)
    {
        if (await notes.FindAsync(noteId, account.IdOrNull, ct) is not { } note)
        {
            return Problems.NotFound("notes.note-not-found");
        }

        if (account.IdOrNull is { } sharerId)
        {
            await CountAsync(db, note, sharerId, clock.GetUtcNow(), ct);
        }

        var path = string.Create(CultureInfo.InvariantCulture, $"/notes/{noteId}");
        return TypedResults.Ok(new Response(site.Of(path), site.Of($"{path}/share.jpg")));
    }

    private static async Task CountAsync(NotesDb db, Note note, long sharerId, DateTimeOffset now, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.InsertOnceAsync(new Share(sharerId, note.Id, now), ct))
        {
            await db.Notes.Where(n => n.Id == note.Id).ExecuteUpdateAsync(set => set.SetProperty(n => n.ShareCount, n => n.ShareCount + 1), ct);
            db.Announce(new NoteShared(note.Id, note.AuthorId, sharerId, now));
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
    }
}

/// <summary>An account has shared a note.</summary>
internal sealed record Share([property: Personal] long AccountId, long NoteId, DateTimeOffset At)
{
    internal sealed class Mapping : IEntityTypeConfiguration<Share>
    {
        public void Configure(EntityTypeBuilder<Share> share) => share.HasKey(s => new { s.AccountId, s.NoteId });
    }
}
