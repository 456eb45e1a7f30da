namespace Sward.Search;

/// <summary>What can be found, and what people looked for.</summary>
internal abstract class SearchDb(DbContextOptions options, ModuleDbServices kernel) : ModuleDb(options, kernel)
{
    public DbSet<NoteDocument> Notes => Set<NoteDocument>();

    public DbSet<ProductDocument> Products => Set<ProductDocument>();

    public DbSet<PersonDocument> People => Set<PersonDocument>();

    public DbSet<StoreOwner> Stores => Set<StoreOwner>();

    public DbSet<DirectDay> DirectDays => Set<DirectDay>();

    public DbSet<DirectVisit> DirectVisits => Set<DirectVisit>();

    public DbSet<DocumentClock> Clock => Set<DocumentClock>();

    public DbSet<SavedIndex> SavedIndexes => Set<SavedIndex>();

    public DbSet<PastQuery> History => Set<PastQuery>();

    public DbSet<PopularQuery> PopularQueries => Set<PopularQuery>();

    public DbSet<SynonymGroup> Synonyms => Set<SynonymGroup>();

    public DbSet<BlockedTerm> BlockedTerms => Set<BlockedTerm>();

    public DbSet<Pin> Pins => Set<Pin>();

    public DbSet<OutsideSite> OutsideSites => Set<OutsideSite>();

    public DbSet<RuleChange> RuleChanges => Set<RuleChange>();

    public DbSet<LookUp> LookUps => Set<LookUp>();

    protected override string Module => "search";

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var changed = ChangeTracker.Entries<Document>().Where(e => e.State is EntityState.Added or EntityState.Modified).Select(e => e.Entity).ToList();
        if (changed.Count > 0)
        {
            var last = await DocumentClock.AdvanceAsync(this, changed.Count, cancellationToken);
            foreach (var document in changed)
            {
                document.Version = last - changed.Count + 1;
                last++;
            }
        }

        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }
}

internal sealed class SearchDbSqlite(DbContextOptions<SearchDbSqlite> options, ModuleDbServices kernel) : SearchDb(options, kernel);

internal sealed class SearchDbPostgres(DbContextOptions<SearchDbPostgres> options, ModuleDbServices kernel) : SearchDb(options, kernel);
