namespace Sward.Inbox;

/// <summary>What people are told, and what they do not want to be told.</summary>
internal abstract class InboxDb(DbContextOptions options, ModuleDbServices kernel) : ModuleDb(options, kernel)
{
    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<Actor> Actors => Set<Actor>();

    public DbSet<MutedTab> MutedTabs => Set<MutedTab>();

    protected override string Module => "inbox";
}

internal sealed class InboxDbSqlite(DbContextOptions<InboxDbSqlite> options, ModuleDbServices kernel) : InboxDb(options, kernel);

internal sealed class InboxDbPostgres(DbContextOptions<InboxDbPostgres> options, ModuleDbServices kernel) : InboxDb(options, kernel);
