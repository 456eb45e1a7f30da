using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sward.Kernel;

/// <summary>
/// Sets each SQLite connection up once: a patient busy timeout first, then how durable a commit is. Money is written with synchronous FULL (a commit
/// survives a power cut), everything else with NORMAL (it survives a crash of the process). The write-ahead log is a property of the file, which <see cref="Migrator"/> sees to.
/// </summary>
internal sealed class SqlitePragmas(bool durable) : DbConnectionInterceptor
{
    // Pooled connections keep their native handle, and with it their pragmas.
    private readonly ConditionalWeakTable<object, object> done = [];

    private string Sql => $"PRAGMA busy_timeout=15000; PRAGMA synchronous={(durable ? "FULL" : "NORMAL")}; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16000; PRAGMA mmap_size=268435456;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        if (!done.TryGetValue(handle, out _))
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant with one of two words.
            command.CommandText = Sql;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
            done.TryAdd(handle, handle);
        }
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
