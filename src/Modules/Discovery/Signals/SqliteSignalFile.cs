using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Sward.Discovery.Signals;

/// <summary>The file of a day, open for writing, with its statement prepared. Speaks to SQLite itself: a command with its parameters costs more than the row it writes.</summary>
internal sealed class SqliteSignalFile : IDisposable
{
    public const string Table = "signal";

    // A lost second is allowed, so nobody waits for the disk.
    private const string Schema = $"""
        PRAGMA journal_mode=WAL;
        PRAGMA synchronous=OFF;
        CREATE TABLE IF NOT EXISTS {Table} (
            sequence INTEGER PRIMARY KEY, key INTEGER NOT NULL UNIQUE, account_id INTEGER NOT NULL, request_id TEXT, type TEXT NOT NULL, target_kind TEXT NOT NULL,
            target_id INTEGER NOT NULL, slot INTEGER, milliseconds INTEGER, at INTEGER NOT NULL, received_at INTEGER NOT NULL, detail TEXT);
        """;

    private const string Insert = $"INSERT INTO {Table} ({SignalColumns.Names}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT DO NOTHING";

    private readonly SqliteConnection connection;
    private readonly sqlite3_stmt insert;

    public SqliteSignalFile(string file, DateOnly day)
    {
        Day = day;
        connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using (var schema = new SqliteCommand(Schema, connection))
        {
            schema.ExecuteNonQuery();
        }

        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection.Handle, Insert, out insert), connection.Handle);
    }

    public DateOnly Day { get; }

    /// <summary>Writes all or nothing; says how many were new.</summary>
    public int Write(IReadOnlyList<Signal> signals)
    {
        using var transaction = connection.BeginTransaction();
        var written = 0;
        foreach (var signal in signals)
        {
            Bind(signal);
            var result = raw.sqlite3_step(insert);
            raw.sqlite3_reset(insert);
            if (result != raw.SQLITE_DONE)
            {
                SqliteException.ThrowExceptionForRC(result, connection.Handle);
            }

            written += raw.sqlite3_changes(connection.Handle);
        }

        transaction.Commit();
        return written;
    }

    public void Dispose()
    {
        insert.Dispose();
        connection.Dispose();
    }

    private void Bind(in Signal signal)
    {
        raw.sqlite3_bind_int64(insert, 1, signal.Key);
        raw.sqlite3_bind_int64(insert, 2, signal.AccountId);
        BindText(3, signal.RequestId);
        BindText(4, signal.Type);
        BindText(5, signal.TargetKind);
        raw.sqlite3_bind_int64(insert, 6, signal.TargetId);
        BindNumber(7, signal.Slot);
        BindNumber(8, signal.Milliseconds);
        raw.sqlite3_bind_int64(insert, 9, SignalColumns.Micros(signal.At));
        raw.sqlite3_bind_int64(insert, 10, SignalColumns.Micros(signal.ReceivedAt));
        BindText(11, signal.Detail);
    }

    private void BindText(int place, string? text) => _ = text is null ? raw.sqlite3_bind_null(insert, place) : raw.sqlite3_bind_text(insert, place, text);

    private void BindNumber(int place, int? number) => _ = number is { } value ? raw.sqlite3_bind_int(insert, place, value) : raw.sqlite3_bind_null(insert, place);
}
