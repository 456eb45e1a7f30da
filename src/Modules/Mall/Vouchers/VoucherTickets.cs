using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Sward.Mall.Vouchers;

/// <summary>Signs what stands in a voucher's QR code, so that a forged one is told apart without knowing any voucher.</summary>
internal sealed class VoucherTickets(MallDb db)
{
    private const int SecretBytes = 32;

    /// <summary>Half of an HMAC-SHA256: nobody guesses 128 bits, and the picture stays coarse enough for a poor camera.</summary>
    private const int SignatureBytes = 16;

    /// <summary>The code and its signature, with a point between them.</summary>
    public async Task<string> OfAsync(Voucher voucher, CancellationToken ct) => $"{voucher.Code}.{Sign(voucher.Code, await SecretAsync(voucher.StoreId, ct))}";

    /// <summary>The code in a ticket of this store. A code alone, read out by the buyer, is as good: nobody guesses sixty bits.</summary>
    /// <exception cref="Refusal">Its signature is not the store's.</exception>
    public async Task<string> ReadAsync(long storeId, string ticket, CancellationToken ct)
    {
        if (ticket.Split('.') is not [var code, var signature])
        {
            return Voucher.Normalize(ticket);
        }

        var expected = Sign(code.Trim(), await SecretAsync(storeId, ct));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature.Trim()), Encoding.UTF8.GetBytes(expected)) ? code.Trim() : throw new Refusal("mall.voucher-not-genuine", StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<byte[]> SecretAsync(long storeId, CancellationToken ct)
    {
        await db.InsertOnceAsync(new VoucherKey { StoreId = storeId, Secret = RandomNumberGenerator.GetBytes(SecretBytes) }, ct);
        return await db.VoucherKeys.Where(key => key.StoreId == storeId).Select(key => key.Secret).SingleAsync(ct);
    }

    private static string Sign(string code, byte[] secret) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(code)).AsSpan(0, SignatureBytes));
}
