using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Contracts.Media;
using Sward.Mall.AfterSales;
using Sward.Mall.Catalog;
using Sward.Mall.Orders;

namespace Sward.Mall.Courses;

/// <summary>A course as one reader sees it: the titles are everybody's.</summary>
/// <param name="IsMine">The reader has paid for it.</param>
/// <param name="IsSeller">It is a course of the reader's own store.</param>
/// <param name="ReturnUntil">Until then it can be given back; null when it cannot, or not any more.</param>
/// <param name="OrderId">The order by which the reader has it.</param>
internal sealed record CourseView(
    long ProductId, string Name, long StoreId, string StoreName, bool IsMine, bool IsSeller, IReadOnlyList<LessonTitle> Lessons, DateTimeOffset? ReturnUntil, long? OrderId)
{
    public int OpenedCount => Lessons.Count(lesson => lesson.IsOpened);

    /// <summary>Where the reader goes on.</summary>
    public LessonTitle? Next => Lessons.FirstOrDefault(lesson => !lesson.IsOpened);
}

/// <summary>A lesson in the list of its course.</summary>
/// <param name="IsSample">Everybody may read it.</param>
/// <param name="IsOpened">The reader, who has the course, has opened it.</param>
internal sealed record LessonTitle(long Id, string Title, bool IsSample, bool IsOpened);

/// <summary>A lesson with all that is in it.</summary>
internal sealed record LessonView(long Id, long ProductId, int Position, string Title, string Text, IReadOnlyList<MediaCard> Pictures, bool IsSample);

/// <summary>A course that the reader has.</summary>
internal sealed record MyCourse(long ProductId, string Name, string StoreName, int Lessons, int Opened, DateTimeOffset StartedAt, [property: System.Text.Json.Serialization.JsonIgnore] long LineId);

