using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Mall.Pricing;

namespace Sward.Mall.Points;

/// <summary>How many points somebody has, what they are worth, and where they came from.</summary>
internal sealed class ReadPoints(MallDb db, IOptions<MallOptions> options)
{
    private const int Shown = 50;

    public sealed record Response(long Points, Money Worth, int MostPercent, IReadOnlyList<Item> Moves);

    /// <summary>Points that came or went.</summary>
    public sealed record Item(string Kind, long Points, DateTimeOffset At);

    public static void Map(IEndpointRouteBuilder points) => points
        .MapGet("/mine", async Task<Ok<Response>> (ReadPoints read, ICurrentAccount account, CancellationToken ct) => TypedResults.Ok(await read.RunAsync(account.Id, ct)))
        .WithName("ReadMyPoints")
        .RequireAuthorization();

    public async Task<Response> RunAsync(long accountId, CancellationToken ct)
    {
        var points = await BalanceAsync(accountId, ct);
        var moves = await db.PointsMoves.AsNoTracking().Where(m => m.AccountId == accountId).OrderByDescending(m => m.At).Take(Shown).ToListAsync(ct);
        return new(
            points, new Money(Math.Max(points, 0) / options.Value.PointsPerStep * options.Value.MinorPerStep, MallOptions.DefaultCurrency), options.Value.MostPointsPercent,
            moves.ConvertAll(move => new Item(move.Key[..move.Key.IndexOf(':', StringComparison.Ordinal)], move.Points, move.At)));
    }

    /// <summary>Below zero for somebody who owes some.</summary>
    public Task<long> BalanceAsync(long accountId, CancellationToken ct) =>
        db.PointsPurses.Where(p => p.AccountId == accountId).Select(p => p.Points).SingleOrDefaultAsync(ct);

    /// <summary>What points are worth in a currency; null in those that none are given for.</summary>
    public PointsRule? RuleIn(string currency) => currency is MallOptions.DefaultCurrency
        ? new(options.Value.PointsPerStep, options.Value.MinorPerStep, options.Value.MostPointsPercent * 100)
        : null;
}
