using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>The buttons of pages without script: each form leads to the slice that the API leads to, and back to where it stood.</summary>
internal static class PageForms
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        // The kernel checks the origin of every write by cookie, so forms need no token.
        var forms = routes.MapGroup("").DisableAntiforgery().AllowAnonymous().AddEndpointFilter(ThereAndBackAsync);

        forms.MapPost("/notes/{noteId:long}/like", (long noteId, [FromForm] bool on, LikeNote like, UnlikeNote unlike, ICurrentAccount me, CancellationToken ct) =>
            on ? like.RunAsync(noteId, me.Id, ct) : unlike.RunAsync(noteId, me.Id, ct)).WithName("LikeNoteForm");
        forms.MapPost("/notes/{noteId:long}/collect", (long noteId, [FromForm] bool on, CollectNote collect, UncollectNote uncollect, ICurrentAccount me, CancellationToken ct) =>
            on ? collect.RunAsync(noteId, me.Id, wantedBoardId: null, ct) : uncollect.RunAsync(noteId, me.Id, ct)).WithName("CollectNoteForm");
        forms.MapPost("/notes/{noteId:long}/pin", (long noteId, [FromForm] bool on, PinNote pin, ICurrentAccount me, CancellationToken ct) =>
            pin.RunAsync(noteId, me.Id, on, ct)).WithName("PinNoteForm");

        forms.MapPost("/comments/{commentId:long}/like", (long commentId, [FromForm] bool on, LikeComment like, ICurrentAccount me, CancellationToken ct) =>
            like.RunAsync(commentId, me.Id, on, ct)).WithName("LikeCommentForm");
        forms.MapPost("/comments/{commentId:long}/pin", (long commentId, [FromForm] bool on, PinComment pin, ICurrentAccount me, CancellationToken ct) =>
            pin.RunAsync(commentId, me.Id, on, ct)).WithName("PinCommentForm");
        forms.MapPost("/comments/{commentId:long}/delete", (long commentId, DeleteComment delete, ICurrentAccount me, CancellationToken ct) =>
            delete.RunAsync(commentId, me.Id, ct)).WithName("DeleteCommentForm");

        forms.MapPost("/topics/{name}/follow", (string name, [FromForm] bool on, FollowTopic follow, ICurrentAccount me, CancellationToken ct) =>
            follow.RunAsync(name, me.Id, on, ct)).WithName("FollowTopicForm");
        forms.MapPost("/drafts/{draftId:long}/delete", (long draftId, DeleteDraft delete, ICurrentAccount me, CancellationToken ct) =>
            delete.RunAsync(draftId, me.Id, ct)).WithName("DeleteDraftForm");
    }

    /// <summary>Visitors sign in first; everybody ends on the page that the form named as <c>return</c>, or at home.</summary>
    private static async ValueTask<object?> ThereAndBackAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var back = http.Request.Form["return"] is [.., { } given] && RedirectHttpResult.IsLocalUrl(given) ? given : "/";
        if (!http.RequestServices.GetRequiredService<ICurrentAccount>().IsSignedIn)
        {
            return TypedResults.LocalRedirect($"/sign-in?return={Uri.EscapeDataString(back)}");
        }

        await next(context);
        return TypedResults.LocalRedirect(back);
    }
}
