using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Sward.Discovery.Signals;

/// <summary>One file per day: an order never waits for a signal, and forgetting is deleting a file.</summary>
internal sealed class SqliteSignals(DataFolder data) : ISignalStore
{
    private const string FileName = "yyyy-MM-dd'.db'";

    private const string Schema = """
        PRAGMA journal_mode=WAL;
        PRAGMA synchronous=OFF;
        CREATE TABLE IF NOT EXISTS signal (
            account_id INTEGER NOT NULL, id TEXT NOT NULL, request_id TEXT, type TEXT NOT NULL, target_kind TEXT NOT NULL, target_id INTEGER NOT NULL,
            slot INTEGER, milliseconds INTEGER, at INTEGER NOT NULL, received_at INTEGER NOT NULL, detail TEXT, PRIMARY KEY (account_id, id)) WITHOUT ROWID;
        """;

    private const string Insert = $"INSERT INTO signal ({SignalColumns.Names}) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10) ON CONFLICT DO NOTHING";

    public async Task<int> WriteAsync(DateOnly day, IReadOnlyList<Signal> signals, CancellationToken ct)
    {
        Directory.CreateDirectory(data.Of("signals"));
        await using var connection = new SqliteConnection($"Data Source={data.Of("signals", day.ToString(FileName, CultureInfo.InvariantCulture))}");
        await connection.OpenAsync(ct);
        await using (var schema = new SqliteCommand(Schema, connection))
        {
            await schema.ExecuteNonQueryAsync(ct);
        }

        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync(ct);
        await using var insert = new SqliteCommand(Insert, connection, transaction);
        var parameters = Enumerable.Range(0, 11).Select(i => insert.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" })).ToArray();
        var written = 0;
        foreach (var signal in signals)
        {
            object?[] values =
            [
                signal.AccountId, signal.Id, signal.RequestId, signal.Type, signal.TargetKind, signal.TargetId, signal.Slot, signal.Milliseconds,
                SignalColumns.Micros(signal.At), SignalColumns.Micros(signal.ReceivedAt), signal.Detail,
            ];
            for (var i = 0; i < values.Length; i++)
            {
                parameters[i].Value = values[i] ?? DBNull.Value;
            }

            written += await insert.ExecuteNonQueryAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return written;
    }

    public Task ForgetBeforeAsync(DateOnly day, CancellationToken ct)
    {
        var folder = data.Of("signals");
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : [])
        {
            // The log and the index of a file begin with its name and go with it.
            if (Path.GetFileName(file) is { Length: >= 10 } name && DateOnly.TryParseExact(name[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var of) && of < day)
            {
                File.Delete(file);
            }
        }

        return Task.CompletedTask;
    }
}
