using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;

namespace Sward.Mall.Wants;

/// <summary>Somebody says by words what the mall does not have, or takes that back. A person counts once for each.</summary>
internal sealed class AskForWords(MallDb db, Ids ids, TimeProvider clock)
{
    /// <summary>Words of one person.</summary>
    private const int Most = 50;

    public sealed record Request([property: Required, StringLength(WantedWord.MaxLength, MinimumLength = 1)] string Words);

    public sealed record Item(long Id, string Words);

    public static void Map(IEndpointRouteBuilder wants)
    {
        wants.MapGet("/words", async (AskForWords ask, ICurrentAccount account, CancellationToken ct) => TypedResults.Ok(new Page<Item>(await ask.ListAsync(account.Id, ct), Next: null)))
            .WithName("ListMyWords")
            .RequireAuthorization();
        wants.MapPut("/words", async (Request request, AskForWords ask, ICurrentAccount account, CancellationToken ct) =>
            {
                await ask.AskAsync(account.Id, request.Words, ct);
                return TypedResults.NoContent();
            })
            .WithName("AskForWords")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireAuthorization();
        wants.MapDelete("/words/{wordId:long}", async (long wordId, AskForWords ask, ICurrentAccount account, CancellationToken ct) =>
            {
                await ask.TakeBackAsync(account.Id, wordId, ct);
                return TypedResults.NoContent();
            })
            .WithName("TakeBackWords")
            .RequireAuthorization();
    }

    /// <summary>What the person asked for, the latest first: all of it, for there are only so many.</summary>
    public Task<List<Item>> ListAsync(long accountId, CancellationToken ct) => (
        from asker in db.WordAskers
        join word in db.WantedWords on asker.WordId equals word.Id
        where asker.AccountId == accountId
        orderby asker.At descending, asker.WordId descending
        select new Item(word.Id, word.Text)).Take(Most).ToListAsync(ct);

    /// <summary>Whether the person asked for these words already.</summary>
    public async Task<bool> HasAskedAsync(long accountId, string words, CancellationToken ct) =>
        WantedWord.KeyOf(words) is { } key && await db.WordAskers.AnyAsync(a => a.AccountId == accountId && db.WantedWords.Any(w => w.Id == a.WordId && w.Key == key), ct);

    public async Task AskAsync(long accountId, string words, CancellationToken ct)
    {
        var (text, now) = (PlainText.Cut(PlainText.Line(words), WantedWord.MaxLength), clock.GetUtcNow());
        var key = WantedWord.KeyOf(text) ?? throw new Refusal("mall.words-say-nothing", StatusCodes.Status422UnprocessableEntity);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var word = db.WantedWords.Where(w => w.Key == key);
        // Takes the row, so that nobody who was the last to ask deletes it meanwhile.
        while (await word.ExecuteUpdateAsync(set => set.SetProperty(w => w.Text, text), ct) == 0)
        {
            await db.InsertOnceAsync(new WantedWord { Id = ids.Next(), Key = key, Text = text, At = now }, ct);
        }

        var wordId = await word.Select(w => w.Id).SingleAsync(ct);
        if (await db.InsertOnceAsync(new WordAsker(wordId, accountId, now), ct))
        {
            await word.ExecuteUpdateAsync(set => set.SetProperty(w => w.People, w => w.People + 1).SetProperty(w => w.At, now), ct);
        }

        if (await db.WordAskers.CountAsync(a => a.AccountId == accountId, ct) > Most)
        {
            throw new Refusal("mall.too-many-words", StatusCodes.Status422UnprocessableEntity, Most);
        }

        await transaction.CommitAsync(ct);
    }

    /// <summary>Words that nobody asks for any more are forgotten.</summary>
    public async Task TakeBackAsync(long accountId, long wordId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var word = db.WantedWords.Where(w => w.Id == wordId);
        // The word before who asked for it, as in asking, so that nobody waits in a circle.
        await word.ExecuteUpdateAsync(set => set.SetProperty(w => w.People, w => w.People - 1), ct);
        if (await db.WordAskers.Where(a => a.WordId == wordId && a.AccountId == accountId).ExecuteDeleteAsync(ct) == 0)
        {
            return;
        }

        await word.Where(w => w.People == 0).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
