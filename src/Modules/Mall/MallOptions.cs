using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Sward.Mall.Commissions;
using Sward.Mall.Payments;
using Sward.Mall.Payments.Sandbox;

namespace Sward.Mall;

/// <summary>The mall's numbers. Amounts are minor units of the store's currency.</summary>
internal sealed class MallOptions
{
    public const string DefaultCurrency = "CNY";

    /// <summary>Different goods in one cart or checkout.</summary>
    public const int MaxLines = 100;

    /// <summary>Units of one line.</summary>
    public const int MaxUnits = 999;

    /// <summary>Units of all lines together: prices are split down to each of them.</summary>
    public const int MaxUnitsTogether = 2_000;

    /// <summary>Days for which a voucher may be used.</summary>
    public const int MaxValidDays = 1_095;

    /// <summary>Coupons in one wallet or list, and for one checkout.</summary>
    public const int MaxCoupons = 100;

    /// <summary>Gift cards for one checkout.</summary>
    public const int MaxGiftCards = 10;

    /// <summary>Codes of coupons that one person may try within ten minutes.</summary>
    [Range(1, 1_000)]
    public int CodeTriesPerPerson { get; init; } = 10;

    /// <summary>The same for one client, whoever signs in there.</summary>
    [Range(1, 100_000)]
    public int CodeTriesPerClient { get; init; } = 200;

    /// <summary>Points for every 1.00 that an order was in the end.</summary>
    [Range(0, 1_000)]
    public int PointsPerHundred { get; init; } = 1;

    /// <summary>So many points take <see cref="MinorPerStep"/> off (A7: 100 points are 1.00).</summary>
    [Range(1, 1_000_000)]
    public long PointsPerStep { get; init; } = 100;

    [Range(1, 1_000_000)]
    public long MinorPerStep { get; init; } = 100;

    /// <summary>The most that points may pay of the goods, in percent (A7).</summary>
    [Range(0, 100)]
    public int MostPointsPercent { get; init; } = 5;

    /// <summary>Who moves the money of new purchases in currencies that <see cref="Providers"/> does not name.</summary>
    [Required]
    public string PaymentProvider { get; init; } = SandboxProvider.ProviderName;

    /// <summary>Who moves the money of new purchases, by currency.</summary>
    public IReadOnlyDictionary<string, string> Providers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What is different in a currency; what is not said there is as the same number of minor units in <see cref="DefaultCurrency"/>.</summary>
    public IReadOnlyDictionary<string, CurrencyTerms> Currencies { get; init; } = new Dictionary<string, CurrencyTerms>(StringComparer.Ordinal);

    /// <summary>The currencies that a store may be opened in: the shop's own, and those whose provider was chosen.</summary>
    public IReadOnlyList<string> StoreCurrencies => [DefaultCurrency, .. Providers.Keys.Where(currency => currency is not DefaultCurrency).Order(StringComparer.Ordinal)];

    /// <summary>Lets a public site take its payments in the sandbox, where nobody really pays; for trials.</summary>
    public bool SandboxInPublic { get; init; }

    /// <summary>How long an order waits for its payment, and its stock with it.</summary>
    [Range(1, 24 * 60)]
    public int HoldMinutes { get; init; } = 30;

    /// <summary>The same for units of a limited-time purchase.</summary>
    [Range(1, 24 * 60)]
    public int FlashHoldMinutes { get; init; } = 5;

    /// <summary>The same for units of a pre-sale, until the deposit is paid.</summary>
    [Range(1, 24 * 60)]
    public int DepositHoldMinutes { get; init; } = 30;

    /// <summary>Checkouts that one transaction decides at most; 1 gives each a transaction of its own.</summary>
    [Range(1, 1_000)]
    public int CheckoutBatch { get; init; } = 200;

    /// <summary>Freight per store and checkout.</summary>
    [Range(0, 1_000_000)]
    public long FreightMinor { get; init; } = 800;

    /// <summary>Goods of one store worth this much travel free.</summary>
    [Range(0, 100_000_000)]
    public long FreeFreightFromMinor { get; init; } = 8800;

    /// <summary>Over how many days, from the first possible one, the delivery of large goods can be planned; a week at least, so that every weekday comes up.</summary>
    [Range(7, 365)]
    public int DeliveryHorizonDays { get; init; } = 60;

    /// <summary>A course is given back only while fewer than this part of its lessons were opened, in percent; 0 for never.</summary>
    [Range(0, 100)]
    public int CourseReturnPercent { get; init; } = 20;

    /// <summary>How long a question to a store is kept, answered or not.</summary>
    [Range(1, 1_095)]
    public int LeadDays { get; init; } = 180;

    /// <summary>Questions to stores that one person may send a day.</summary>
    [Range(1, 1_000)]
    public int LeadsPerDay { get; init; } = 20;

    /// <summary>How long providers are still asked about payments that ended unpaid.</summary>
    [Range(1, 60)]
    public int AskAboutEndedDays { get; init; } = 7;

