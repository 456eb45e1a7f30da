using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Ui;

namespace Sward.Discovery.Serving;

/// <summary>The newest of the people one follows.</summary>
[Authorize]
internal sealed class FollowingPage(ReadFeed read, Surfaces surfaces, IStringLocalizer texts) : PageModel
{
    public Waterfall Feed { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? cursor, CancellationToken ct)
    {
        if (await read.RunAsync(surfaces.Following, new PageQuery { Cursor = cursor }, about: null, ct) is not { } answer)
        {
            return BadRequest();
        }

        Feed = answer.ToWaterfall(
            next => $"/following?cursor={next}", new EmptyState("people", texts["discovery.following.empty"], texts["discovery.following.empty.action"], "/"));
        return Page();
    }
}
