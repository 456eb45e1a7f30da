using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Sward.Accounts;

/// <summary>The code that was last sent to an address. Six digits, good for ten minutes and five tries.</summary>
internal sealed class OneTimeCode
{
    [Personal]
    public required string Address { get; init; }

    public required string CodeHash { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public int TriesLeft { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<OneTimeCode>
    {
        public void Configure(EntityTypeBuilder<OneTimeCode> builder)
        {
            builder.HasKey(c => c.Address);
            builder.Property(c => c.Address).HasMaxLength(254);
            builder.Property(c => c.CodeHash).HasMaxLength(64);
        }
    }
}

/// <summary>Makes, sends and checks one-time codes.</summary>
internal sealed class OneTimeCodes(AccountsDb db, RateCounts rates, ICodeSender sender, TimeProvider clock, IOptions<AccountsOptions> options)
{
    private const int Tries = 5;

    public async Task SendAsync(Login login, CancellationToken ct)
    {
        await rates.CountAsync($"code {login.Key}", options.Value.CodesPerAddress, TimeSpan.FromMinutes(10), ct);
        var code = RandomNumberGenerator.GetString("0123456789", 6);
        var (hash, expires) = (HashOf(login, code), clock.GetUtcNow().AddMinutes(options.Value.CodeMinutes));
        var row = new OneTimeCode { Address = login.Key, CodeHash = hash, ExpiresAt = expires, TriesLeft = Tries };
        if (!await db.InsertOnceAsync(row, ct))
        {
            await db.Codes.Where(c => c.Address == login.Key).ExecuteUpdateAsync(
                set => set.SetProperty(c => c.CodeHash, hash).SetProperty(c => c.ExpiresAt, expires).SetProperty(c => c.TriesLeft, Tries), ct);
        }

        await sender.SendAsync(login, code, ct);
    }

    /// <summary>Uses the code up; false when it is wrong, old, already used or tried too often.</summary>
    public async Task<bool> UseAsync(Login login, string code, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var counted = await db.Codes.Where(c => c.Address == login.Key && c.ExpiresAt > now && c.TriesLeft > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.TriesLeft, c => c.TriesLeft - 1), ct);
        var hash = HashOf(login, code);
        return counted == 1 && await db.Codes.Where(c => c.Address == login.Key && c.CodeHash == hash).ExecuteDeleteAsync(ct) == 1;
    }

    private static string HashOf(Login login, string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{login.Key} {code}")));
}
