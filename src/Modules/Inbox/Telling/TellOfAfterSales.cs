using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;

namespace Sward.Inbox;

/// <summary>Tells buyer, store and platform of a request after the sale: whoever's turn it is, and whoever was not there when it moved.</summary>
internal sealed class TellOfAfterSales(Teller teller, IOperators operators, Ids ids) : IHandle<AfterSaleMoved>
{
    public const string Subscriber = "inbox.tell-of-after-sales";

    public async Task HandleAsync(AfterSaleMoved fact, CancellationToken ct)
    {
        foreach (var (accountId, kind) in await NewsOfAsync(fact, ct))
        {
            // Nobody is named as the actor: see TellOfOrders.
            await teller.TellAsync(Notice.Begin(ids.Next(), accountId, kind, fact.AfterSaleId, actorId: null, fact.At) with { Excerpt = fact.Number, Until = fact.Until }, ct);
        }
    }

    private async Task<IReadOnlyList<(long AccountId, string Kind)>> NewsOfAsync(AfterSaleMoved fact, CancellationToken ct) => fact.State switch
    {
        "applied" => [(fact.SellerId, NoticeKinds.AfterSaleApplied)],
        "sellerRefused" => [(fact.BuyerId, NoticeKinds.AfterSaleRefused)],
        "sellerRejected" => [(fact.BuyerId, NoticeKinds.AfterSaleRejected)],
        "sellerAgreed" when fact.Kind is "missingItem" => [(fact.BuyerId, NoticeKinds.AfterSalePromised), .. UnlessOwnDoing(fact, NoticeKinds.AfterSaleOwed)],
        "sellerAgreed" => [(fact.BuyerId, NoticeKinds.AfterSaleAgreed), .. UnlessOwnDoing(fact, NoticeKinds.AfterSaleGranted)],
        "buyerShipping" => [(fact.SellerId, NoticeKinds.AfterSaleSentBack)],
        "sellerReceived" => [(fact.BuyerId, NoticeKinds.AfterSalePromised), .. UnlessOwnDoing(fact, NoticeKinds.AfterSaleOwed)],
        "platformIntervening" => [(fact.SellerId, NoticeKinds.AfterSaleCalled), .. await JudgesAsync(fact, ct)],
        "platformRefused" => [(fact.BuyerId, NoticeKinds.AfterSaleDecided), (fact.SellerId, NoticeKinds.AfterSaleDecided)],
        "done" when fact.By is "operator" => [(fact.BuyerId, NoticeKinds.AfterSaleDecided), (fact.SellerId, NoticeKinds.AfterSaleDecided)],
        "done" => [(fact.BuyerId, NoticeKinds.AfterSaleRefunded), .. UnlessOwnDoing(fact, NoticeKinds.AfterSaleRefunded)],
        "buyerCancelled" when fact.By is "buyer" => [(fact.SellerId, NoticeKinds.AfterSaleEnded)],
        "buyerCancelled" => [(fact.BuyerId, NoticeKinds.AfterSaleEnded), (fact.SellerId, NoticeKinds.AfterSaleEnded)],
        _ => [],
    };

    /// <summary>A store that has just done it knows; of what time or the platform did in its place it hears here.</summary>
    private static IEnumerable<(long AccountId, string Kind)> UnlessOwnDoing(AfterSaleMoved fact, string kind) => fact.By is "seller" ? [] : [(fact.SellerId, kind)];

    /// <summary>Whoever is a side of the order does not decide about it.</summary>
    private async Task<IEnumerable<(long AccountId, string Kind)>> JudgesAsync(AfterSaleMoved fact, CancellationToken ct) =>
        (await operators.ListAsync(ct)).Where(id => id != fact.BuyerId && id != fact.SellerId).Select(id => (id, NoticeKinds.AfterSaleToDecide));
}
