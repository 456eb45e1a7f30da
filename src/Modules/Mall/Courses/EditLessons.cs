using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Contracts.Media;
using Sward.Mall.Catalog;
using Sward.Mall.Stores;

namespace Sward.Mall.Courses;

/// <summary>A store writes the lessons of a course. What somebody has paid for is changed, not taken away, and a course on sale has something to pay for.</summary>
internal sealed class EditLessons(MallDb db, ICurrentAccount account, IMediaCards media, ReadCourse read, Idempotency once, Ids ids, TimeProvider clock)
{
    /// <summary>Lessons of one course: they are listed together.</summary>
    private const int MaxLessons = 200;

    public sealed record Request(
        [property: Required, MinLength(1), MaxLength(Lesson.MaxTitle)] string Title,
        [property: Required, MinLength(1), MaxLength(Lesson.MaxText)] string Text,
        [property: MaxLength(Lesson.MaxPictures)] IReadOnlyList<long>? Pictures = null,
        bool IsSample = false);

    /// <summary>What changes of a lesson; fields that are absent stay.</summary>
    public sealed record Change
    {
        [MinLength(1), MaxLength(Lesson.MaxTitle)]
        public string? Title { get; init; }

        [MinLength(1), MaxLength(Lesson.MaxText)]
        public string? Text { get; init; }

        [MaxLength(Lesson.MaxPictures)]
        public IReadOnlyList<long>? Pictures { get; init; }

        public bool? IsSample { get; init; }

        /// <summary>Its new place in the course, counted from 1; the others move up or down.</summary>
        [Range(1, MaxLessons)]
        public int? Position { get; init; }
    }

    public static void Map(IEndpointRouteBuilder products, IEndpointRouteBuilder lessons)
    {
        products.MapPost("/{productId:long}/lessons", async (long productId, Request request, EditLessons edit, CancellationToken ct) => await edit.AddAsync(productId, request, ct))
            .WithName("AddLesson")
            .WithIdempotency()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireAuthorization();
        lessons.MapPatch("/{lessonId:long}", async (long lessonId, Change change, EditLessons edit, CancellationToken ct) => TypedResults.Ok(await edit.ChangeAsync(lessonId, change, ct)))
            .WithName("EditLesson")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireAuthorization();
        lessons.MapDelete("/{lessonId:long}", async (long lessonId, EditLessons edit, CancellationToken ct) =>
            {
                await edit.RemoveAsync(lessonId, ct);
                return TypedResults.NoContent();
            })
            .WithName("RemoveLesson")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireAuthorization();
    }

    /// <summary>Whether a course has a lesson that is not free to read: only then it is sold.</summary>
    public static Task<bool> IsSellableAsync(MallDb db, long productId, CancellationToken ct) => db.Lessons.AnyAsync(l => l.ProductId == productId && !l.IsSample, ct);

