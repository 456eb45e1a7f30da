using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;
using Sward.Ui;

namespace Sward.Discovery.People;

/// <summary>People you may like: all of them, page by page.</summary>
[Authorize]
internal sealed class PeoplePage(ReadPeople read, ICurrentAccount account) : PageModel
{
    private const string Address = "/people";
    private const int Size = 24;

    public ReadPeople.Answer People { get; private set; } = null!;

    public Pager Pager { get; private set; } = null!;

    /// <summary>The reader has just signed up, and goes on to Discover from here.</summary>
    public bool IsWelcome { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? cursor, bool welcome, CancellationToken ct)
    {
        if (await read.RunAsync(account.Id, cursor, Size, ct) is not { } people)
        {
            return NotFound();
        }

        (People, IsWelcome) = (people, welcome);
        Pager = new(people.Next is { } next ? $"{Address}?cursor={next}" : null, cursor is null ? null : Address);
        return Page();
    }
}
