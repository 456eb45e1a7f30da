using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Sward.Kernel;

/// <summary>Reads the log in an order in which nothing can appear behind the reader.</summary>
internal static class FactLog
{
    private const string Sqlite = "SELECT 0, position, name, payload, at FROM kernel_fact WHERE position > @number ORDER BY position LIMIT @limit";

    // A transaction that is still open may yet commit a lower (xid, position); so only those below the oldest open one are read.
    private const string Postgres = """
        SELECT xid::text::bigint, position, name, payload, at FROM kernel_fact
        WHERE (xid, position) > (@transaction::text::xid8, @number) AND xid < pg_snapshot_xmin(pg_current_snapshot())
        ORDER BY xid, position LIMIT @limit
        """;

    private const string SqliteEnd = "SELECT 0, position, name, payload, at FROM kernel_fact ORDER BY position DESC LIMIT 1";

    private const string PostgresEnd = """
        SELECT xid::text::bigint, position, name, payload, at FROM kernel_fact
        WHERE xid < pg_snapshot_xmin(pg_current_snapshot()) ORDER BY xid DESC, position DESC LIMIT 1
        """;

    /// <summary>The facts after a position, oldest first.</summary>
    public static Task<List<LoggedFact>> ReadAsync(KernelDb db, FactPosition after, int limit, CancellationToken ct) => db.Database.IsSqlite()
        ? QueryAsync(db, Sqlite, [("number", after.Number), ("limit", limit)], ct)
        : QueryAsync(db, Postgres, [("number", after.Number), ("limit", limit), ("transaction", after.Transaction)], ct);

    /// <summary>Where a reader stands that has read everything.</summary>
    public static async Task<FactPosition> EndAsync(KernelDb db, CancellationToken ct) =>
        await QueryAsync(db, db.Database.IsSqlite() ? SqliteEnd : PostgresEnd, [], ct) is [var last] ? last.Position : default;

    private static async Task<List<LoggedFact>> QueryAsync(KernelDb db, string sql, IEnumerable<(string Name, object Value)> parameters, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            var sqlite = db.Database.IsSqlite();
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // One of the constants above.
            command.CommandText = sql;
#pragma warning restore CA2100
            foreach (var (name, value) in parameters)
            {
                Add(command, name, value);
            }

            var facts = new List<LoggedFact>();
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                var at = sqlite ? MicrosecondsConverter.FromMicros(reader.GetInt64(4)) : reader.GetFieldValue<DateTimeOffset>(4);
                facts.Add(new(new(reader.GetInt64(0), reader.GetInt64(1)), reader.GetString(2), reader.GetString(3), at));
            }

            return facts;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
