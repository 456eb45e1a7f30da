using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sward.Bench;

/// <summary>Counts the commands that EF sends while a request is answered. What runs in the background belongs to no request and is not counted.</summary>
internal sealed class QueryMeter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<StrongBox?> Current = new();
    private readonly Lock gate = new();

    public QueryMeter() => DiagnosticListener.AllListeners.Subscribe(this);

    public QueryCounts Counts { get; private set; } = new(0, 0, 0, 0);

    public async Task MeasureAsync(Func<Task> request)
    {
        var box = new StrongBox();
        Current.Value = box;
        await request();
        lock (gate)
        {
            Counts = new(Counts.Requests + 1, Counts.Queries + box.Queries, Counts.WithoutQuery + (box.Queries == 0 ? 1 : 0), Math.Max(Counts.Most, box.Queries));
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
