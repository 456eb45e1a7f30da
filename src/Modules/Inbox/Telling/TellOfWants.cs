using Sward.Contracts.Mall;

namespace Sward.Inbox;

/// <summary>Tells people of goods they want.</summary>
internal sealed class TellOfWants(Teller teller, Ids ids) : IHandle<WantAnswered>
{
    public Task HandleAsync(WantAnswered fact, CancellationToken ct) => NoticeKinds.TabOf(fact.News) is NoticeKinds.WantsTab
        ? teller.TellAsync(Notice.Begin(ids.Next(), fact.AccountId, fact.News, fact.ProductId, actorId: null, fact.At) with { Excerpt = fact.Variant.Length > 0 ? PlainText.Excerpt(fact.Variant, Notice.ExcerptLength) : null }, ct)
        : Task.CompletedTask;
}
