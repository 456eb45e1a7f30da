using Sward.Mall.Addresses;
using Sward.Mall.AfterSales;
using Sward.Mall.Carts;
using Sward.Mall.Catalog;
using Sward.Mall.Checkout;
using Sward.Mall.Commissions;
using Sward.Mall.Coupons;
using Sward.Mall.Courses;
using Sward.Mall.FlashSales;
using Sward.Mall.GiftCards;
using Sward.Mall.Invoices;
using Sward.Mall.Leads;
using Sward.Mall.Ledger;
using Sward.Mall.Offers;
using Sward.Mall.Orders;
using Sward.Mall.Payments;
using Sward.Mall.Payments.Sandbox;
using Sward.Mall.Payouts;
using Sward.Mall.Points;
using Sward.Mall.PreSales;
using Sward.Mall.Reviews;
using Sward.Mall.Settlements;
using Sward.Mall.Shipments;
using Sward.Mall.Stock;
using Sward.Mall.Stores;
using Sward.Mall.Vouchers;
using Sward.Mall.Wants;

namespace Sward.Mall;

/// <summary>The mall's window on the database. Its connections are durable: an answered order survives a power cut.</summary>
internal abstract class MallDb(DbContextOptions options, ModuleDbServices kernel) : ModuleDb(options, kernel)
{
    protected override string Module => "mall";

    // Stores, catalogue, addresses
    public DbSet<Store> Stores => Set<Store>();

    public DbSet<Product> Products => Set<Product>();

    public DbSet<Sku> Skus => Set<Sku>();

    public DbSet<PublicPrice> PublicPrices => Set<PublicPrice>();

    public DbSet<Address> Addresses => Set<Address>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<Lead> Leads => Set<Lead>();

    // Offers
    public DbSet<PublicOffer> PublicOffers => Set<PublicOffer>();

    public DbSet<Partaker> Partakers => Set<Partaker>();

    public DbSet<CouponIssue> CouponIssues => Set<CouponIssue>();

    public DbSet<HeldCoupon> HeldCoupons => Set<HeldCoupon>();

    public DbSet<CouponPush> CouponPushes => Set<CouponPush>();

    public DbSet<PointsPurse> PointsPurses => Set<PointsPurse>();

    public DbSet<PointsMove> PointsMoves => Set<PointsMove>();

    public DbSet<GiftCard> GiftCards => Set<GiftCard>();

    public DbSet<GiftCardSpend> GiftCardSpends => Set<GiftCardSpend>();

    // Commissions
    public DbSet<CommissionRate> CommissionRates => Set<CommissionRate>();

    public DbSet<LineCommission> LineCommissions => Set<LineCommission>();

    public DbSet<Touch> Touches => Set<Touch>();

    // Wants
    public DbSet<Want> Wants => Set<Want>();

    public DbSet<WantedWord> WantedWords => Set<WantedWord>();

    public DbSet<WordAsker> WordAskers => Set<WordAsker>();

    // Stock
    public DbSet<Warehouse> Warehouses => Set<Warehouse>();

    public DbSet<StockLevel> StockLevels => Set<StockLevel>();

    public DbSet<Hold> Holds => Set<Hold>();

    // Limited-time purchases
    public DbSet<FlashSale> FlashSales => Set<FlashSale>();

    public DbSet<FlashStock> FlashStocks => Set<FlashStock>();

    public DbSet<FlashSlot> FlashSlots => Set<FlashSlot>();

    public DbSet<FlashWaiter> FlashWaiters => Set<FlashWaiter>();

    // Pre-sales
    public DbSet<PreSale> PreSales => Set<PreSale>();

    public DbSet<RestNotice> RestNotices => Set<RestNotice>();

    // Carts, orders, money
    public DbSet<CartLine> CartLines => Set<CartLine>();

    public DbSet<Purchase> Purchases => Set<Purchase>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<OrderLine> OrderLines => Set<OrderLine>();

    public DbSet<OrderChange> OrderChanges => Set<OrderChange>();

    public DbSet<Shipment> Shipments => Set<Shipment>();

    public DbSet<Voucher> Vouchers => Set<Voucher>();

    public DbSet<VoucherKey> VoucherKeys => Set<VoucherKey>();

    public DbSet<Lesson> Lessons => Set<Lesson>();

    public DbSet<Enrolment> Enrolments => Set<Enrolment>();

    public DbSet<LessonOpening> LessonOpenings => Set<LessonOpening>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<PaymentNotice> PaymentNotices => Set<PaymentNotice>();

    public DbSet<Refund> Refunds => Set<Refund>();

    public DbSet<StrayNotice> StrayNotices => Set<StrayNotice>();

    public DbSet<SandboxCharge> SandboxCharges => Set<SandboxCharge>();

    public DbSet<AfterSale> AfterSales => Set<AfterSale>();

    public DbSet<Invoice> Invoices => Set<Invoice>();

    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();

    public DbSet<Posting> Postings => Set<Posting>();

    public DbSet<LedgerBalance> LedgerBalances => Set<LedgerBalance>();

    public DbSet<Statement> Statements => Set<Statement>();

    public DbSet<StatementItem> StatementItems => Set<StatementItem>();

    public DbSet<Payout> Payouts => Set<Payout>();

    /// <summary>Saves; postings among the changes move their balances in the same transaction, which there has to be.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var moved = Balances.MovedBy(this);
        if (moved.Count > 0 && Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Money moves only inside a transaction.");
        }

        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await Balances.ApplyAsync(this, moved, cancellationToken);
        return rows;
    }
}

internal sealed class MallDbSqlite(DbContextOptions<MallDbSqlite> options, ModuleDbServices kernel) : MallDb(options, kernel);

internal sealed class MallDbPostgres(DbContextOptions<MallDbPostgres> options, ModuleDbServices kernel) : MallDb(options, kernel);
