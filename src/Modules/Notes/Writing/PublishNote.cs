using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>Publishes a note.</summary>
internal static class PublishNote
{
    /// <summary>The note, and what it is made from.</summary>
    public sealed record Request : Note.Content
    {
        /// <summary>The draft that becomes this note; it is gone once the note is there.</summary>
        public long? DraftId { get; init; }

        /// <summary>The product of the order that the note is made from.</summary>
        public long? BoughtProductId { get; init; }

        /// <summary>Notes cannot be scheduled yet: a time in the future is refused rather than ignored.</summary>
        public DateTimeOffset? PublishAt { get; init; }

        public Request()
        {
        }

        /// <summary>The request to publish this content.</summary>
        public Request(Note.Content content) : base(content)
        {
        }
    }

    public static void Map(IEndpointRouteBuilder notes) => notes
        .MapPost("", HandleAsync)
        .WithName("PublishNote")
        .RequireAuthorization()
        .WithIdempotency(required: true)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Created<NoteView>> HandleAsync(
        Request request, NewNotes newNotes, NoteViews views, NotesDb db, ICurrentAccount account, Idempotency once, CancellationToken ct)
    {
        var manuscript = await newNotes.PrepareAsync(account.Id, request, ct);
        var answer = await views.OfAsync(manuscript.Note, manuscript.Content.Place, account.Id, NoteMine.Nothing, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await newNotes.WriteAsync(manuscript, ct);
        return await once.CreatedAsync(db, transaction, $"/api/v1/notes/{answer.Id}", answer, ct);
    }
}
