namespace Sward.Discovery.Pools;

/// <summary>The pools that a note climbs, each named by its room: to how many people a note is shown in it to prove itself.</summary>
internal static class Rooms
{
    /// <summary>Where every new note begins, whoever wrote it.</summary>
    public const int Starter = 200;

    /// <summary>Smallest first.</summary>
    public static IReadOnlyList<int> All { get; } = [Starter, 500, 3_000, 10_000, 100_000, 1_000_000];

    /// <summary>The pool above; null above the last.</summary>
    public static int? Above(int room) => All.Where(other => other > room).Select(other => (int?)other).FirstOrDefault();
}
