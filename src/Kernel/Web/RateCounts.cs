using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sward.Kernel;

/// <summary>How often something happened within a window, counted in the database so that all nodes count together.</summary>
internal sealed class RateCount
{
    [Personal]
    public required string Key { get; init; }

    public int Count { get; set; }

    public DateTimeOffset WindowEnd { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<RateCount>
    {
        public void Configure(EntityTypeBuilder<RateCount> builder)
        {
            builder.HasKey(r => r.Key);
            builder.Property(r => r.Key).HasMaxLength(120);
            builder.HasIndex(r => r.WindowEnd);
        }
    }
}

/// <summary>Counts what must not be guessed or repeated at will: sign-ins, codes, money.</summary>
public sealed class RateCounts(KernelDb db, TimeProvider clock)
{
    /// <summary>Counts one more; refuses when it was the one too many in this window.</summary>
    /// <param name="what">What is counted and for whom. Stored as a hash: it names addresses of people, and may be of any length.</param>
    /// <param name="code">The code of the refusal, where another one says more.</param>
    public async Task CountAsync(string what, int limit, TimeSpan window, CancellationToken ct, string code = "kernel.too-many-requests")
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)));
        var now = clock.GetUtcNow();
        var end = now + window;
        await db.RateCounts.Where(r => r.Key == key && r.WindowEnd <= now).ExecuteUpdateAsync(set => set.SetProperty(r => r.Count, 0).SetProperty(r => r.WindowEnd, end), ct);
        var counted = await db.RateCounts.Where(r => r.Key == key && r.Count < limit).ExecuteUpdateAsync(set => set.SetProperty(r => r.Count, r => r.Count + 1), ct);
        if (counted == 1 || await db.InsertOnceAsync(new RateCount { Key = key, Count = 1, WindowEnd = end }, ct))
        {
            return;
        }

        // Either the limit is reached, or another request made the row in between: then this one is counted now.
        if (await db.RateCounts.Where(r => r.Key == key && r.Count < limit).ExecuteUpdateAsync(set => set.SetProperty(r => r.Count, r => r.Count + 1), ct) == 0)
        {
            throw new Refusal(code, Microsoft.AspNetCore.Http.StatusCodes.Status429TooManyRequests);
        }
    }
}
