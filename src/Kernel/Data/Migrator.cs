using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Sward.Kernel;

/// <summary>A module's context and its history table.</summary>
public sealed record MigrationTarget(string Module, Type Context, Type Provider)
{
    public string HistoryTable => HistoryTableOf(Module);

    /// <summary>Ids of the migrations compiled into the module, found without building its model.</summary>
    public IEnumerable<string> Compiled() => Provider.Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == Provider)
        .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
        .OfType<string>();

    internal static string HistoryTableOf(string module) => $"{module}_migration";
}

/// <summary>Brings the database up to what the modules were compiled with.</summary>
public static class Migrator
{
    /// <summary>Migrates the modules that are behind, and only those; a start with nothing to do costs two queries.</summary>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var targets = scope.ServiceProvider.GetServices<MigrationTarget>().ToArray();
        var kernel = scope.ServiceProvider.GetRequiredService<KernelDb>();
        var log = scope.ServiceProvider.GetRequiredService<ILogger<KernelDb>>();
        if (kernel.Database.IsSqlite())
        {
            // A property of the file, which costs nothing where it is set: with it readers and the writer do not wait for each other.
            await kernel.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", ct);
        }

        var applied = await AppliedAsync(kernel, targets, ct);
        foreach (var target in targets.Where(t => t.Compiled().Any(id => !applied.Contains((t.Module, id)))))
        {
            var db = (DbContext)scope.ServiceProvider.GetRequiredService(target.Context);
            await ReleaseAbandonedLockAsync(db, ct);
            log.LogInformation("Migrating {Module}", target.Module);
            await db.Database.MigrateAsync(ct);
        }
    }

    private static async Task<HashSet<(string Module, string Id)>> AppliedAsync(KernelDb db, MigrationTarget[] targets, CancellationToken ct)
    {
        var applied = new HashSet<(string, string)>();
        if (!await db.Database.CanConnectAsync(ct))
        {
            return applied;
        }

        var names = await ColumnAsync(db, db.Database.IsSqlite()
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%_migration'"
            : "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema() AND table_name LIKE '%_migration'", ct);
        var known = targets.Where(t => names.Contains(t.HistoryTable, StringComparer.Ordinal)).ToArray();
        if (known.Length > 0)
        {
            var union = string.Join(" UNION ALL ", known.Select(t => $"SELECT '{t.Module} ' || \"MigrationId\" FROM {t.HistoryTable}"));
            foreach (var row in await ColumnAsync(db, union, ct))
            {
                var space = row.IndexOf(' ', StringComparison.Ordinal);
                applied.Add((row[..space], row[(space + 1)..]));
            }
        }

        return applied;
    }

    /// <summary>A migration that was killed leaves EF's lock row behind and the next one waits for ever. The data lock says that no other process migrates.</summary>
    private static async Task ReleaseAbandonedLockAsync(DbContext db, CancellationToken ct)
    {
        if (db.Database.IsSqlite() && (await ColumnAsync(db, "SELECT name FROM sqlite_master WHERE name = '__EFMigrationsLock'", ct)).Count > 0)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", ct);
        }
    }

    private static async Task<List<string>> ColumnAsync(DbContext db, string sql, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Table names come from the modules.
            command.CommandText = sql;
#pragma warning restore CA2100
            var values = new List<string>();
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                values.Add(reader.GetString(0));
            }

            return values;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
