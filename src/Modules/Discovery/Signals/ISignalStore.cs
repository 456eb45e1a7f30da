namespace Sward.Discovery.Signals;

/// <summary>Where signals are kept, by day, apart from everything that an order or a note waits for. Files on SQLite, tables on PostgreSQL.</summary>
internal interface ISignalStore
{
    /// <summary>Writes signals of one day, each once. Says how many were new.</summary>
    Task<int> WriteAsync(DateOnly day, IReadOnlyList<Signal> signals, CancellationToken ct);

    /// <summary>Forgets whole days.</summary>
    Task ForgetBeforeAsync(DateOnly day, CancellationToken ct);
}
