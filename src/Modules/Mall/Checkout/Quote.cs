using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using Sward.Mall.Catalog;
using Sward.Mall.GiftCards;
using Sward.Mall.Pricing;
using Sward.Ui;

namespace Sward.Mall.Checkout;

/// <summary>A priced cart with the goods it is about.</summary>
/// <param name="Cards">What gift cards pay of it.</param>
internal sealed record Quote(PricedCart Cart, IReadOnlyList<QuotedGoods> Goods, Buyer Buyer, IReadOnlyList<CardUse> Cards)
{
    /// <summary>
    /// Says what this buyer would pay for what, why, and what of it could be returned. A checkout that computes another id would charge something the buyer has not seen.
    /// </summary>
    public string Id => Base64Url.EncodeToString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { Cart, Buyer, Cards, Returns = Goods.Select(goods => goods.Terms.Returns) })).AsSpan(0, 16));

    /// <summary>Some of the goods cannot be returned without a reason if the buyer confirms that, and are not sold without.</summary>
    public bool AsksForReturnTerms => Goods.Any(goods => goods.Terms.Returns.NeedsConfirmation());

    /// <summary>What is left to pay with money.</summary>
    public long DueMinor => Cart.TotalMinor - Cards.Sum(use => use.AmountMinor);

    /// <summary>Whether there were fewer free units than wanted when the quote was made.</summary>
    public bool IsShort => Cart.Lines.Zip(Goods).Any(line => line.Second.UnitsOnHand < line.First.Wanted.Units);

    public Money MoneyOf(long minor) => new(minor, Cart.Currency);
}

/// <summary>The goods of a priced line, as they are now and will stand on the order.</summary>
/// <param name="UnitsOnHand">Free units over all warehouses; fewer than wanted means that the line cannot be bought as it is.</param>
internal sealed record QuotedGoods(
    long SkuId, long ProductId, string ProductName, IReadOnlyDictionary<string, string> Options, long? PictureId,
    long StoreId, string StoreName, long SellerId, int UnitsOnHand, GoodsTerms Terms);

/// <summary>A quote as clients see it.</summary>
/// <param name="PointsUsed">How many points go into it.</param>
/// <param name="Due">What is left to pay once gift cards have paid their part.</param>
/// <param name="ReturnTerms">What the buyer has to confirm when ordering; null when nothing.</param>
internal sealed record QuoteView(
    string Id, IReadOnlyList<QuoteLineView> Lines, IReadOnlyList<QuoteStepView> Steps, Money Goods, Money Freight, Money Tax, Money Total,
    long PointsUsed, IReadOnlyList<CardUseView> GiftCards, Money Due, ReturnTermsView? ReturnTerms)
{
    public static QuoteView Of(Quote quote, IStringLocalizer texts) => new(
        quote.Id,
        [.. quote.Cart.Lines.Select((line, i) => QuoteLineView.Of(quote, line, quote.Goods[i]))],
        [.. quote.Cart.Steps.Select(step => QuoteStepView.Of(quote, step, texts))],
        quote.MoneyOf(quote.Cart.GoodsMinor), quote.MoneyOf(quote.Cart.FreightMinor), quote.MoneyOf(quote.Cart.TaxMinor), quote.MoneyOf(quote.Cart.TotalMinor),
        quote.Cart.PointsUsed, [.. quote.Cards.Select(use => new CardUseView(use.CardId, quote.MoneyOf(use.AmountMinor)))], quote.MoneyOf(quote.DueMinor),
        quote.AsksForReturnTerms ? new(ReturnRules.TextVersion, texts["mall.returns.confirm"]) : null);
}

/// <summary>The text that a buyer of goods that cannot be returned confirms, and its version.</summary>
internal sealed record ReturnTermsView(string Version, string Text);

/// <summary>What a gift card pays.</summary>
internal sealed record CardUseView(long Id, Money Amount);

/// <summary>A line of a quote; <paramref name="Units"/> is what each single unit costs, freight and tax included.</summary>
/// <param name="DeliveryDays">The days that the buyer may choose from for large goods; empty for others.</param>
/// <param name="Installs">Whether the store installs them for whoever wants it, at no cost beside the price.</param>
internal sealed record QuoteLineView(
    long SkuId, long ProductId, string Name, IReadOnlyDictionary<string, string> Options, long? PictureId, long StoreId, string StoreName,
    int Quantity, bool Available, Money UnitPrice, Money Goods, Money Freight, Money Total, IReadOnlyList<Money> Units,
    IReadOnlyList<DateOnly> DeliveryDays, bool Installs, ReturnRule Returns)
{
    public static QuoteLineView Of(Quote quote, PricedLine line, QuotedGoods goods) => new(
        goods.SkuId, goods.ProductId, goods.ProductName, goods.Options, goods.PictureId, goods.StoreId, goods.StoreName,
        line.Wanted.Units, goods.UnitsOnHand >= line.Wanted.Units,
        quote.MoneyOf(line.UnitPriceMinor), quote.MoneyOf(line.GoodsMinor), quote.MoneyOf(line.FreightMinor), quote.MoneyOf(line.TotalMinor),
        [.. Enumerable.Range(0, line.Wanted.Units).Select(unit => quote.MoneyOf(line.UnitTotalMinor(unit)))], goods.Terms.DeliveryDays, goods.Terms.Installs, goods.Terms.Returns);
}

/// <summary>What one step did to the price: in words, as a reason with its amounts, and per line.</summary>
internal sealed record QuoteStepView(
    PriceStep Step, string? OfferId, string Why, IReadOnlyList<Money> Amounts, string Text, Money Amount, IReadOnlyList<Money> Lines)
{
    public static QuoteStepView Of(Quote quote, AppliedStep step, IStringLocalizer texts)
    {
        IReadOnlyList<Money> amounts = [.. step.Why.AmountsMinor.Select(quote.MoneyOf)];
        return new(
            step.Step, step.OfferId, step.Why.Key, amounts, texts.Why(step.Why.Key, amounts), quote.MoneyOf(step.AmountMinor),
            [.. Enumerable.Range(0, quote.Cart.Lines.Count).Select(line => quote.MoneyOf(step.OnLine(line)))]);
    }
}

/// <summary>Puts the reasons of prices into words.</summary>
internal static class WhyTexts
{
    public static string Why(this IStringLocalizer texts, string why, IEnumerable<Money> amounts) =>
        texts[$"mall.why.{why}", [.. amounts.Select(Format.Price)]];
}
