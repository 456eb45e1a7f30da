using Sward.Contracts.Mall;

namespace Sward.Inbox;

/// <summary>Tells a store's owner that somebody asks about goods that are not bought here.</summary>
internal sealed class TellOfLeads(Teller teller, Ids ids) : IHandle<LeadAsked>
{
    public Task HandleAsync(LeadAsked fact, CancellationToken ct) =>
        teller.TellAsync(Notice.Begin(ids.Next(), fact.SellerId, NoticeKinds.Lead, fact.StoreId, fact.AccountId, fact.At) with { Excerpt = fact.ProductName }, ct);
}
