using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Mall.Catalog;
using Sward.Mall.Courses;
using Sward.Mall.Stores;

namespace Sward.Mall.Desk;

/// <summary>The lessons of a store's course: a list, and a form for a new one or for the one that the address names.</summary>
[Authorize]
internal sealed class LessonsPage(MallDb db, MyStore mine, ReadCourse read, EditLessons edit, EditProduct products, IStringLocalizer texts) : PageModel
{
    public Store Store { get; private set; } = null!;

    public Product Product { get; private set; } = null!;

    public IReadOnlyList<LessonTitle> Lessons { get; private set; } = [];

    public LessonView? Edited { get; private set; }

    /// <summary>Somebody has paid for the course.</summary>
    public bool IsSold { get; private set; }

    public string? Problem { get; private set; }

    public string UrlOf(string? handler = null, long? lessonId = null) =>
        $"/desk/{Store.Id}/products/{Product.Id}/lessons{(lessonId is { } id ? $"/{id}" : "")}{(handler is null ? "" : $"?handler={handler}")}";

    public async Task<IActionResult> OnGetAsync(long storeId, long productId, long? lessonId, CancellationToken ct)
    {
        if (await mine.FindAsync(storeId, ct) is not { } store
            || await db.Products.AsNoTracking().SingleOrDefaultAsync(p => p.Id == productId && p.StoreId == storeId, ct) is not { } product
            || await read.FindAsync(productId, ct) is not { } course
            || (lessonId is not null && course.Lessons.All(lesson => lesson.Id != lessonId)))
        {
            return NotFound();
        }

        (Store, Product, Lessons) = (store, product, course.Lessons);
        IsSold = await db.Enrolments.AnyAsync(e => e.ProductId == productId, ct);
        Edited = lessonId is { } id ? await read.LessonAsync(productId, id, ct) : null;
        return Page();
    }

    public Task<IActionResult> OnPostAddAsync(long storeId, long productId, string? title, string? text, string? pictures, bool isSample, CancellationToken ct) =>
        DoAsync(storeId, productId, lessonId: null, () => edit.AddAsync(productId, new EditLessons.Request(title ?? "", text ?? "", TypedPictures.Parse(pictures), isSample).Checked(), ct), ct);

    public Task<IActionResult> OnPostEditAsync(
        long storeId, long productId, long lessonId, string? title, string? text, IReadOnlyList<long>? keep, string? pictures, bool isSample, int position, CancellationToken ct) =>
        DoAsync(storeId, productId, lessonId, () => edit.ChangeAsync(lessonId, new EditLessons.Change
        {
            Title = title ?? "",
            Text = text ?? "",
            Pictures = [.. keep ?? [], .. TypedPictures.Parse(pictures)],
            IsSample = isSample,
            Position = position,
        }.Checked(), ct), ct);

    public Task<IActionResult> OnPostRemoveAsync(long storeId, long productId, long lessonId, CancellationToken ct) =>
        DoAsync(storeId, productId, lessonId, () => edit.RemoveAsync(lessonId, ct), ct);

    public Task<IActionResult> OnPostSaleAsync(long storeId, long productId, CancellationToken ct) =>
        DoAsync(storeId, productId, lessonId: null, () => products.ChangeAsync(productId, new EditProduct.Request { OnSale = true }, ct), ct);

    private async Task<IActionResult> DoAsync(long storeId, long productId, long? lessonId, Func<Task> change, CancellationToken ct)
    {
        var found = await OnGetAsync(storeId, productId, lessonId, ct);
        if (found is not PageResult)
        {
            return found;
        }

        try
        {
            await change();
            return LocalRedirect(UrlOf());
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts.Of(refusal);
            return found;
        }
    }
}
