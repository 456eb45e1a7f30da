using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Serving;
using Sward.Discovery.Shelves;
using Sward.Discovery.Signals;
using Sward.Discovery.Suggesting;

namespace Sward.Discovery.People;

/// <summary>People you may like: whom to follow, and why.</summary>
internal sealed class ReadPeople(
    Hydration hydration, PeopleList people, Suggest suggest, IAccountCards accounts, IListedNotes listed, NoteShelves shelves, ReasonTexts reasons, RememberServed served)
{
    /// <summary>Nobody looks through more; the cursor carries prints of all that were shown.</summary>
    private const int Most = 200;

    /// <summary>The newest notes of each that are shown.</summary>
    private const int NotesOfEach = 3;

    /// <summary>Somebody with their newest public notes.</summary>
    /// <param name="Shown">What signals about the card say in <c>detail</c>.</param>
    public sealed record Item(AccountCard Account, IReadOnlyList<ListedNote> Notes, CardReason Reason, string Shown);

    /// <summary>A page of people. <paramref name="IsPersonal"/>: false while the list is the same for everybody.</summary>
    public sealed record Answer(string RequestId, bool IsPersonal, IReadOnlyList<Item> Items, string? Next);

    public static void Map(IEndpointRouteBuilder feed) => feed
        .MapGet("/people", HandleAsync)
        .WithName("ReadPeople")
        .RequireAuthorization();

    /// <summary>A page, or null when the cursor is none of ours.</summary>
    public async Task<Answer?> RunAsync(long readerId, string? cursor, int size, CancellationToken ct)
    {
        if (!FeedCursor.TryDecode(cursor, out var begun))
        {
            return null;
        }

        var context = await hydration.OfAsync(surface: null, new FeedAsk(readerId, size, begun), ct);
        var left = await LeftAsync(context, ct);
        Suggestion[] page = [.. left.Take(size)];
        var notes = await NotesAsync(page, context, ct);
        var cards = await accounts.GetAsync([.. page.Select(person => person.Id)], ct);
        var request = served.Remember(people.Stages.Name, context, [.. page.Select(person => (person.Id, person.Source, person.Milli))]);
        // Nobody comes twice, whatever the reader does between two pages.
        uint[] shown = [.. begun.Ahead, .. page.Select(person => FeedCursor.PrintOf(person.Id))];
        return new(
            request, context.Personalisation.IsOn, [.. page.Select(person => new Item(cards[person.Id], [.. notes[person.Id]], person.Explained(reasons), people.Stages.ShownBy(person.Source)))],
            left.Count > size && shown.Length < Most ? (FeedCursor.Start with { Ahead = shown }).Encode() : null);
    }

    /// <summary>Everybody who may be suggested and was not on the pages before. Accounts that are gone have no card.</summary>
    private async Task<IReadOnlyList<Suggestion>> LeftAsync(FeedContext context, CancellationToken ct)
    {
        Suggestion[] kept = [.. Rule<Suggestion>.Apply(people.Rules, people.Stages.Name, context, await suggest.RunAsync(people.Stages, context, ct)).Take(Most)];
        var cards = await accounts.GetAsync([.. kept.Select(person => person.Id)], ct);
        var shown = context.Ask.Cursor.Ahead.ToHashSet();
        return [.. kept.Where(person => cards.ContainsKey(person.Id) && !shown.Contains(FeedCursor.PrintOf(person.Id)))];
    }

    private async Task<ILookup<long, ListedNote>> NotesAsync(Suggestion[] page, FeedContext context, CancellationToken ct)
    {
        var newest = new List<FeedNote>(page.Length * NotesOfEach);
        foreach (var person in page)
        {
            var ofPerson = new List<FeedNote>(NotesOfEach);
            shelves.Take([ShelfKey.Author(person.Id)], Mark.Start, NotesOfEach, ofPerson, note => note.IsPublic && !context.Hides.Cover(note));
            newest.AddRange(ofPerson);
        }

        return (await listed.OfAsync([.. newest.Select(note => note.Id)], context.Ask.ReaderId, ct)).ToLookup(note => note.Note.AuthorId);
    }

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> HandleAsync([AsParameters] PageQuery page, ReadPeople read, ICurrentAccount account, CancellationToken ct) =>
        await read.RunAsync(account.Id, page.Cursor, page.Size, ct) is { } answer ? TypedResults.Ok(answer) : Problems.BadRequest("kernel.bad-cursor");
}
