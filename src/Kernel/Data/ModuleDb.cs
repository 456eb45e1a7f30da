using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sward.Kernel;

/// <summary>A module's window on the one database: its own tables, the fact log and the idempotency keys.</summary>
public abstract class ModuleDb(DbContextOptions options, ModuleDbServices kernel) : DbContext(options)
{
    private List<Action> afterCommit = [];
    private bool announced;

    /// <summary>Prefix of every table that this module owns.</summary>
    protected abstract string Module { get; }

    /// <summary>Adds the fact to the log in the transaction that the next SaveChanges writes: the change and its announcement commit together.</summary>
    public void Announce<TEvent>(TEvent fact) where TEvent : IEvent
    {
        Set<Fact>().Add(new Fact { Name = TEvent.Name, Payload = JsonSerializer.Serialize(fact, FactJson.Options), At = kernel.Clock.GetUtcNow() });
        announced = true;
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (Database.CurrentTransaction is null)
        {
            Committed();
        }

        return rows;
    }

    /// <summary>How far a subscriber has read the log. Read in one transaction with what it wrote, so that a follower can load that and go on from there.</summary>
    public async Task<FactPosition> PositionOfAsync(string subscriber, CancellationToken ct) =>
        await Set<FactCursor>().AsNoTracking().Where(c => c.Subscriber == subscriber).Select(c => new FactPosition(c.Transaction, c.Position)).SingleOrDefaultAsync(ct);

    /// <summary>
    /// Runs once the transaction, or else the next SaveChanges, has committed, and never when it was rolled back: for what only the memory of this node does, like
    /// forgetting what it had cached. May not fail.
    /// </summary>
    public void AfterCommit(Action effect) => afterCommit.Add(effect);

    internal void Committed()
    {
        if (announced)
        {
            announced = false;
            kernel.Bell.Ring();
        }

        var effects = afterCommit;
        afterCommit = [];
        foreach (var effect in effects)
        {
            effect();
        }
    }

    internal void RolledBack()
    {
        announced = false;
        afterCommit = [];
    }

    /// <inheritdoc />
    /// <remarks>Contexts are pooled, for a new one costs as much as a short query: what nobody committed must not ring for whoever has this one next.</remarks>
    public override void Dispose()
    {
        RolledBack();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose" />
    public override ValueTask DisposeAsync()
    {
        RolledBack();
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        if (Database.IsSqlite())
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MicrosecondsConverter>();
        }
        else
        {
            // SQLite compares text by bytes; so does PostgreSQL when told, and lists sort alike on both.
            configurationBuilder.Properties<string>().UseCollation("C");
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly);
        if (this is not KernelDb)
        {
            MapShared<Fact>(modelBuilder, new Fact.Mapping());
            MapShared<FactCursor>(modelBuilder, new FactCursor.Mapping());
            MapShared<ParkedFact>(modelBuilder, new ParkedFact.Mapping());
            MapShared<IdempotentAnswer>(modelBuilder, new IdempotentAnswer.Mapping());
        }

        if (Database.IsNpgsql())
        {
            Fact.MapTransaction(modelBuilder.Entity<Fact>());
        }

        Names.Apply(modelBuilder, Module);
    }

    private static void MapShared<T>(ModelBuilder modelBuilder, IEntityTypeConfiguration<T> mapping) where T : class
    {
        modelBuilder.ApplyConfiguration(mapping);
        EntityTypeBuilder<T> entity = modelBuilder.Entity<T>();
        entity.ToTable(entity.Metadata.GetTableName()!, table => table.ExcludeFromMigrations());
    }
}

/// <summary>What every module's context needs of the kernel.</summary>
public sealed record ModuleDbServices(TimeProvider Clock, FactBell Bell);
