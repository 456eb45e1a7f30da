using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Sward.Mall.Catalog;

namespace Sward.Mall.Commissions;

/// <summary>An operator adds a rate of commission, or ends one. Orders that were placed before keep theirs.</summary>
internal sealed class AddCommissionRate(MallDb db, Ids ids, TimeProvider clock)
{
    /// <summary>A rate as an operator writes it.</summary>
    /// <param name="Subject">Product id, category code or store id, by the scope.</param>
    /// <param name="StartsAt">Now, when left out.</param>
    public sealed record Request(
        CommissionKind Kind, RateScope Scope, [property: StringLength(40)] string Subject, [property: Range(0, 10_000)] int BasisPoints,
        [property: RegularExpression("[A-Z]{3}")] string? Currency, [property: Range(0, long.MaxValue)] long? FixedMinor, [property: Range(0, long.MaxValue)] long? FloorMinor,
        [property: Range(0, long.MaxValue)] long? CapMinor, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt);

    public async Task AddAsync(long operatorId, Request request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var startsAt = request.StartsAt is { } from && from > now ? from : now;
        var isAmount = request.FixedMinor is not null || request.FloorMinor is not null || request.CapMinor is not null;
        if (request.EndsAt <= startsAt || request.FloorMinor > request.CapMinor || isAmount != request.Currency is not null || !await ExistsAsync(request, ct))
        {
            throw new Refusal("mall.commission-rate-invalid", StatusCodes.Status422UnprocessableEntity);
        }

        db.CommissionRates.Add(new CommissionRate
        {
            Id = ids.Next(),
            Kind = request.Kind,
            Scope = request.Scope,
            Subject = request.Subject,
            Currency = request.Currency,
            BasisPoints = request.BasisPoints,
            FixedMinor = request.FixedMinor,
            FloorMinor = request.FloorMinor ?? 0,
            CapMinor = request.CapMinor,
            StartsAt = startsAt,
            EndsAt = request.EndsAt,
            AddedById = operatorId,
        });
        await db.SaveChangesAsync(ct);
    }

    private async Task<bool> ExistsAsync(Request request, CancellationToken ct)
    {
        var hasId = long.TryParse(request.Subject, NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        return request.Scope switch
        {
            RateScope.Product => hasId && await db.Products.AnyAsync(p => p.Id == id, ct),
            RateScope.Category => Categories.Knows(request.Subject),
            RateScope.Store => hasId && await db.Stores.AnyAsync(s => s.Id == id, ct),
            _ => request.Subject.Length == 0,
        };
    }
}
