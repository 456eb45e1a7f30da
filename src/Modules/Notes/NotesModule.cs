using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;
using Sward.Contracts.Pages;
using Sward.Contracts.Town;

namespace Sward.Notes;

/// <summary>Notes: written, read, liked, collected, commented on, shared; found by topic and place.</summary>
public sealed class NotesModule : IModule
{
    public void AddServices(IHostApplicationBuilder builder)
    {
        builder.AddModuleDb<NotesDb, NotesDbSqlite, NotesDbPostgres>("notes");
        var services = builder.Services;
        services.AddValidation();
        services.AddModuleOptions<NotesOptions>("Notes");
        services.AddFollower<NoteCardCache>().AddFollower<LikesOfPeople>();
        services.AddSingleton<INoteCards, NoteCards>().AddSingleton<IListedNotes, ListedNotes>();
        services.AddScoped<INotePublisher>(sp => sp.GetRequiredService<PublishOnce>());
        services.AddScoped<SiteAddress>();
        AddWriting(services);
        AddReading(services);
        services.AddScoped<LikeNote>().AddScoped<UnlikeNote>();
        services.AddScoped<Boards>().AddScoped<BoardViews>().AddScoped<ReadBoards>().AddScoped<ReadBoardItems>()
            .AddScoped<CreateBoard>().AddScoped<ChangeBoard>().AddScoped<DeleteBoard>().AddScoped<CollectNote>().AddScoped<UncollectNote>();
        services.AddScoped<VisibleComments>().AddScoped<CommentViews>().AddScoped<ReadComments>()
            .AddScoped<WriteComment>().AddScoped<LikeComment>().AddScoped<DeleteComment>().AddScoped<PinComment>();
        services.AddScoped<ReadTopic>().AddScoped<FollowTopic>().AddScoped<ReadPlace>();
        foreach (var tab in Enum.GetValues<ProfileTab>())
        {
            services.AddKeyedScoped<IPageSlot>($"profile.{tab.Word()}", (sp, _) => ActivatorUtilities.CreateInstance<ProfileSlot>(sp, tab));
        }

        services.AddKeyedScoped<IPageSlot, ProductSlot>("product.notes");
        services.AddScoped<ITownPart, NotesTown>();
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        var notes = routes.MapApi("/notes", "Notes");
        PublishNote.Map(notes);
        ReadNote.Map(notes);
        EditNote.Map(notes);
        DeleteNote.Map(notes);
        PinNote.Map(notes);
        ReadHistory.Map(notes);
        LikeNote.Map(notes);
        UnlikeNote.Map(notes);
        CollectNote.Map(notes);
        UncollectNote.Map(notes);
        WriteComment.Map(notes);
        ShareNote.Map(notes);
        SuggestProducts.Map(notes);

        var accounts = routes.MapApi("/accounts", "Notes");
        AccountNotes.Map(accounts);

        var comments = routes.MapApi("/comments", "Comments");
        ReadComments.Map(notes, comments);
        LikeComment.Map(comments);
        DeleteComment.Map(comments);
        PinComment.Map(comments);

        var boards = routes.MapApi("/boards", "Boards");
        CreateBoard.Map(boards);
        ReadBoards.Map(boards, accounts);
        ReadBoardItems.Map(boards);
        ChangeBoard.Map(boards);
        DeleteBoard.Map(boards);

        var drafts = routes.MapApi("/drafts", "Drafts");
        WriteDraft.Map(drafts);
        ReadDrafts.Map(drafts);
        DeleteDraft.Map(drafts);

        var topics = routes.MapApi("/topics", "Topics");
        SuggestTopics.Map(topics);
        ReadTopic.Map(topics);
        FollowTopic.Map(topics);
        ReadPlace.Map(routes.MapApi("/places", "Places"));
        ProductNotes.Map(routes.MapApi("/products", "Notes"));

        DrawShareCard.Map(routes);
        PageForms.Map(routes);
    }

    private static void AddWriting(IServiceCollection services) => services
        .AddScoped<ContentCheck>().AddScoped<Catalogue>().AddScoped<NewNotes>().AddScoped<PublishOnce>()
        .AddScoped<EditNote>().AddScoped<DeleteNote>().AddScoped<PinNote>().AddScoped<ReadHistory>()
        .AddScoped<Drafts>().AddScoped<DeleteDraft>().AddScoped<NoteEditors>();

    private static void AddReading(IServiceCollection services) => services
        .AddScoped<VisibleNotes>().AddScoped<NoteViews>().AddScoped<ReadNote>().AddScoped<AccountNotes>();
}
