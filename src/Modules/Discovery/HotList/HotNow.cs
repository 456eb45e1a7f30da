using System.Globalization;
using Microsoft.Extensions.Logging;
using Sward.Contracts.Discovery;

namespace Sward.Discovery.HotList;

/// <summary>The hot list as it was computed last, in the memory of every node.</summary>
internal sealed partial class HotNow(IServiceScopeFactory scopes, TimeProvider clock, ILogger<HotNow> log) : BackgroundService, IHotNotes
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    private volatile State state = new([], []);

    /// <summary>Notes by their ids, hottest first.</summary>
    public IReadOnlyList<long> NoteIds => state.NoteIds;

    public IReadOnlyList<HotTopic> Topics => state.Topics;

    public bool IsHot(long noteId) => state.NoteIds.Contains(noteId);

    /// <summary>Reads what was computed last.</summary>
    public async Task RefreshAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DiscoveryDb>();
        var entries = (await db.HotEntries.AsNoTracking().OrderBy(e => e.Place).ToListAsync(ct)).ToLookup(e => e.Kind);
        state = new(
            [.. entries[HotKind.Note].Select(e => long.Parse(e.Target, CultureInfo.InvariantCulture))],
            [.. entries[HotKind.Topic].Select(e => new HotTopic(e.Target, e.People))]);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        do
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
#pragma warning disable CA1031 // A list that cannot be read leaves the last one standing.
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogNotRead(error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "The hot list was not read; the last one stands")]
    private partial void LogNotRead(Exception error);

    private sealed record State(List<long> NoteIds, IReadOnlyList<HotTopic> Topics);
}

/// <summary>A topic that many turn to now.</summary>
/// <param name="People">Who acted on its notes in the last day; newcomers count less.</param>
internal sealed record HotTopic(string Name, double People);
