using System.Security.Cryptography;
using Sward.Mall.Orders;

namespace Sward.Mall.Vouchers;

/// <summary>Where a voucher is.</summary>
internal enum VoucherState
{
    /// <summary>With the buyer, to be used.</summary>
    Issued,
    Redeemed,

    /// <summary>Not used in time; its money has gone back.</summary>
    Expired,

    /// <summary>Given back, by itself or with its whole order.</summary>
    Cancelled,
}

/// <summary>The right to one unit of a voucher or booking. It ends once: used, expired or given back.</summary>
internal sealed class Voucher
{
    /// <summary>No letters and digits that look alike: people read it to each other.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int CodeLength = 12;

    public long Id { get; init; }
    public long OrderId { get; init; }
    public long LineId { get; init; }

    /// <summary>Which unit of the line it stands for, counted from 0.</summary>
    public int Unit { get; init; }
    public long StoreId { get; init; }
    [Personal]
    public long BuyerId { get; init; }
    public required string Code { get; init; }
    public VoucherState State { get; private set; }
    public DateTimeOffset IssuedAt { get; init; }

    /// <summary>The moment from which it can be used.</summary>
    public DateTimeOffset ValidFrom { get; init; }

    /// <summary>The first moment at which it can no longer be used.</summary>
    public DateTimeOffset ValidUntil { get; init; }

    /// <summary>When it ended, by whom, and under which key: a redemption that is sent again on a bad line is the same one.</summary>
    public DateTimeOffset? EndedAt { get; private set; }
    [Personal]
    public long? EndedBy { get; private set; }
    public string? EndKey { get; private set; }

    public static string NewCode() => RandomNumberGenerator.GetString(Alphabet, CodeLength);

    /// <summary>What somebody typed, as codes are written: without spaces and dashes, in capitals.</summary>
    public static string Normalize(string typed) => string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    public void End(VoucherState to, Actor by, string? key, DateTimeOffset now)
    {
        if (State is not VoucherState.Issued)
        {
            throw new Refusal("mall.voucher-ended");
        }

        (State, EndedAt, EndedBy, EndKey) = (to, now, by.AccountId, key);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Voucher>
    {
        public void Configure(EntityTypeBuilder<Voucher> voucher)
        {
            voucher.Property(v => v.Id).ValueGeneratedNever();
            voucher.Property(v => v.Code).HasMaxLength(CodeLength);
            voucher.Property(v => v.State).HasConversion<string>().HasMaxLength(20);
            voucher.Property(v => v.EndKey).HasMaxLength(100);
            voucher.HasOne<Order>().WithMany().HasForeignKey(v => v.OrderId).OnDelete(DeleteBehavior.Restrict);
            voucher.HasIndex(v => v.Code).IsUnique();
            // A unit is issued once.
            voucher.HasIndex(v => new { v.LineId, v.Unit }).IsUnique();
            voucher.HasIndex(v => new { v.State, v.ValidUntil });
            voucher.HasIndex(v => new { v.BuyerId, v.Id });
            voucher.HasIndex(v => new { v.StoreId, v.EndedAt });
        }
    }
}

/// <summary>The secret that a store's tickets are signed with.</summary>
internal sealed class VoucherKey
{
    public long StoreId { get; init; }
    public required byte[] Secret { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<VoucherKey>
    {
        public void Configure(EntityTypeBuilder<VoucherKey> key)
        {
            key.HasKey(k => k.StoreId);
            key.Property(k => k.StoreId).ValueGeneratedNever();
        }
    }
}
