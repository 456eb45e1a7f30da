using Sward.Contracts.Mall;
using Sward.Contracts.Notes;
using Sward.Contracts.Town;

namespace Sward.Search;

/// <summary>Plants what can be found in the town, and what its people have searched for of late.</summary>
internal sealed class SearchTown(SearchDb db, TimeProvider clock) : ITownPart
{
    public int Order => 50;

    public async Task PlantAsync(DemoTown town, IProgress<string> progress, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        PlantPeople(town);
        PlantProducts(town);
        PlantNotes(town);
        PlantQueries(town);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        progress.Report($"search: {town.Notes.Count + town.Products.Count + town.People.Count} documents");
    }

    private void PlantPeople(DemoTown town)
    {
        var followers = town.Follows.CountBy(f => f.FolloweeId).ToDictionary();
        foreach (var resident in town.People)
        {
            var person = new PersonDocument { Id = resident.Id, FollowerCount = followers.GetValueOrDefault(resident.Id) };
            person.Write(resident.Handle, resident.Nickname, resident.Bio);
            db.People.Add(person);
        }
    }

    private void PlantProducts(DemoTown town)
    {
        var stores = town.Stores.ToDictionary(s => s.Id);
        db.Stores.AddRange(town.Stores.Select(StoreOf));
        var productOfSku = town.Products.SelectMany(p => p.Skus, (p, sku) => (sku.Id, ProductId: p.Id)).ToDictionary(s => s.Id, s => s.ProductId);
        var sold = town.Orders.Where(o => o.State is not "pendingPayment").SelectMany(o => o.Lines.Select(l => productOfSku[l.SkuId]).Distinct()).CountBy(id => id).ToDictionary();
        foreach (var listed in town.Products)
        {
            var store = stores[listed.StoreId];
            var price = new Money(listed.Skus.Min(s => s.PriceMinor), "CNY");
            var product = new ProductDocument { Id = listed.Id, SoldCount = sold.GetValueOrDefault(listed.Id) };
            product.Write(
                new ProductListed(listed.Id, store.Id, store.Name, listed.Name, listed.Origin, listed.Category, listed.Brand, listed.Description, price, OnSale: true, listed.ListedAt),
                store.OwnerId);
            db.Products.Add(product);
        }
    }

    private static StoreOwner StoreOf(TownStore store)
    {
        var known = new StoreOwner { Id = store.Id };
        known.Write(new StoreChanged(store.Id, store.OwnerId, store.Name, SearchDirect: true, OutsideLink: null, store.OpenedAt));
        return known;
    }

    private void PlantNotes(DemoTown town)
    {
        var goods = town.Products.ToDictionary(p => p.Id, p => $"{p.Name} {p.Brand}");
        var reactions = town.Reactions.CountBy(r => (r.NoteId, r.Kind)).ToDictionary();
        var comments = town.Comments.CountBy(c => c.NoteId).ToDictionary();
        foreach (var told in town.Notes)
        {
            var note = new NoteDocument
            {
                Id = told.Id,
                LikeCount = reactions.GetValueOrDefault((told.Id, "like")),
                CollectCount = reactions.GetValueOrDefault((told.Id, "collect")),
                CommentCount = comments.GetValueOrDefault(told.Id),
            };
            note.Write(
                new NotePublished(
                    told.Id, told.AuthorId, told.Kind, told.Title, told.Body, told.Channel, told.Topics, told.Place, told.ProductIds, MentionIds: [], "public",
                    told.PublishedAt, Edited: false, told.PublishedAt),
                told.ProductIds.Select(id => goods[id]));
            db.Notes.Add(note);
        }
    }

    /// <summary>Nobody records what the town searched for; people look for the topics of what they then like.</summary>
    private void PlantQueries(DemoTown town)
    {
        var now = clock.GetUtcNow();
        var topics = town.Notes.ToDictionary(n => n.Id, n => n.Topics);
        var searches = town.Reactions.SelectMany(r => topics[r.NoteId], (r, topic) => (Topic: topic, r.AccountId, At: r.At < now ? r.At : now)).OrderBy(s => s.At);
        foreach (var asked in searches.GroupBy(s => Query.Parse(s.Topic).Key, StringComparer.Ordinal).Where(g => g.Key.Length > 0))
        {
            var popular = new PopularQuery { Key = asked.Key, Text = asked.First().Topic, Since = asked.First().At };
            var askers = new HashSet<long>();
            foreach (var search in asked)
            {
                popular.Asked(search.At, search.AccountId, askers.Add(search.AccountId));
            }

            db.PopularQueries.Add(popular);
            db.AddRange(askers.Select(id => new QueryAsker(asked.Key, id, DateOnly.FromDateTime(asked.Last().At.UtcDateTime))));
        }
    }
}
