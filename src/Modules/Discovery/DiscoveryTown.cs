using Sward.Contracts.Town;
using Sward.Discovery.Authors;
using Sward.Discovery.Goods.Acting;
using Sward.Discovery.Keeping;
using Sward.Discovery.Learning.Acting;
using Sward.Discovery.Pools;
using Sward.Discovery.Ranking;
using Sward.Discovery.Shelves;

namespace Sward.Discovery;

/// <summary>Fills the feeds of the demo town.</summary>
internal sealed class DiscoveryTown(DiscoveryDb db, ShelfKeeper shelves, TimeProvider clock) : ITownPart
{
    public int Order => 50;

    public async Task PlantAsync(DemoTown town, IProgress<string> progress, CancellationToken ct)
    {
        progress.Report("feeds");
        var categories = town.Products.ToDictionary(product => product.Id, product => product.Category);
        var reactions = town.Reactions.ToLookup(reaction => (reaction.NoteId, reaction.Kind));
        var commenters = town.Comments.ToLookup(comment => comment.NoteId, comment => comment.AuthorId);
        db.Notes.AddRange(town.Notes.Select(note => new FeedNote
        {
            Id = note.Id,
            AuthorId = note.AuthorId,
            Channel = note.Channel,
            Visibility = "public",
            Topics = [.. note.Topics],
            ProductIds = [.. note.ProductIds],
            Categories = [.. note.ProductIds.Select(id => categories[id]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            PublishedAt = note.PublishedAt,
            Print = WordPrint.Of(note.Title, note.Body),
        }.With(new Engagement(reactions[(note.Id, "like")].Count(), reactions[(note.Id, "collect")].Count(), commenters[note.Id].Distinct().Count()))));
        db.Actions.AddRange(town.Reactions.GroupBy(reaction => (reaction.AccountId, reaction.NoteId)).Select(did => new NoteAction
        {
            AccountId = did.Key.AccountId,
            NoteId = did.Key.NoteId,
            Liked = did.Any(reaction => reaction.Kind is "like"),
            Collected = did.Any(reaction => reaction.Kind is "collect"),
            At = did.Max(reaction => reaction.At),
        }).Where(action => action.Weight > 0));
        var productOf = town.Products.SelectMany(product => product.Skus.Select(sku => (SkuId: sku.Id, ProductId: product.Id))).ToDictionary(sku => sku.SkuId, sku => sku.ProductId);
        db.ProductActions.AddRange(town.Orders.Where(order => order.State is not "pendingPayment")
            .SelectMany(order => order.Lines.Select(line => (order.BuyerId, ProductId: productOf[line.SkuId], order.At)))
            .GroupBy(bought => (bought.BuyerId, bought.ProductId), bought => bought.At)
            .Select(bought => new ProductAction { AccountId = bought.Key.BuyerId, ProductId = bought.Key.ProductId, BoughtAt = bought.Max(), Orders = bought.Count(), At = bought.Max() }));
        db.Authors.AddRange(town.Follows.CountBy(follow => follow.FolloweeId).Select(count => new Author { Id = count.Key, Followers = count.Value }));
        db.PoolStays.AddRange(town.Notes.Where(note => clock.GetUtcNow() - note.PublishedAt < KeepPools.NewFor).Select(note => KeepPools.Entry(note.Id, note.Channel, note.PublishedAt)));
        await db.SaveChangesAsync(ct);
        // The town comes without facts, so memory would not hear of it.
        await shelves.LoadAsync(ct);
    }
}
