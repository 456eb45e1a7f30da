using System.Diagnostics;

namespace Sward.Bench;

/// <summary>
/// Calls at a fixed pace, however slow the answers are, as a crowd does. A time counts from the moment when a call was due, so that a server which stands still is seen
/// to by all who came meanwhile.
/// </summary>
internal sealed class OpenLoop(double perSecond)
{
    /// <summary>How long each call took. A call that throws ends the run.</summary>
    /// <param name="call">Gets the number of the call, from 0.</param>
    public async Task<Latencies> RunAsync(TimeSpan time, Func<int, Task> call)
    {
        var calls = new Task<double>[(int)(perSecond * time.TotalSeconds)];
        var watch = Stopwatch.StartNew();
        for (var n = 0; n < calls.Length; n++)
        {
            var due = TimeSpan.FromSeconds(n / perSecond);
            if (due - watch.Elapsed is { Ticks: > 0 } early)
            {
                await Task.Delay(early, TimeProvider.System);
            }

            calls[n] = TimeAsync(n, due);
        }

        return new(await Task.WhenAll(calls));

        async Task<double> TimeAsync(int n, TimeSpan due)
        {
            await call(n);
            return (watch.Elapsed - due).TotalMilliseconds;
        }
    }
}
