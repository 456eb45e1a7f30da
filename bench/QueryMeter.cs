using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sward.Bench;

/// <summary>Counts the commands that EF sends while a request is answered. What runs in the background belongs to no request and is not counted.</summary>
internal sealed class QueryMeter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<StrongBox?> Current = new();
    private readonly Lock gate = new();
    private QueryCounts counts = QueryCounts.Nothing;

    public QueryMeter() => DiagnosticListener.AllListeners.Subscribe(this);

    /// <summary>The counts since the last time somebody took them.</summary>
    public QueryCounts Take()
    {
        lock (gate)
        {
            var taken = counts;
            counts = QueryCounts.Nothing;
            return taken;
        }
    }

    public async Task MeasureAsync(Func<Task> request)
    {
        var box = new StrongBox();
        Current.Value = box;
        await request();
        lock (gate)
        {
            counts = new(counts.Requests + 1, counts.Queries + box.Queries, counts.WithoutQuery + (box.Queries == 0 ? 1 : 0), Math.Max(counts.Most, box.Queries));
        }
    }

    public void OnNext(DiagnosticListener value)
    {
        if (string.Equals(value.Name, DbLoggerCategory.Name, StringComparison.Ordinal))
        {
            value.Subscribe(this, (name, _, _) => string.Equals(name, RelationalEventId.CommandExecuting.Name, StringComparison.Ordinal));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (Current.Value is { } box)
        {
            Interlocked.Increment(ref box.Queries);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private sealed class StrongBox
    {
        public int Queries;
    }
}
