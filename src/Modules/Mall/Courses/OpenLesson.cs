using Sward.Contracts.Accounts;

namespace Sward.Mall.Courses;

/// <summary>Whoever has a course opens a lesson of it. That is kept as progress, and counts against giving the course back; so it is an act of its own and no look by chance.</summary>
internal sealed class OpenLesson(MallDb db, ICurrentAccount account, ReadCourse read, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder courses) => courses
        .MapPut("/{productId:long}/lessons/{lessonId:long}/opening", async (long productId, long lessonId, OpenLesson open, CancellationToken ct) =>
            TypedResults.Ok(await open.OpenAsync(productId, lessonId, ct)))
        .WithName("OpenLesson")
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .RequireAuthorization();

    /// <summary>Opens the lesson; a second time changes nothing.</summary>
    public async Task<LessonView> OpenAsync(long productId, long lessonId, CancellationToken ct)
    {
        var readerId = account.Id;
        var lesson = await db.Lessons.AsNoTracking().SingleOrDefaultAsync(l => l.Id == lessonId && l.ProductId == productId, ct)
            ?? throw new Refusal("mall.lesson-not-found", StatusCodes.Status404NotFound);
        var mine = db.Enrolments.Where(e => e.BuyerId == readerId && e.ProductId == productId && e.EndedAt == null);
        var lineId = await mine.Select(e => (long?)e.LineId).SingleOrDefaultAsync(ct) ?? throw NotBought();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.InsertOnceAsync(new LessonOpening { LineId = lineId, LessonId = lessonId, IsFree = lesson.IsSample, At = clock.GetUtcNow() }, ct))
        {
            var counted = lesson.IsSample ? 0 : 1;
            // Either this counts before the course is given back, or it is not opened any more.
            if (await mine.Where(e => e.LineId == lineId).ExecuteUpdateAsync(set => set.SetProperty(e => e.Opened, e => e.Opened + counted), ct) == 0)
            {
                throw NotBought();
            }
        }

        await transaction.CommitAsync(ct);
        return await read.ViewAsync(lesson, ct);
    }

    private static Refusal NotBought() => new("mall.course-not-bought", StatusCodes.Status403Forbidden);
}
