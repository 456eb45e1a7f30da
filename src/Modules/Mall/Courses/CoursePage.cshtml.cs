using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;

namespace Sward.Mall.Courses;

/// <summary>A course: its lessons by their titles, and for whoever has it how far they are and how to give it back.</summary>
internal sealed class CoursePage(ReadCourse read, ReturnCourse give, ICurrentAccount account, IOptions<MallOptions> options, IStringLocalizer texts) : PageModel
{
    public CourseView Course { get; private set; } = null!;

    public int ReturnDays => options.Value.AfterSaleDays;

    public int ReturnPercent => options.Value.CourseReturnPercent;

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(long productId, CancellationToken ct)
    {
        if (await read.FindAsync(productId, ct) is not { } course)
        {
            return NotFound();
        }

        Course = course;
        return Page();
    }

    public async Task<IActionResult> OnPostReturnAsync(long productId, CancellationToken ct)
    {
        if (!account.IsSignedIn)
        {
            return Challenge();
        }

        try
        {
            return LocalRedirect($"/orders/{await give.ReturnAsync(account.Id, productId, ct)}");
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts.Of(refusal);
            return await OnGetAsync(productId, ct);
        }
    }
}
