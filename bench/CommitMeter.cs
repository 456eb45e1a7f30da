using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Sward.Kernel;
using Sward.Mall;

namespace Sward.Bench;

/// <summary>Counts the mall's commits and the sizes of its group commits in this process, from when it is made until it is disposed; the connections to SQLite that it sees are watched for what they wait for.</summary>
internal sealed class CommitMeter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly string?[] Watched = [RelationalEventId.TransactionCommitted.Name, RelationalEventId.ConnectionOpened.Name];

    private readonly MeterListener listener = new();
    private readonly List<IDisposable> subscriptions = [];
    private readonly List<int> batches = [];
    private int commits;

    public CommitMeter()
    {
        listener.SetMeasurementEventCallback<int>((_, size, _, _) =>
        {
            lock (batches)
            {
                batches.Add(size);
            }
        });
        listener.EnableMeasurementEvents(GroupCommitMeter.Batches);
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public int Commits => commits;

    public double MeanBatch => batches.Average();

    public int LargestBatch => batches.Max();

    public void OnNext(DiagnosticListener value)
    {
        if (string.Equals(value.Name, DbLoggerCategory.Name, StringComparison.Ordinal))
        {
            subscriptions.Add(value.Subscribe(this, (name, _, _) => Watched.Contains(name, StringComparer.Ordinal)));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        switch (value.Value)
        {
            case TransactionEndEventData { Context: MallDb }:
                Interlocked.Increment(ref commits);
                break;
            case ConnectionEndEventData { Connection: SqliteConnection connection }:
                SqliteSyncs.Watch(connection);
                break;
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        listener.Dispose();
        subscriptions.ForEach(subscription => subscription.Dispose());
    }
}
