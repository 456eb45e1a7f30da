using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Contracts.Town;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Coupons;
using Sward.Mall.GiftCards;
using Sward.Mall.Ledger;
using Sward.Mall.Offers;
using Sward.Mall.Points;
using Sward.Mall.Pricing;
using Sward.Mall.Stock;

namespace Sward.Bench;

/// <summary>Somebody at the festival: signed in, with an address and sometimes a gift card.</summary>
internal sealed record FestivalBuyer(long Id, long AddressId, long? CardId);

/// <summary>What there is to buy, and who sells it.</summary>
internal sealed record FestivalStalls(IReadOnlyList<FestivalBuyer> Buyers, IReadOnlyList<long> SkuIds, IReadOnlyDictionary<long, long> SellerOfStore);

/// <summary>Stores, goods, offers of every kind and people with coupons, points and gift cards, all made by a seed.</summary>
internal sealed class FestivalMarket(IServiceProvider services, int seed)
{
    private const int Stores = 20;
    private const int ProductsPerStore = 10;
    private const int Buyers = 1_000;

    private readonly Random random = new(seed);
    private readonly Ids ids = services.GetRequiredService<Ids>();
    private readonly DateTimeOffset now = TimeProvider.System.GetUtcNow();

    public async Task<FestivalStalls> OpenAsync()
    {
        await Planting.PlantAsync(services, Gather);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MallDb>();
        var stores = await db.Stores.OrderBy(store => store.Id).ToListAsync();
        var sellers = stores.ConvertAll(store => store.OwnerId);
        await using var people = services.CreateAsyncScope();
        var buyers = await people.ServiceProvider.GetRequiredService<Accounts.AccountsDb>().Accounts
            .Where(account => !sellers.Contains(account.Id)).OrderBy(account => account.Id).Select(account => account.Id).ToListAsync();

        List<long> skus = [.. stores.SelectMany(store => Enumerable.Range(0, ProductsPerStore).Select(_ => List(db, store.Id)))];
        db.PublicOffers.AddRange(stores.Where((_, n) => n % 2 == 0).Select(store => Offer(store.Id, new OfferTerms { Threshold = new([new TierTerms(15_000, 1_000), new TierTerms(40_000, 3_333)]) })));
        db.PublicOffers.AddRange(stores.Where((_, n) => n % 5 == 0).Select(store => Offer(store.Id, new OfferTerms { Units = new(Size: 3, Cheaper: 1, Percent: 100) })));
        db.PublicOffers.Add(Offer(storeId: null, new OfferTerms { Threshold = new([new TierTerms(30_000, 5_000)], Repeated: true) }));
        var coupons = stores.ConvertAll(store => Coupon(store.Id, CouponLayer.Store));
        coupons.Add(Coupon(storeId: null, CouponLayer.Platform));
        coupons.Add(Coupon(storeId: null, CouponLayer.Freight));
        List<FestivalBuyer> guests = [.. buyers.Select(buyer => Equip(db, buyer, coupons))];
        db.CouponIssues.AddRange(coupons);
        await db.SaveChangesAsync();
        foreach (var coupon in coupons)
        {
            var given = db.HeldCoupons.Count(held => held.IssueId == coupon.Id);
            await db.CouponIssues.Where(issue => issue.Id == coupon.Id).ExecuteUpdateAsync(set => set.SetProperty(issue => issue.Given, given));
        }

        return new(guests, skus, stores.ToDictionary(store => store.Id, store => store.OwnerId));
    }

    private long List(MallDb db, long storeId)
    {
        var (product, sku) = Planting.Goods(ids, storeId, random.NextInt64(500, 30_000));
        db.AddRange(product, sku);
        // Some goods are scarce, and some lie in two places.
        for (var place = random.Next(2); place >= 0; place--)
        {
            var warehouse = new Warehouse { Id = ids.Next(), StoreId = storeId, Code = FormattableString.Invariant($"{sku.Id}-{place}") };
            db.AddRange(warehouse, new StockLevel { SkuId = sku.Id, WarehouseId = warehouse.Id, OnHand = random.Next(4) == 0 ? random.Next(10, 60) : 5_000 });
        }

        return sku.Id;
    }

    private PublicOffer Offer(long? storeId, OfferTerms terms) => new()
    {
        Id = ids.Next(),
        StoreId = storeId,
        Title = "Festival",
        Currency = "CNY",
        Terms = terms,
        From = now.AddDays(-1),
        Until = now.AddYears(1),
    };

    private CouponIssue Coupon(long? storeId, CouponLayer layer) => new()
    {
        Id = ids.Next(),
        StoreId = storeId,
        Currency = "CNY",
        Title = "Festival",
        Layer = layer,
        FromMinor = 5_000,
        OffMinor = random.Next(100, 1_500),
        Quota = 1_000_000,
        PerPerson = 20,
        Until = now.AddYears(1),
    };

    private FestivalBuyer Equip(MallDb db, long buyer, List<CouponIssue> coupons)
    {
        var address = Planting.Address(ids, buyer);
        db.Add(address);
        foreach (var coupon in coupons.Where(_ => random.Next(3) == 0))
        {
            db.AddRange(Enumerable.Range(1, 5).Select(number => new HeldCoupon { Id = ids.Next(), IssueId = coupon.Id, AccountId = buyer, Number = number, ClaimedAt = now }));
        }

        var purse = new PointsPurse { AccountId = buyer };
        purse.Move("earned:0", random.Next(0, 20_000), now);
        db.Add(purse);
        return new(buyer, address.Id, random.Next(5) == 0 ? Card(db, buyer) : null);
    }

    private long Card(MallDb db, long buyer)
    {
        var card = GiftCard.Issue(ids.Next(), GiftCardCode.New(), new Money(random.Next(1_000, 100_000), "CNY"), now, now.AddYears(1));
        db.Add(card);
        db.Entry(card).Property(c => c.OwnerId).CurrentValue = buyer;
        return card.Id;
    }

    private DemoTown Gather()
    {
        TownPerson[] people = [.. Enumerable.Range(0, Buyers + Stores).Select(n => Planting.Person(ids, "guest", n))];
        TownStore[] stores = [.. people[..Stores].Select(owner => new TownStore(ids.Next(), owner.Id, "Stall", "personal", "", LogoId: null, ThresholdMinor: 0, OffMinor: 0, Planting.Today))];
        return new(people, [], [], stores, [], [], [], [], [], []);
    }
}
