using System.ComponentModel.DataAnnotations;
using Sward.Mall.Desk;

namespace Sward.Mall.GiftCards;

/// <summary>The operator issues cards. Their codes are in the answer and nowhere else.</summary>
internal sealed class IssueGiftCards(MallDb db, Ids ids, TimeProvider clock)
{
    /// <summary>So many cards with so much on each.</summary>
    /// <param name="AmountMinor">In the platform's currency.</param>
    public sealed record Request([property: Range(1, 500)] int Count, [property: Range(100, 1_000_000)] long AmountMinor, [property: Range(1, 3_660)] int Days);

    public sealed record Response(IReadOnlyList<string> Codes, Money Amount, DateTimeOffset Until);

    public static void Map(IEndpointRouteBuilder cards) => cards
        .MapPost("", async Task<Created<Response>> (Request request, IssueGiftCards issue, CancellationToken ct) => TypedResults.Created("/api/v1/gift-cards", await issue.RunAsync(request, ct)))
        .WithName("IssueGiftCards")
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .RequireAuthorization(Policies.Operator);

    public async Task<Response> RunAsync(Request request, CancellationToken ct)
    {
        var (now, amount) = (clock.GetUtcNow(), new Money(request.AmountMinor, MallOptions.DefaultCurrency));
        var until = now.AddDays(request.Days);
        List<GiftCardCode> codes = [.. Enumerable.Range(0, request.Count).Select(_ => GiftCardCode.New())];
        db.GiftCards.AddRange(codes.Select(code => GiftCard.Issue(ids.Next(), code, amount, now, until)));
        await db.SaveChangesAsync(ct);
        return new([.. codes.Select(code => code.ToString())], amount, until);
    }
}
