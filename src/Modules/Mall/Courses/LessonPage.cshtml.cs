using Sward.Contracts.Accounts;

namespace Sward.Mall.Courses;

/// <summary>One lesson to read; for whoever may not, its title and how to get there.</summary>
internal sealed class LessonPage(ReadCourse read, OpenLesson open, ICurrentAccount account) : PageModel
{
    public CourseView Course { get; private set; } = null!;

    public LessonTitle Title { get; private set; } = null!;

    /// <summary>Null for a reader who has not paid, or has yet to open it.</summary>
    public LessonView? Lesson { get; private set; }

    public LessonTitle? Previous => Neighbour(-1);

    public LessonTitle? Following => Neighbour(1);

    public async Task<IActionResult> OnGetAsync(long productId, long lessonId, CancellationToken ct)
    {
        if (await read.FindAsync(productId, ct) is not { } course || course.Lessons.FirstOrDefault(lesson => lesson.Id == lessonId) is not { } title)
        {
            return NotFound();
        }

        (Course, Title) = (course, title);
        try
        {
            Lesson = await read.LessonAsync(productId, lessonId, ct);
        }
        catch (Refusal refusal)
        {
            // Whoever has yet to open it is asked to; that is no error.
            Response.StatusCode = course.IsMine ? StatusCodes.Status200OK : refusal.Status;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostOpenAsync(long productId, long lessonId, CancellationToken ct)
    {
        if (!account.IsSignedIn)
        {
            return Challenge();
        }

        try
        {
            await open.OpenAsync(productId, lessonId, ct);
            return LocalRedirect($"/courses/{productId}/lessons/{lessonId}");
        }
        catch (Refusal)
        {
            return await OnGetAsync(productId, lessonId, ct);
        }
    }

    private LessonTitle? Neighbour(int step) => Course.Lessons.ElementAtOrDefault(Course.Lessons.Index().First(lesson => lesson.Item.Id == Title.Id).Index + step);
}