    /// <summary>Adds a lesson at the end.</summary>
    public async Task<Created<LessonView>> AddAsync(long productId, Request request, CancellationToken ct)
    {
        await OwnPictures.CheckAsync(media, account.Id, request.Pictures ?? [], ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await LockAsync(productId, ct);
        var count = await db.Lessons.CountAsync(l => l.ProductId == productId, ct);
        if (count >= MaxLessons)
        {
            throw new Refusal("mall.lessons-full", StatusCodes.Status422UnprocessableEntity, MaxLessons);
        }

        var lesson = new Lesson
        {
            Id = ids.Next(),
            ProductId = productId,
            Position = count + 1,
            Title = PlainText.Line(request.Title),
            Text = PlainText.Block(request.Text),
            PictureIds = request.Pictures ?? [],
            IsSample = request.IsSample,
        };
        db.Lessons.Add(lesson);
        Claim(lesson);
        return await once.CreatedAsync(db, transaction, $"/api/v1/courses/{productId}/lessons/{lesson.Id}", await read.ViewAsync(lesson, ct), ct);
    }

    public async Task<LessonView> ChangeAsync(long lessonId, Change change, CancellationToken ct)
    {
        await OwnPictures.CheckAsync(media, account.Id, change.Pictures ?? [], ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (product, lessons) = await LockByLessonAsync(lessonId, ct);
        var lesson = lessons.Find(l => l.Id == lessonId)!;
        lesson.Title = change.Title is { } title ? PlainText.Line(title) : lesson.Title;
        lesson.Text = change.Text is { } text ? PlainText.Block(text) : lesson.Text;
        lesson.PictureIds = change.Pictures ?? lesson.PictureIds;
        lesson.IsSample = change.IsSample ?? lesson.IsSample;
        Place(lessons, lesson, change.Position ?? lesson.Position);
        CheckSellable(product, lessons);
        Claim(lesson);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return await read.ViewAsync(lesson, ct);
    }

    /// <summary>Takes a lesson out of a course that nobody has paid for.</summary>
    public async Task RemoveAsync(long lessonId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (product, lessons) = await LockByLessonAsync(lessonId, ct);
        if (await db.Enrolments.AnyAsync(e => e.ProductId == product.Id, ct))
        {
            throw new Refusal("mall.lesson-sold");
        }

        var lesson = lessons.Find(l => l.Id == lessonId)!;
        Place(lessons, lesson, lessons.Count);
        lessons.Remove(lesson);
        CheckSellable(product, lessons);
        db.Lessons.Remove(lesson);
        db.Announce(new MediaUsed(UseOf(lesson), [], clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static string UseOf(Lesson lesson) => FormattableString.Invariant($"mall.lesson:{lesson.Id}");

    private static void Place(List<Lesson> lessons, Lesson moved, int position)
    {
        var order = lessons.Where(lesson => lesson != moved).OrderBy(lesson => lesson.Position).ToList();
        order.Insert(Math.Min(position - 1, order.Count), moved);
        foreach (var (i, lesson) in order.Index())
        {
            lesson.Position = i + 1;
        }
    }

    private static void CheckSellable(Product product, List<Lesson> lessons)
    {
        if (product.OnSale && lessons.TrueForAll(lesson => lesson.IsSample))
        {
            throw new Refusal("mall.course-empty", StatusCodes.Status422UnprocessableEntity);
        }
    }

    /// <summary>Pictures of a sample are everybody's; those of the others have an address that only who has the lesson is told.</summary>
    private void Claim(Lesson lesson) => db.Announce(new MediaUsed(UseOf(lesson), lesson.PictureIds, clock.GetUtcNow(), IsPublic: lesson.IsSample));

    /// <summary>Holds a course of this account's for a change.</summary>
    private async Task<Product> LockAsync(long productId, CancellationToken ct)
    {
        var product = await db.Products.AsNoTracking().SingleOrDefaultAsync(p => p.Id == productId && p.Kind == GoodsKind.Course, ct);
        return product is not null && await OwnStore.LockAsync(db, product.StoreId, account.Id, ct) is not null
            ? await db.Products.AsNoTracking().SingleAsync(p => p.Id == productId, ct)
            : throw new Refusal("mall.product-not-found", StatusCodes.Status404NotFound);
    }

    private async Task<(Product Course, List<Lesson> Lessons)> LockByLessonAsync(long lessonId, CancellationToken ct)
    {
        var productId = await db.Lessons.Where(l => l.Id == lessonId).Select(l => l.ProductId).SingleOrDefaultAsync(ct);
        var (ownerId, lessons) = (account.Id, db.Lessons.Where(l => l.ProductId == productId));
        if (!await db.Products.AnyAsync(p => p.Id == productId && db.Stores.Any(s => s.Id == p.StoreId && s.OwnerId == ownerId), ct))
        {
            throw new Refusal("mall.lesson-not-found", StatusCodes.Status404NotFound);
        }

        var product = await LockAsync(productId, ct);
        var all = await lessons.OrderBy(l => l.Position).ToListAsync(ct);
        // Whoever was faster may have removed it.
        return all.Exists(lesson => lesson.Id == lessonId) ? (product, all) : throw new Refusal("mall.lesson-not-found", StatusCodes.Status404NotFound);
    }
}
