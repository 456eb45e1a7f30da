using System.Data.Common;

namespace Sward.Discovery.Signals;

/// <summary>The table of a day, the same on both databases but for its types.</summary>
internal static class SignalColumns
{
    /// <summary>What a writer gives; the sequence is the database's.</summary>
    public const string Names = "key, account_id, request_id, type, target_kind, target_id, slot, milliseconds, at, received_at, detail";

    /// <summary>Microseconds since 1970, the form in which both stores keep times.</summary>
    public static long Micros(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>Reads what <see cref="ISignalStore.ReadAsync"/> asks for.</summary>
    public static async Task<IReadOnlyList<StoredSignal>> ReadAsync(DbConnection connection, string table, long after, DateTimeOffset until, int count, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A table of our own; all else are numbers.
        command.CommandText = FormattableString.Invariant(
            $"SELECT sequence, {Names} FROM {table} WHERE sequence > {after} AND received_at <= {Micros(until)} ORDER BY sequence LIMIT {count}");
#pragma warning restore CA2100
        var signals = new List<StoredSignal>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            signals.Add(new(row.GetInt64(0), new Signal(
                row.GetInt64(1), row.GetInt64(2), Text(row, 3), row.GetString(4), row.GetString(5), row.GetInt64(6), Number(row, 7), Number(row, 8), Moment(row, 9), Moment(row, 10), Text(row, 11))));
        }

        return signals;
    }

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static int? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    private static DateTimeOffset Moment(DbDataReader row, int column) => DateTimeOffset.UnixEpoch.AddTicks(row.GetInt64(column) * TimeSpan.TicksPerMicrosecond);
}
