using Sward.Mall.Pricing;

namespace Sward.Mall.Offers;

/// <summary>Reads what somebody wants an offer to take: an amount, or a share of the goods.</summary>
internal static class TypedBenefit
{
    public const int MostPercent = 90;

    /// <summary>The benefit.</summary>
    /// <exception cref="Refusal">It takes nothing, takes two things, or limits an amount.</exception>
    public static Benefit Of(long offMinor, int percent, long? capMinor) =>
        offMinor < 0 || percent is < 0 or > MostPercent || capMinor < 1 || (offMinor == 0) == (percent == 0) || (percent == 0 && capMinor is not null)
            ? throw new Refusal("mall.amount-or-share", StatusCodes.Status422UnprocessableEntity)
            : new Benefit(offMinor, percent * 100, capMinor);
}
