using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Sward.Discovery.Signals;

/// <summary>One file per day: an order never waits for a signal, and forgetting is deleting a file. The file of the day stays open.</summary>
internal sealed class SqliteSignals(DataFolder data) : ISignalStore, IDisposable
{
    private const string FileName = "yyyy-MM-dd'.db'";

    private SqliteSignalFile? open;

    public Task<int> WriteAsync(DateOnly day, IReadOnlyList<Signal> signals, CancellationToken ct)
    {
        if (open?.Day != day)
        {
            Dispose();
            Directory.CreateDirectory(data.Of("signals"));
            open = new SqliteSignalFile(FileOf(day), day);
        }

        return Task.FromResult(open.Write(signals));
    }

    public async Task<IReadOnlyList<StoredSignal>> ReadAsync(DateOnly day, long after, DateTimeOffset until, int count, CancellationToken ct)
    {
        if (!File.Exists(FileOf(day)))
        {
            return [];
        }

        await using var connection = new SqliteConnection($"Data Source={FileOf(day)};Pooling=False");
        await connection.OpenAsync(ct);
        return await SignalColumns.ReadAsync(connection, SqliteSignalFile.Table, after, until, count, ct);
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

    public void Dispose()
    {
        open?.Dispose();
        open = null;
    }

    private string FileOf(DateOnly day) => data.Of("signals", day.ToString(FileName, CultureInfo.InvariantCulture));
}
