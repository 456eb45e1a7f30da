namespace Sward.Notes;

/// <summary>The tables of notes.</summary>
internal abstract class NotesDb(DbContextOptions options, ModuleDbServices kernel) : ModuleDb(options, kernel)
{
    protected override string Module => "notes";

    public DbSet<Note> Notes => Set<Note>();

    public DbSet<NoteEdit> NoteEdits => Set<NoteEdit>();

    public DbSet<PublishKey> PublishKeys => Set<PublishKey>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<Like> Likes => Set<Like>();

    public DbSet<Board> Boards => Set<Board>();

    public DbSet<Collect> Collects => Set<Collect>();

    public DbSet<Comment> Comments => Set<Comment>();

    public DbSet<CommentLike> CommentLikes => Set<CommentLike>();

    public DbSet<Share> Shares => Set<Share>();

    public DbSet<Topic> Topics => Set<Topic>();

    public DbSet<NoteTopic> NoteTopics => Set<NoteTopic>();

    public DbSet<TopicFollow> TopicFollows => Set<TopicFollow>();

    public DbSet<Place> Places => Set<Place>();

    public DbSet<Turn> Turns => Set<Turn>();

    public DbSet<NoteProduct> NoteProducts => Set<NoteProduct>();
}

internal sealed class NotesDbSqlite(DbContextOptions<NotesDbSqlite> options, ModuleDbServices kernel) : NotesDb(options, kernel);

internal sealed class NotesDbPostgres(DbContextOptions<NotesDbPostgres> options, ModuleDbServices kernel) : NotesDb(options, kernel);