/// <summary>Shows courses: titles to everybody, lessons to those who have paid, samples to everybody again.</summary>
internal sealed class ReadCourse(MallDb db, ICurrentAccount account, IMediaCards media, ReceiptWindows windows, IOptions<MallOptions> options, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder courses)
    {
        courses.MapGet("", HandleListAsync)
            .WithName("ListCourses")
            .RequireAuthorization();
        courses.MapGet("/{productId:long}", async Task<Results<Ok<CourseView>, ProblemHttpResult>> (long productId, ReadCourse read, CancellationToken ct) =>
                await read.FindAsync(productId, ct) is { } course ? TypedResults.Ok(course) : Problems.NotFound("mall.product-not-found"))
            .WithName("ReadCourse")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .AllowAnonymous();
        courses.MapGet("/{productId:long}/lessons/{lessonId:long}", async (long productId, long lessonId, ReadCourse read, CancellationToken ct) =>
                TypedResults.Ok(await read.LessonAsync(productId, lessonId, ct)))
            .WithName("ReadLesson")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .AllowAnonymous();
    }

    /// <summary>The course, or null when the product is none.</summary>
    public async Task<CourseView?> FindAsync(long productId, CancellationToken ct)
    {
        var found = await (
            from product in db.Products.AsNoTracking()
            join store in db.Stores on product.StoreId equals store.Id
            where product.Id == productId && product.Kind == GoodsKind.Course
            select new { product.Name, product.StoreId, StoreName = store.Name, store.OwnerId }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        var mine = await EnrolmentAsync(productId, ct);
        var lineId = mine?.LineId ?? 0;
        var lessons = await db.Lessons.AsNoTracking().Where(l => l.ProductId == productId).OrderBy(l => l.Position)
            .Select(l => new LessonTitle(l.Id, l.Title, l.IsSample, db.LessonOpenings.Any(o => o.LineId == lineId && o.LessonId == l.Id))).ToListAsync(ct);
        return new(
            productId, found.Name, found.StoreId, found.StoreName, mine is not null, found.OwnerId == account.IdOrNull, lessons, mine is null ? null : await ReturnUntilAsync(mine, ct), mine?.OrderId);
    }

    /// <summary>The lesson, for a reader who may read it.</summary>
    /// <exception cref="Refusal">Whoever has not paid is told so; whoever has opens a lesson first, because that counts.</exception>
    public async Task<LessonView> LessonAsync(long productId, long lessonId, CancellationToken ct)
    {
        var lesson = await db.Lessons.AsNoTracking().SingleOrDefaultAsync(l => l.Id == lessonId && l.ProductId == productId, ct)
            ?? throw new Refusal("mall.lesson-not-found", StatusCodes.Status404NotFound);
        if (!lesson.IsSample && !await IsSellersAsync(productId, ct))
        {
            var mine = await EnrolmentAsync(productId, ct) ?? throw new Refusal("mall.course-not-bought", StatusCodes.Status403Forbidden);
            if (!await db.LessonOpenings.AnyAsync(o => o.LineId == mine.LineId && o.LessonId == lessonId, ct))
            {
                throw new Refusal("mall.lesson-unopened");
            }
        }

        return await ViewAsync(lesson, ct);
    }

    public async Task<LessonView> ViewAsync(Lesson lesson, CancellationToken ct)
    {
        var pictures = await media.GetAsync(lesson.PictureIds, ct);
        return new(lesson.Id, lesson.ProductId, lesson.Position, lesson.Title, lesson.Text, [.. lesson.PictureIds.Select(pictures.GetValueOrDefault).OfType<MediaCard>()], lesson.IsSample);
    }

    /// <summary>The courses that the reader has, newest first.</summary>
    /// <param name="before">Only those that were bought by an earlier line.</param>
    public async Task<Page<MyCourse>> MineAsync(long before, int size, CancellationToken ct)
    {
        var readerId = account.Id;
        var rows = await (
            from enrolment in db.Enrolments.AsNoTracking().Where(e => e.BuyerId == readerId && e.EndedAt == null && e.LineId < before).OrderByDescending(e => e.LineId).Take(size + 1)
            join product in db.Products on enrolment.ProductId equals product.Id
            join store in db.Stores on product.StoreId equals store.Id
            orderby enrolment.LineId descending
            select new MyCourse(
                product.Id, product.Name, store.Name, db.Lessons.Count(l => l.ProductId == product.Id), db.LessonOpenings.Count(o => o.LineId == enrolment.LineId), enrolment.StartedAt, enrolment.LineId)).ToListAsync(ct);
        return Page<MyCourse>.Of(rows, size, row => Cursor.Encode(row.LineId));
    }

    /// <summary>What the reader has of a course; null when it was not bought, or given back.</summary>
    private async Task<Enrolment?> EnrolmentAsync(long productId, CancellationToken ct) => account.IdOrNull is { } readerId
        ? await db.Enrolments.AsNoTracking().SingleOrDefaultAsync(e => e.BuyerId == readerId && e.ProductId == productId && e.EndedAt == null, ct)
        : null;

    private async Task<bool> IsSellersAsync(long productId, CancellationToken ct) => account.IdOrNull is { } readerId
        && await db.Products.AnyAsync(p => p.Id == productId && db.Stores.Any(s => s.Id == p.StoreId && s.OwnerId == readerId), ct);

    private async Task<DateTimeOffset?> ReturnUntilAsync(Enrolment mine, CancellationToken ct)
    {
        var until = windows.EndOf(AfterSaleCause.NoReason, mine.StartedAt);
        return until > clock.GetUtcNow() && 100 * mine.Opened < options.Value.CourseReturnPercent * mine.Lessons
            && !await ReturnCourse.Earlier(db, mine.BuyerId, mine.ProductId).AnyAsync(ct)
            && await db.OrderLines.AnyAsync(l => l.Id == mine.LineId && l.TotalMinor > 0, ct) ? until : null;
    }

    private static async Task<Results<Ok<Page<MyCourse>>, ProblemHttpResult>> HandleListAsync([AsParameters] PageQuery page, ReadCourse read, CancellationToken ct) =>
        Cursor.TryDecode(page.Cursor, out var before, out _) ? TypedResults.Ok(await read.MineAsync(before, page.Size, ct)) : Problems.BadRequest("kernel.bad-cursor");
}
