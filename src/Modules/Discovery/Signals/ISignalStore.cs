namespace Sward.Discovery.Signals;

/// <summary>Where signals are kept, by day, apart from everything that an order or a note waits for. Files on SQLite, tables on PostgreSQL.</summary>
internal interface ISignalStore
{
    /// <summary>Writes signals of one day, each once. Says how many were new.</summary>
    Task<int> WriteAsync(DateOnly day, IReadOnlyList<Signal> signals, CancellationToken ct);

    /// <summary>Signals of a day in the order of their arrival.</summary>
    /// <param name="after">The sequence to go on behind; 0 begins.</param>
    /// <param name="until">Later ones are left for later: a writer on another node may still be behind.</param>
    Task<IReadOnlyList<StoredSignal>> ReadAsync(DateOnly day, long after, DateTimeOffset until, int count, CancellationToken ct);

    /// <summary>Forgets whole days.</summary>
    Task ForgetBeforeAsync(DateOnly day, CancellationToken ct);
}
