namespace Sward.Safety;

/// <summary>What people report, and what became of it.</summary>
internal abstract class SafetyDb(DbContextOptions options, ModuleDbServices kernel) : ModuleDb(options, kernel)
{
    public DbSet<Report> Reports => Set<Report>();

    protected override string Module => "safety";
}

internal sealed class SafetyDbSqlite(DbContextOptions<SafetyDbSqlite> options, ModuleDbServices kernel) : SafetyDb(options, kernel);

internal sealed class SafetyDbPostgres(DbContextOptions<SafetyDbPostgres> options, ModuleDbServices kernel) : SafetyDb(options, kernel);
