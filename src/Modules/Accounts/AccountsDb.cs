namespace Sward.Accounts;

internal abstract class AccountsDb(DbContextOptions options, ModuleDbServices kernel) : ModuleDb(options, kernel)
{
    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<OneTimeCode> Codes => Set<OneTimeCode>();

    public DbSet<Follow> Follows => Set<Follow>();

    public DbSet<Block> Blocks => Set<Block>();

    public DbSet<Mute> Mutes => Set<Mute>();

    protected override string Module => "accounts";
}

internal sealed class AccountsDbSqlite(DbContextOptions<AccountsDbSqlite> options, ModuleDbServices kernel) : AccountsDb(options, kernel);

internal sealed class AccountsDbPostgres(DbContextOptions<AccountsDbPostgres> options, ModuleDbServices kernel) : AccountsDb(options, kernel);
