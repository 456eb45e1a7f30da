using System.Globalization;
using Microsoft.Extensions.Logging;
using Sward.Contracts.Discovery;

namespace Sward.Discovery.HotList;

/// <summary>The hot list as it was computed last, in the memory of every node.</summary>
internal sealed class HotNow(IServiceScopeFactory scopes, TimeProvider clock, ILogger<HotNow> log) : NodeJob(TimeSpan.FromSeconds(30), clock, log), IHotNotes
{
    private volatile State state = new([], []);

    /// <summary>Notes by their ids, hottest first.</summary>
    public IReadOnlyList<long> NoteIds => state.NoteIds;

    public IReadOnlyList<HotTopic> Topics => state.Topics;

    public bool IsHot(long noteId) => state.NoteIds.Contains(noteId);

    /// <summary>Reads what was computed last.</summary>
    public override async Task RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DiscoveryDb>();
        var entries = (await db.HotEntries.AsNoTracking().OrderBy(e => e.Place).ToListAsync(ct)).ToLookup(e => e.Kind);
        state = new(
            [.. entries[HotKind.Note].Select(e => long.Parse(e.Target, CultureInfo.InvariantCulture))],
            [.. entries[HotKind.Topic].Select(e => new HotTopic(e.Target, e.People))]);
    }

    private sealed record State(List<long> NoteIds, IReadOnlyList<HotTopic> Topics);
}

/// <summary>A topic that many turn to now.</summary>
/// <param name="People">Who acted on its notes in the last day; newcomers count less.</param>
internal sealed record HotTopic(string Name, double People);
