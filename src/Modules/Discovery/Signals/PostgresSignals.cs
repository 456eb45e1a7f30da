using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Sward.Discovery.Signals;

/// <summary>One table per day, filled by one statement per batch; forgetting is dropping a table. Commits do not wait for the disk.</summary>
internal sealed class PostgresSignals(string connectionString) : ISignalStore, IAsyncDisposable
{
    private const string Prefix = "discovery_signal_";
    private const string DayFormat = "yyyyMMdd";

    private readonly NpgsqlDataSource database = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(connectionString) { Options = "-c synchronous_commit=off", MaxPoolSize = 2 });

    public async Task<int> WriteAsync(DateOnly day, IReadOnlyList<Signal> signals, CancellationToken ct)
    {
        var table = TableOf(day);
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new(Schema(table)), Insert(table, signals) } };
        await batch.ExecuteNonQueryAsync(ct);
        return (int)batch.BatchCommands[^1].RecordsAffected;
    }

    public async Task<IReadOnlyList<StoredSignal>> ReadAsync(DateOnly day, long after, DateTimeOffset until, int count, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var find = new NpgsqlCommand("SELECT to_regclass($1) IS NOT NULL", connection) { Parameters = { new() { Value = TableOf(day) } } };
        return await find.ExecuteScalarAsync(ct) is true ? await SignalColumns.ReadAsync(connection, TableOf(day), after, until, count, ct) : [];
    }

    public async Task ForgetBeforeAsync(DateOnly day, CancellationToken ct)
    {
        var first = TableOf(day);
        await using var find = database.CreateCommand("SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema() AND tablename LIKE 'discovery\\_signal\\_________' AND tablename < $1");
        find.Parameters.Add(new() { Value = first });
        var tables = new List<string>();
        await using (var reader = await find.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                tables.Add(reader.GetString(0));
            }
        }

        foreach (var table in tables)
        {
#pragma warning disable CA2100 // Names of our own tables, as the database told them.
            await using var drop = database.CreateCommand($"DROP TABLE {table}");
#pragma warning restore CA2100
            await drop.ExecuteNonQueryAsync(ct);
        }
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static string TableOf(DateOnly day) => Prefix + day.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static string Schema(string table) => $"""
        CREATE TABLE IF NOT EXISTS {table} (
            sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, key bigint NOT NULL UNIQUE, account_id bigint NOT NULL, request_id text, type text NOT NULL,
            target_kind text NOT NULL, target_id bigint NOT NULL, slot integer, milliseconds integer, at bigint NOT NULL, received_at bigint NOT NULL, detail text)
        """;

    private static NpgsqlBatchCommand Insert(string table, IReadOnlyList<Signal> signals) =>
        new($"INSERT INTO {table} ({SignalColumns.Names}) SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING")
        {
            Parameters =
            {
                Column(signals, NpgsqlDbType.Bigint, s => s.Key),
                Column(signals, NpgsqlDbType.Bigint, s => s.AccountId),
                Column(signals, NpgsqlDbType.Text, s => s.RequestId),
                Column(signals, NpgsqlDbType.Text, s => s.Type),
                Column(signals, NpgsqlDbType.Text, s => s.TargetKind),
                Column(signals, NpgsqlDbType.Bigint, s => s.TargetId),
                Column(signals, NpgsqlDbType.Integer, s => s.Slot),
                Column(signals, NpgsqlDbType.Integer, s => s.Milliseconds),
                Column(signals, NpgsqlDbType.Bigint, s => SignalColumns.Micros(s.At)),
                Column(signals, NpgsqlDbType.Bigint, s => SignalColumns.Micros(s.ReceivedAt)),
                Column(signals, NpgsqlDbType.Text, s => s.Detail),
            },
        };

    private static NpgsqlParameter Column<T>(IReadOnlyList<Signal> signals, NpgsqlDbType type, Func<Signal, T> value) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | type, Value = signals.Select(value).ToArray() };
}
