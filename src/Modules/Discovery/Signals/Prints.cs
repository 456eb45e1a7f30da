using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;

namespace Sward.Discovery.Signals;

/// <summary>
/// Tells whether the same visitor, or somebody who does not want to be known, saw the same note again, and nothing else: a print is of somebody and one note, so that two notes never tell that
/// the same one saw both, and without the salt nobody finds out whose it is.
/// </summary>
internal sealed class Prints(IServiceScopeFactory scopes)
{
    private byte[]? salt;

    /// <summary>A visitor as long as a signal waits in memory; never written. All who share an address, or a home's addresses of version 6, are one.</summary>
    /// <returns>A negative number, where accounts are positive.</returns>
    public static long VisitorAt(IPAddress? address)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        _ = plain?.TryWriteBytes(bytes, out _);
        return Negative(BinaryPrimitives.ReadInt64BigEndian(bytes) >>> 1);
    }

    /// <summary>Puts prints in the place of visitors and of those in <paramref name="nameless"/>: on impressions of notes, and nothing on all else.</summary>
    public async ValueTask<Signal[]> PutAsync(Signal[] signals, IReadOnlySet<long> nameless, CancellationToken ct)
    {
        if (!Array.Exists(signals, IsToHide))
        {
            return signals;
        }

        var key = salt ??= await ReadSaltAsync(ct);
        return Array.ConvertAll(signals, signal => !IsToHide(signal) ? signal
            : signal with { AccountId = signal is { Type: "impression", TargetKind: "note" } ? Of(key, signal.AccountId, signal.TargetId) : 0 });

        bool IsToHide(Signal signal) => signal.AccountId < 0 || nameless.Contains(signal.AccountId);
    }

    private static long Of(byte[] key, long who, long noteId)
    {
        Span<byte> both = stackalloc byte[16];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt64LittleEndian(both, who);
        BinaryPrimitives.WriteInt64LittleEndian(both[8..], noteId);
        HMACSHA256.HashData(key, both, hash);
        return Negative(BinaryPrimitives.ReadInt64LittleEndian(hash));
    }

    private static long Negative(long value) => value | long.MinValue;

    /// <summary>The same on every node and after every start.</summary>
    private async Task<byte[]> ReadSaltAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DiscoveryDb>();
        if (await db.PrintSalts.AsNoTracking().FirstOrDefaultAsync(ct) is not { } kept)
        {
            await db.InsertOnceAsync(new PrintSalt { Id = 1, Value = RandomNumberGenerator.GetBytes(32) }, ct);
            kept = await db.PrintSalts.AsNoTracking().SingleAsync(ct);
        }

        return kept.Value;
    }
}

/// <summary>What makes prints ours; there is one row.</summary>
internal sealed class PrintSalt
{
    public required int Id { get; init; }

    public required byte[] Value { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<PrintSalt>
    {
        public void Configure(EntityTypeBuilder<PrintSalt> salt)
        {
            salt.Property(s => s.Id).ValueGeneratedNever();
            salt.Property(s => s.Value).HasMaxLength(32);
        }
    }
}
