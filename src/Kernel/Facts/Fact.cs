using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sward.Kernel;

/// <summary>One row of the fact log. Kept for 14 days.</summary>
internal sealed class Fact
{
    public long Position { get; init; }

    public required string Name { get; init; }

    [Personal]
    public required string Payload { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>On PostgreSQL positions do not commit in order, so each fact also carries the transaction that wrote it and the log is read in (transaction, position) order.</summary>
    public static void MapTransaction(EntityTypeBuilder<Fact> fact)
    {
        fact.Property<ulong>("Xid").HasColumnType("xid8").HasDefaultValueSql("pg_current_xact_id()").ValueGeneratedOnAdd();
        fact.HasIndex("Xid", nameof(Position));
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Fact>
    {
        public void Configure(EntityTypeBuilder<Fact> builder)
        {
            builder.ToTable("kernel_fact");
            builder.HasKey(f => f.Position);
            builder.Property(f => f.Position).ValueGeneratedOnAdd();
            builder.Property(f => f.Name).HasMaxLength(80);
            builder.HasIndex(f => f.At);
        }
    }
}

/// <summary>How facts are written: readers ignore fields they do not know.</summary>
internal static class FactJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
}

/// <summary>Where in the log a fact stands. On SQLite the transaction is always 0.</summary>
public readonly record struct FactPosition(long Transaction, long Number) : IComparable<FactPosition>
{
    public static bool operator <(FactPosition left, FactPosition right) => left.CompareTo(right) < 0;

    public static bool operator >(FactPosition left, FactPosition right) => left.CompareTo(right) > 0;

    public static bool operator <=(FactPosition left, FactPosition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(FactPosition left, FactPosition right) => left.CompareTo(right) >= 0;

    public int CompareTo(FactPosition other) => (Transaction, Number).CompareTo((other.Transaction, other.Number));
}

/// <summary>A fact as read from the log.</summary>
public sealed record LoggedFact(FactPosition Position, string Name, string Payload, DateTimeOffset At)
{
    /// <summary>Reads the fact when it is one of <typeparamref name="TEvent"/>.</summary>
    public bool Is<TEvent>([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out TEvent? fact) where TEvent : class, IEvent
    {
        fact = string.Equals(Name, TEvent.Name, StringComparison.Ordinal) ? JsonSerializer.Deserialize<TEvent>(Payload, FactJson.Options) : null;
        return fact is not null;
    }
}
