using Sward.Contracts.Town;
using Sward.Mall.Offers;
using Sward.Mall.Stock;
using Sward.Mall.Stores;

namespace Sward.Mall.Catalog;

/// <summary>Plants the stores of the demo town and what they sell. What the town's orders take off the shelves is put there besides.</summary>
internal sealed class CatalogTown(MallDb db, Ids ids) : ITownPart
{
    private const string Warehouse = "main";

    public int Order => 30;

    public async Task PlantAsync(DemoTown town, IProgress<string> progress, CancellationToken ct)
    {
        db.Stores.AddRange(town.Stores.Select(store => new Store
        {
            Id = store.Id,
            OwnerId = store.OwnerId,
            Name = store.Name,
            Kind = Enum.Parse<StoreKind>(store.Kind, ignoreCase: true),
            Story = store.Story,
            LogoId = store.LogoId,
            SearchDirect = true,
            OpenedAt = store.OpenedAt,
        }));
        db.PublicOffers.AddRange(town.Stores.Where(store => store.OffMinor > 0).Select(OfferOf));
        var warehouses = town.Stores.ToDictionary(store => store.Id, store => new Warehouse { Id = ids.Next(store.OpenedAt), StoreId = store.Id, Code = Warehouse });
        db.Warehouses.AddRange(warehouses.Values);
        var openedAt = town.Stores.ToDictionary(store => store.Id, store => store.OpenedAt);
        foreach (var product in town.Products)
        {
            db.Products.Add(new Product
            {
                Id = product.Id,
                StoreId = product.StoreId,
                Name = product.Name,
                Origin = product.Origin,
                Category = product.Category,
                Brand = product.Brand,
                Description = product.Description,
                PictureIds = product.PictureIds,
                OnSale = true,
                PriceMinor = product.Skus.Min(sku => sku.PriceMinor),
            });
            db.Skus.AddRange(product.Skus.Select(sku => new Sku { Id = sku.Id, ProductId = product.Id, Code = sku.Code, Options = sku.Options }
                .Priced(new Money(sku.PriceMinor, MallOptions.DefaultCurrency), ids.Next(openedAt[product.StoreId]), openedAt[product.StoreId])));
            db.StockLevels.AddRange(product.Skus.Select(sku => new StockLevel { SkuId = sku.Id, WarehouseId = warehouses[product.StoreId].Id, OnHand = sku.Units }));
        }

        await db.SaveChangesAsync(ct);
        progress.Report($"{town.Stores.Count} stores, {town.Products.Count} products");
    }

    private PublicOffer OfferOf(TownStore store) => new()
    {
        Id = ids.Next(store.OpenedAt),
        StoreId = store.Id,
        Title = store.Name,
        Currency = MallOptions.DefaultCurrency,
        Terms = new OfferTerms { Threshold = new ThresholdTerms([new TierTerms(store.ThresholdMinor, store.OffMinor)]) },
        CreatedAt = store.OpenedAt,
        From = store.OpenedAt,
        Until = store.OpenedAt.AddYears(10),
    };
}
