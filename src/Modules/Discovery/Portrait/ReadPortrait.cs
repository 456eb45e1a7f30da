using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;

namespace Sward.Discovery.Portrait;

/// <summary>Shows a person what Sward thinks they like, and from what.</summary>
internal sealed class ReadPortrait(PersonalisationOfPeople people, DrawPortrait draw, INoteCards notes, IStringLocalizer texts)
{
    /// <summary>The weakest are guesses upon guesses; what somebody turned is always there to be turned back.</summary>
    private const int MostInterests = 24;

    /// <summary>Notes that are named for an interest.</summary>
    private const int MostNotes = 3;

    /// <summary>A note that speaks for an interest.</summary>
    public sealed record Witness(long Id, string Title);

    /// <summary>An interest with its name for people; its weight counts likes. Of a tired one nothing is shown for a day.</summary>
    public sealed record Item(InterestKind Kind, string Name, string Text, double Weight, InterestTurn Turn, bool IsTired, IReadOnlyList<Witness> Notes);

    /// <summary>The portrait; empty while personalisation is off.</summary>
    public sealed record Answer(bool IsOn, IReadOnlyList<Item> Items);

    public static void Map(IEndpointRouteBuilder feed) => feed
        .MapGet("/interests", HandleAsync)
        .WithName("ReadInterests")
        .RequireAuthorization();

    public async Task<Answer> RunAsync(long accountId, CancellationToken ct)
    {
        var personalisation = await people.OfAsync(accountId, ct);
        var portrait = await draw.RunAsync(accountId, personalisation, ct);
        Interest[] shown = [.. portrait.Interests.Where((interest, place) => place < MostInterests || interest.IsTired || interest.Turn is not InterestTurn.Plain)];
        var cards = await notes.GetAsync([.. shown.SelectMany(interest => interest.NoteIds).Distinct()], accountId, ct);
        return new(personalisation.IsOn, [.. shown.Select(interest => new Item(
            interest.Key.Kind,
            interest.Key.Name,
            InterestTexts.NameOf(interest.Key, texts),
            Math.Round(interest.Weight, 2),
            interest.Turn,
            interest.IsTired,
            [.. interest.NoteIds.Select(id => cards.GetValueOrDefault(id)).OfType<NoteCard>().Take(MostNotes).Select(card => new Witness(card.Id, card.Title))]))]);
    }

    private static async Task<Ok<Answer>> HandleAsync(ReadPortrait read, ICurrentAccount account, CancellationToken ct) =>
        TypedResults.Ok(await read.RunAsync(account.Id, ct));
}

/// <summary>How interests are named for people.</summary>
internal static class InterestTexts
{
    public static string NameOf(InterestKey interest, IStringLocalizer texts) =>
        interest.Kind is InterestKind.Channel ? texts[$"channel.{interest.Name}"].Value : "#" + interest.Name;
}
