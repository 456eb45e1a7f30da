using System.Diagnostics;

namespace Sward.Bench;

/// <summary>Sends requests at times fixed beforehand, so that a slow answer delays nobody's start; a request takes from when it should have left to its answer.</summary>
internal static class OpenLoad
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(20);

    public static async Task<Loaded> RunAsync(Server server, IReadOnlyList<Call> calls, double perSecond)
    {
        var (random, count, cpu) = (new Random(7), (int)(perSecond * Duration.TotalSeconds), server.CpuTime);
        var (waits, errors) = (new double[count], 0);
        var started = Stopwatch.GetTimestamp();
        var running = new Task[count];
        for (var i = 0; i < count; i++)
        {
            var due = TimeSpan.FromSeconds(i / perSecond);
            if (due - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } early)
            {
                await Task.Delay(early, TimeProvider.System);
            }

            running[i] = SendAsync(i, due, calls[random.Next(calls.Count)]);
        }

        await Task.WhenAll(running);
        Array.Sort(waits);
        return new(count / Stopwatch.GetElapsedTime(started).TotalSeconds, (server.CpuTime - cpu).TotalMicroseconds / count, waits[count / 2], waits[count * 99 / 100], errors);

        async Task SendAsync(int i, TimeSpan due, Call call)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(call.Path, UriKind.Relative));
            if (call.Header.Length > 0)
            {
                request.Headers.Add(call.Header, call.Value);
            }

            using var answer = await server.Client.SendAsync(request);
            await answer.Content.CopyToAsync(Stream.Null);
            waits[i] = (Stopwatch.GetElapsedTime(started) - due).TotalMilliseconds;
            if (!answer.IsSuccessStatusCode)
            {
                Interlocked.Increment(ref errors);
            }
        }
    }
}
