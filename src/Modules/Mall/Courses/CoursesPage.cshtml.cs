using Microsoft.AspNetCore.Authorization;
using Sward.Ui;

namespace Sward.Mall.Courses;

/// <summary>The courses that I have, newest first.</summary>
[Authorize]
internal sealed class CoursesPage(ReadCourse read) : PageModel
{
    private const int Size = 30;

    public Page<MyCourse> List { get; private set; } = null!;

    public Pager Pager => new(List.Next is { } next ? $"/courses?cursor={next}" : null);

    public async Task<IActionResult> OnGetAsync(string? cursor, CancellationToken ct)
    {
        if (!Cursor.TryDecode(cursor, out var before, out _))
        {
            return NotFound();
        }

        List = await read.MineAsync(before, Size, ct);
        return Page();
    }
}
