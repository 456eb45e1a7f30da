using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Sward.Bench;

/// <summary>The PostgreSQL server that a bench has for itself, on the same machine.</summary>
internal sealed class PostgresServer(int postmaster)
{
    /// <summary>Ticks of <c>/proc/PID/stat</c> in a second; Linux shows 100 on every machine.</summary>
    private const double TicksPerSecond = 100;

    /// <summary>Host, port, user and password of a connection string.</summary>
    public static string Address { get; } = Environment.GetEnvironmentVariable("SWARD_BENCH_POSTGRES")
        ?? throw new InvalidOperationException("Run it by ./sward bench, which starts PostgreSQL.");

    /// <summary>The setting that makes the Host use it.</summary>
    public static string Setting { get; } = $"ConnectionStrings:Postgres={Address};Database=sward;Maximum Pool Size=60";

    /// <summary>Lets the server do now what 150,000 new products leave behind, so that it is not done, and counted, while somebody buys.</summary>
    public static async Task<PostgresServer> SettleAsync(DbContext db)
    {
        await db.Database.ExecuteSqlRawAsync("VACUUM (FREEZE, ANALYZE)");
        await db.Database.ExecuteSqlRawAsync("CHECKPOINT");
        var file = await db.Database.SqlQueryRaw<string>("SELECT pg_read_file('postmaster.pid') AS \"Value\"").SingleAsync();
        return new(int.Parse(file.Split('\n')[0], CultureInfo.InvariantCulture));
    }

    /// <summary>CPU of the server and of all its connections, those included that have ended.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            var children = File.ReadAllText($"/proc/{postmaster}/task/{postmaster}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return TimeSpan.FromSeconds((TicksOf($"{postmaster}") + children.Sum(TicksOf)) / TicksPerSecond);
        }
    }

    /// <summary>Ticks in user and system mode, its own and those of its children that have ended; nothing for a process that has just gone.</summary>
    private static long TicksOf(string process)
    {
        try
        {
            // The name in brackets may hold anything; behind it stand the state and then numbers, the 12th to the 15th being the times.
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[11..15].Sum(ticks => long.Parse(ticks, CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
