using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>Changes a published note. What it said before goes to its history.</summary>
internal sealed class EditNote(NotesDb db, ContentCheck check, Catalogue catalogue, NoteCardCache cards, Ids ids, TimeProvider clock)
{
    /// <summary>What to change; what is left out stays.</summary>
    public sealed record Request
    {
        private readonly bool changesPlace;
        private readonly bool changesStore;

        /// <summary>The version that was edited: when the note has moved on since, nothing is changed.</summary>
        public int? Version { get; init; }

        [DisplayWidth(Note.Content.MaxTitleWidth), MaxLength(Note.Content.MaxTitleUnits)]
        public string? Title { get; init; }

        [CharacterCount(Note.Content.MaxBodyCharacters), MaxLength(Note.Content.MaxBodyUnits)]
        public string? Body { get; init; }

        [MaxLength(Note.Content.MaxPictures)]
        public IReadOnlyList<long>? MediaIds { get; init; }

        [MaxLength(40)]
        public string? CoverDesign { get; init; }

        [MaxLength(Note.Content.MaxTopics), TopicNames]
        public IReadOnlyList<string>? Topics { get; init; }

        /// <summary>Null takes the place away.</summary>
        public Note.PlaceContent? Place
        {
            get;
            init => (field, changesPlace) = (value, true);
        }

        [MaxLength(Note.Content.MaxProducts)]
        public IReadOnlyList<long>? ProductIds { get; init; }

        /// <summary>Null takes the link to the store away.</summary>
        public long? StoreId
        {
            get;
            init => (field, changesStore) = (value, true);
        }

        [EnumDataType(typeof(Visibility))]
        public Visibility? Visibility { get; init; }

        [MaxLength(Note.Content.MaxChosen)]
        public IReadOnlyList<long>? ChosenIds { get; init; }

        [EnumDataType(typeof(Commenters))]
        public Commenters? Commenters { get; init; }

        [EnumDataType(typeof(Disclosure))]
        public Disclosure? Disclosure { get; init; }

        public bool? AiMade { get; init; }

        public bool? Original { get; init; }

        [AllowedChannel]
        public string? Channel { get; init; }

        /// <summary>The content with these changes made.</summary>
        public Note.Content ApplyTo(Note.Content content) => content with
        {
            Title = Title ?? content.Title,
            Body = Body ?? content.Body,
            MediaIds = MediaIds ?? content.MediaIds,
            CoverDesign = CoverDesign ?? content.CoverDesign,
            Topics = Topics ?? content.Topics,
            Place = changesPlace ? Place : content.Place,
            ProductIds = ProductIds ?? content.ProductIds,
            StoreId = changesStore ? StoreId : content.StoreId,
            Visibility = Visibility ?? content.Visibility,
            ChosenIds = ChosenIds ?? content.ChosenIds,
            Commenters = Commenters ?? content.Commenters,
            Disclosure = Disclosure ?? content.Disclosure,
            AiMade = AiMade ?? content.AiMade,
            Original = Original ?? content.Original,
            Channel = Channel ?? content.Channel,
        };
    }

    public static void Map(IEndpointRouteBuilder notes) => notes
        .MapPatch("/{noteId:long}", HandleAsync)
        .WithName("EditNote")
        .RequireAuthorization()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    /// <summary>Makes the change; false when the account has no such note.</summary>
    /// <param name="version">The version that the author saw, if it matters.</param>
    /// <exception cref="Refusal">The note has moved on, or the new content cannot be published.</exception>
    public async Task<bool> RunAsync(long noteId, long authorId, int? version, Func<Note.Content, Note.Content> change, CancellationToken ct)
    {
        var note = await db.Notes.SingleOrDefaultAsync(n => n.Id == noteId && n.AuthorId == authorId && n.DeletedAt == null, ct);
        if (note is null)
        {
            return false;
        }

        if (version is not null && version != note.Version)
        {
            throw new Refusal("notes.edit-conflict");
        }

        var before = note.ToContent(await db.Places.AsNoTracking().SingleOrDefaultAsync(p => p.Id == note.PlaceId, ct));
        var ready = await check.CheckAsync(authorId, change(before), note, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await WriteAsync(note, before, ready, ct);
        await transaction.CommitAsync(ct);
        cards.Forget(noteId);
        return true;
    }

    private static async Task<Results<Ok<NoteView>, ProblemHttpResult>> HandleAsync(
        long noteId, Request request, EditNote edit, ReadNote read, ICurrentAccount account, CancellationToken ct) =>
        await edit.RunAsync(noteId, account.Id, request.Version, request.ApplyTo, ct) && await read.RunAsync(noteId, account.Id, ct) is { } note
            ? TypedResults.Ok(note)
            : Problems.NotFound("notes.note-not-found");

    private async Task WriteAsync(Note note, Note.Content before, CheckedContent ready, CancellationToken ct)
    {
        var (now, placeBefore) = (clock.GetUtcNow(), Catalogue.PlaceCounting(note));
        db.NoteEdits.Add(new NoteEdit { Id = ids.Next(), NoteId = note.Id, Version = note.Version, Content = StoredContent.Write(before), At = now });
        note.Apply(ready);
        note.Version++;
        note.EditedAt = now;
        db.Announce(note.ToFact(ready.Place, now));
        db.Announce(note.ToMediaUse(now));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal("notes.edit-conflict");
        }

        await catalogue.FileAsync(note, ready.Topics, placeBefore, ct);
    }
}