    /// <summary>Receipt is taken for granted this long after delivery; where no carrier tells of it, after the last parcel left.</summary>
    [Range(1, 60)]
    public int ReceiveAfterDays { get; init; } = 10;

    /// <summary>For how many days a buyer may come back without a reason, counted from the day after receipt.</summary>
    [Range(1, 60)]
    public int AfterSaleDays { get; init; } = 7;

    /// <summary>The same for what the store answers for: defects, wrong and missing items.</summary>
    [Range(1, 60)]
    public int DefectDays { get; init; } = 15;

    /// <summary>For how many days a buyer may write a review, counted in the same way.</summary>
    [Range(1, 365)]
    public int ReviewDays { get; init; } = 15;

    /// <summary>The most that a store owes a buyer for the freight of sending back what was its fault.</summary>
    [Range(0, 1_000_000)]
    public long MostReturnFreightMinor { get; init; } = 3_000;

    /// <summary>How long after payment a store that guarantees its prices gives back what they fall.</summary>
    [Range(1, 60)]
    public int PriceGuaranteeDays { get; init; } = 7;

    /// <summary>How long after receipt the money of an order is settled at the earliest.</summary>
    [Range(1, 60)]
    public int SettleAfterDays { get; init; } = 7;

    /// <summary>A payout is at least this; so that fees of banks do not eat it.</summary>
    [Range(1, 1_000_000)]
    public long LeastPayoutMinor { get; init; } = 1_000;

    /// <summary>How long a provider is asked about payouts that arrived: they may come back.</summary>
    [Range(1, 90)]
    public int AskAboutPayoutsDays { get; init; } = 14;

    /// <summary>How long a note that led to goods earns by what is bought.</summary>
    [Range(0, 365)]
    public int NoteTouchDays { get; init; } = 15;

    /// <summary>The same for a link.</summary>
    [Range(0, 365)]
    public int LinkTouchDays { get; init; } = 15;

    /// <summary>No touch counts longer than this.</summary>
    public int LongestTouchDays => Enum.GetValues<TouchKind>().Max(TouchDays);

    /// <summary>Default rates of commission, each from a day on; without one nothing is charged until an operator adds a rate.</summary>
    [ValidateEnumeratedItems]
    public IReadOnlyList<DefaultCommission> DefaultCommissions { get; init; } = [];

    public IEnumerable<CommissionRate> DefaultRates => DefaultCommissions.Select(rate => rate.ToRate());

    /// <summary>A request that a seller leaves unanswered is agreed to after this.</summary>
    [Range(1, 30 * 24)]
    public int AgreeAfterHours { get; init; } = 48;

    /// <summary>How long a buyer has to send goods back, and a seller to acknowledge them; then the return is given up, or counts as received.</summary>
    [Range(1, 60)]
    public int ReturnDays { get; init; } = 7;

    /// <summary>How long a buyer whom the store refused has to call the platform in.</summary>
    [Range(1, 60)]
    public int CallPlatformDays { get; init; } = 3;

    /// <summary>Who moves the money of a new purchase.</summary>
    /// <exception cref="Refusal">Nobody moves this currency.</exception>
    public string ProviderFor(Money due)
    {
        if (due.Amount == 0)
        {
            return NothingToPay.ProviderName;
        }

        var provider = Providers.GetValueOrDefault(due.Currency, PaymentProvider);
        return PaymentProviders.Takes(provider, due.Currency) ? provider : throw new Refusal("mall.currency-not-taken", StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>What a store takes for sending goods in a currency, and from what worth on it takes nothing.</summary>
    public (long FlatMinor, long FreeFromMinor) FreightIn(string currency) =>
        (TermsIn(currency).FreightMinor ?? FreightMinor, TermsIn(currency).FreeFreightFromMinor ?? FreeFreightFromMinor);

    /// <summary>The least payout in a currency.</summary>
    public Money LeastPayoutIn(string currency) => new(TermsIn(currency).LeastPayoutMinor ?? LeastPayoutMinor, currency);

    private CurrencyTerms TermsIn(string currency) => Currencies.GetValueOrDefault(currency, CurrencyTerms.None);

    /// <summary>How long a touch earns.</summary>
    public int TouchDays(TouchKind kind) => kind is TouchKind.Note ? NoteTouchDays : LinkTouchDays;

    /// <summary>Whether new purchases may be paid with a provider.</summary>
    public bool Uses(string provider) => Providers.Values.Append(PaymentProvider).Contains(provider, StringComparer.Ordinal);
}

/// <summary>Numbers of one currency, in its minor units; null for the mall's.</summary>
internal sealed class CurrencyTerms
{
    public static CurrencyTerms None { get; } = new();

    public long? FreightMinor { get; init; }
    public long? FreeFreightFromMinor { get; init; }
    public long? LeastPayoutMinor { get; init; }

    public bool IsInOrder => FreightMinor is null or >= 0 && FreeFreightFromMinor is null or >= 0 && LeastPayoutMinor is null or >= 1;
}
