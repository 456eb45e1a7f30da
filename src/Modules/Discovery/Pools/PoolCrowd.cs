using System.Numerics;

namespace Sward.Discovery.Pools;

/// <summary>How many people a note was shown to in a pool, each counted once however often they come: what fills the room. A kilobyte, whatever the room.</summary>
/// <remarks>
/// HyperLogLog with 1,024 registers (Flajolet et al. 2007) and linear counting while few are taken (Whang et al. 1990): a standard error of 2 to 3 %. It cannot be asked who came, and one who
/// comes again changes nothing.
/// </remarks>
internal sealed class PoolCrowd
{
    private const int IndexBits = 10;
    private const int Registers = 1 << IndexBits;

    /// <summary>α of the paper, times m².</summary>
    private const double Scale = .7213 / (1 + (1.079 / Registers)) * Registers * Registers;

    public required long NoteId { get; init; }

    /// <summary>The pool; who came in the one below may come again.</summary>
    public required int Room { get; init; }

    /// <summary>Registers of the sketch, a byte each. A changed one is a new array, as the database asks for.</summary>
    public byte[] Sketch { get; set; } = new byte[Registers];

    /// <summary>How many came.</summary>
    public int People { get; set; }

    /// <summary>Somebody came, for the first time or again.</summary>
    /// <param name="actor">An account, or the print of a visitor.</param>
    public void Add(long actor)
    {
        var hash = HashOf(actor, NoteId);
        var (register, rank) = ((int)(hash >> (64 - IndexBits)), (byte)(BitOperations.LeadingZeroCount((hash << IndexBits) | (1UL << (IndexBits - 1))) + 1));
        if (rank > Sketch[register])
        {
            Sketch = [.. Sketch];
            Sketch[register] = rank;
            // Where one way of counting gives way to the other it may say a few less.
            People = Math.Max(People, (int)Math.Round(Estimate()));
        }
    }

    private double Estimate()
    {
        var (sum, free) = (0.0, 0);
        foreach (var rank in Sketch)
        {
            sum += Math.ScaleB(1, -rank);
            free += rank == 0 ? 1 : 0;
        }

        var estimate = Scale / sum;
        return estimate <= 2.5 * Registers && free > 0 ? Registers * Math.Log((double)Registers / free) : estimate;
    }

    /// <summary>The finaliser of MurmurHash3 over both: who shares a register at one note does not at the next.</summary>
    private static ulong HashOf(long actor, long noteId)
    {
        var hash = (ulong)actor ^ ((ulong)noteId * 0x9E3779B97F4A7C15);
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<PoolCrowd>
    {
        public void Configure(EntityTypeBuilder<PoolCrowd> crowd)
        {
            crowd.HasKey(c => new { c.NoteId, c.Room });
            crowd.Property(c => c.Sketch).HasMaxLength(Registers);
        }
    }
}
