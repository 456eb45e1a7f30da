namespace Sward.Media;

/// <summary>The tables of Media.</summary>
internal abstract class MediaDb(DbContextOptions options, ModuleDbServices kernel) : ModuleDb(options, kernel)
{
    public DbSet<Medium> Media => Set<Medium>();

    public DbSet<MediumClaim> Claims => Set<MediumClaim>();

    public DbSet<DoomedFolder> DoomedFolders => Set<DoomedFolder>();

    public DbSet<UploadSession> UploadSessions => Set<UploadSession>();

    /// <summary>Those that still wait for bytes or for a worker.</summary>
    public IQueryable<UploadSession> OpenUploads => UploadSessions.Where(u => !u.IsFinished);

    public DbSet<UploadPart> UploadParts => Set<UploadPart>();

    protected override string Module => "media";
}

internal sealed class MediaDbSqlite(DbContextOptions<MediaDbSqlite> options, ModuleDbServices kernel) : MediaDb(options, kernel);

internal sealed class MediaDbPostgres(DbContextOptions<MediaDbPostgres> options, ModuleDbServices kernel) : MediaDb(options, kernel);
