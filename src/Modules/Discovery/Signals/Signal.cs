namespace Sward.Discovery.Signals;

/// <summary>What a browser saw somebody do, or what was served to them. Losing some is allowed and counted.</summary>
/// <param name="Key">The same signal sent again has the same key; see <see cref="SignalKey"/>.</param>
/// <param name="AccountId">0 for a visitor; less on an impression of a note, where it tells whether the same one sees the same note again (<see cref="Prints"/>).</param>
/// <param name="RequestId">The served page it belongs to.</param>
/// <param name="Slot">Place of the card on the served page, from 0.</param>
/// <param name="Milliseconds">How long it lasted.</param>
/// <param name="At">When it happened, by the client's clock as far as that can be.</param>
/// <param name="Detail">Of a served page: its cards with source and score. Of an impression: where the card stood and who proposed it. Of a share: its channel. Of an undo: what was undone. Of a search: its words.</param>
internal readonly record struct Signal(
    long Key, long AccountId, string? RequestId, string Type, string TargetKind, long TargetId, int? Slot, int? Milliseconds, DateTimeOffset At, DateTimeOffset ReceivedAt,
    string? Detail = null)
{
    /// <summary>When it happened, never after it came: a client's clock may be ahead.</summary>
    public DateTimeOffset HappenedAt => At < ReceivedAt ? At : ReceivedAt;

    /// <summary>The day whose store keeps it.</summary>
    public DateOnly Day => DateOnly.FromDateTime(ReceivedAt.UtcDateTime);
}

/// <summary>A signal as it stands in the store of its day.</summary>
/// <param name="Sequence">Its place in the order of arrival, growing.</param>
internal readonly record struct StoredSignal(long Sequence, Signal Signal);
