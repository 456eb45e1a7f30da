using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Contracts.Discovery;
using Sward.Contracts.Notes;
using Sward.Discovery.Filters;

namespace Sward.Discovery.Portrait;

/// <summary>Lets people correct what Sward thinks they like, forget all of it, and switch personalisation off.</summary>
internal sealed class ChangePortrait(DiscoveryDb db, PersonalisationOfPeople people, RecentlySeen recently, TimeProvider clock)
{
    /// <summary>How to turn an interest; plain takes back what was said.</summary>
    public sealed record Turn(InterestKind Kind, [property: StringLength(100, MinimumLength = 1)] string Name, InterestTurn To)
    {
        internal bool IsKnown => Kind is InterestKind.Topic ? PlainText.LineOrNull(Name) is not null : NoteChannels.All.Contains(Name, StringComparer.Ordinal);
    }

    /// <summary>One turn, or several.</summary>
    public sealed record Request([property: MaxLength(100)] IReadOnlyList<Turn> Items);

    public static void Map(IEndpointRouteBuilder feed)
    {
        feed.MapPut("/interests", HandleTurnAsync).WithName("TurnInterests").RequireAuthorization();
        feed.MapDelete("/interests", HandleResetAsync).WithName("ResetInterests").RequireAuthorization();
        feed.MapPut("/personalisation", HandleOnAsync).WithName("SwitchPersonalisationOn").RequireAuthorization();
        feed.MapDelete("/personalisation", HandleOffAsync).WithName("SwitchPersonalisationOff").RequireAuthorization();
    }

    /// <summary>Turns interests; whoever does has been asked for them.</summary>
    public async Task TurnAsync(long accountId, IReadOnlyList<Turn> turns, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var turn in turns)
        {
            await WishAsync(accountId, turn.Kind, turn.Name.TrimStart('#'), turn.To, ct);
        }

        await SetAsync(accountId, rows => rows.ExecuteUpdateAsync(set => set.SetProperty(s => s.WasAsked, true), ct), ct);
        await FinishAsync(transaction, accountId, ct);
    }

    /// <summary>Forgets what was said, and what was done until now says nothing any more.</summary>
    public async Task ResetAsync(long accountId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.InterestWishes.Where(w => w.AccountId == accountId).ExecuteDeleteAsync(ct);
        await db.SeenCards.Where(s => s.AccountId == accountId).ExecuteDeleteAsync(ct);
        await SetAsync(accountId, rows => rows.ExecuteUpdateAsync(set => set.SetProperty(s => s.Since, now).SetProperty(s => s.WasAsked, false), ct), ct);
        await FinishAsync(transaction, accountId, ct);
        recently.Forget(accountId);
    }

    public async Task SwitchAsync(long accountId, bool isOn, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await SetAsync(accountId, rows => rows.ExecuteUpdateAsync(set => set.SetProperty(s => s.IsOff, !isOn), ct), ct);
        if (!isOn)
        {
            await db.SeenCards.Where(s => s.AccountId == accountId).ExecuteDeleteAsync(ct);
        }

        await FinishAsync(transaction, accountId, ct);
        recently.Forget(accountId);
    }

    /// <summary>Adds one wish in the caller's transaction; the fact makes every node read it.</summary>
    public async Task AddAsync(long accountId, InterestKind kind, string name, InterestTurn to, CancellationToken ct)
    {
        await db.InsertOnceAsync(new PersonalisationSetting { AccountId = accountId }, ct);
        await WishAsync(accountId, kind, name, to, ct);
        db.Announce(new PersonalisationChanged(accountId, clock.GetUtcNow()));
    }

    private async Task WishAsync(long accountId, InterestKind kind, string name, InterestTurn to, CancellationToken ct)
    {
        await db.InterestWishes.Where(w => w.AccountId == accountId && w.Kind == kind && w.Name == name).ExecuteDeleteAsync(ct);
        if (to is not InterestTurn.Plain)
        {
            await db.InsertOnceAsync(new InterestWish { AccountId = accountId, Kind = kind, Name = name, Turn = to, At = clock.GetUtcNow() }, ct);
        }
    }

    private async Task SetAsync(long accountId, Func<IQueryable<PersonalisationSetting>, Task<int>> changeAsync, CancellationToken ct)
    {
        await db.InsertOnceAsync(new PersonalisationSetting { AccountId = accountId }, ct);
        await changeAsync(db.PersonalisationSettings.Where(s => s.AccountId == accountId));
        db.Announce(new PersonalisationChanged(accountId, clock.GetUtcNow()));
    }

    private async Task FinishAsync(Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, long accountId, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        people.Forget(accountId);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleTurnAsync(Request request, ChangePortrait change, ICurrentAccount account, CancellationToken ct)
    {
        if (!request.Items.All(turn => turn.IsKnown))
        {
            return Problems.BadRequest("discovery.unknown-interest");
        }

        await change.TurnAsync(account.Id, request.Items, ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> HandleResetAsync(ChangePortrait change, ICurrentAccount account, CancellationToken ct)
    {
        await change.ResetAsync(account.Id, ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> HandleOnAsync(ChangePortrait change, ICurrentAccount account, CancellationToken ct)
    {
        await change.SwitchAsync(account.Id, isOn: true, ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> HandleOffAsync(ChangePortrait change, ICurrentAccount account, CancellationToken ct)
    {
        await change.SwitchAsync(account.Id, isOn: false, ct);
        return TypedResults.NoContent();
    }
}
