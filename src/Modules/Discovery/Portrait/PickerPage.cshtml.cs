using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Media;

namespace Sward.Discovery.Portrait;

/// <summary>Asks the new what they like: channels and topics with pictures, three of them or more, or none.</summary>
[Authorize]
internal sealed class PickerPage(OfferInterests offer, PersonalisationOfPeople people, ChangePortrait change, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    /// <summary>Fewer say too little.</summary>
    public const int Fewest = 3;

    /// <summary>Something to choose. <paramref name="Value"/> is the field's: kind and name.</summary>
    public sealed record Choice(string Value, string Text, MediaCard? Picture, bool IsChosen);

    public string Return { get; private set; } = "/";

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public bool TooFew { get; private set; }

    public async Task OnGetAsync(string? @return, CancellationToken ct)
    {
        Return = Safe(@return);
        var wishes = (await people.OfAsync(account.Id, ct)).Wishes;
        await LoadAsync(key => wishes.GetValueOrDefault(key) is InterestTurn.More, ct);
    }

    public async Task<IActionResult> OnPostAsync(string[] chosen, string? @return, CancellationToken ct)
    {
        Return = Safe(@return);
        InterestKey[] keys = [.. chosen.Select(KeyOf).OfType<InterestKey>().Distinct()];
        if (keys.Length < Fewest)
        {
            TooFew = true;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await LoadAsync(keys.Contains, ct);
            return Page();
        }

        // What was chosen before and is offered here without its mark now is taken back.
        var before = (await people.OfAsync(account.Id, ct)).Wishes;
        var offered = await offer.RunAsync(account.Id, ct);
        var left = offered.Select(o => o.Key).Where(key => before.GetValueOrDefault(key) is InterestTurn.More).Except(keys);
        await change.TurnAsync(
            account.Id,
            [.. keys.Select(key => new ChangePortrait.Turn(key.Kind, key.Name, InterestTurn.More)), .. left.Select(key => new ChangePortrait.Turn(key.Kind, key.Name, InterestTurn.Plain))],
            ct);
        // Who came to Discover for the first time is shown whom to follow; the others go back.
        return LocalRedirect(Return is "/" ? "/people?welcome=true" : Return);
    }

    public async Task<IActionResult> OnPostSkipAsync(string? @return, CancellationToken ct)
    {
        await change.TurnAsync(account.Id, [], ct);
        return LocalRedirect(Safe(@return));
    }

    private async Task LoadAsync(Func<InterestKey, bool> isChosen, CancellationToken ct) =>
        Choices = [.. (await offer.RunAsync(account.Id, ct)).Select(offered =>
            new Choice($"{offered.Key.Kind}:{offered.Key.Name}", InterestTexts.NameOf(offered.Key, texts), offered.Picture, isChosen(offered.Key)))];

    private string Safe(string? address) => address is { Length: > 0 } && Url.IsLocalUrl(address) ? address : "/";

    private static InterestKey? KeyOf(string value) =>
        value.Split(':', 2) is [var kind, var name] && Enum.TryParse<InterestKind>(kind, out var known) && new ChangePortrait.Turn(known, name, InterestTurn.More) is { IsKnown: true } && name.Length <= 100
            ? new(known, name)
            : null;
}
