using Microsoft.EntityFrameworkCore;

namespace Sward.Kernel;

/// <summary>Owns the tables that every module shares.</summary>
public abstract class KernelDb(DbContextOptions options, ModuleDbServices kernel) : ModuleDb(options, kernel)
{
    internal DbSet<Fact> Facts => Set<Fact>();

    internal DbSet<FactCursor> Cursors => Set<FactCursor>();

    internal DbSet<ParkedFact> Parked => Set<ParkedFact>();

    internal DbSet<IdempotentAnswer> Answers => Set<IdempotentAnswer>();

    internal DbSet<Node> Nodes => Set<Node>();

    internal DbSet<JobLease> JobLeases => Set<JobLease>();

    internal DbSet<RateCount> RateCounts => Set<RateCount>();

    protected override string Module => "kernel";
}

internal sealed class KernelDbSqlite(DbContextOptions<KernelDbSqlite> options, ModuleDbServices kernel) : KernelDb(options, kernel);

internal sealed class KernelDbPostgres(DbContextOptions<KernelDbPostgres> options, ModuleDbServices kernel) : KernelDb(options, kernel);
