using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Ui;

namespace Sward.Mall.Wants;

/// <summary>What I want and am told of, and the words that I asked for goods by.</summary>
[Authorize]
internal sealed class WantsPage(ListWants list, WantGoods want, AskForWords ask, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    private const int Size = 20;

    public Page<WantView> Wants { get; private set; } = null!;

    /// <summary>On the first page only.</summary>
    public IReadOnlyList<AskForWords.Item> Words { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    public string? Problem { get; private set; }

    /// <summary>What was just taken back, and can be wanted again.</summary>
    public (long SkuId, string Name)? TakenBack { get; private set; }

    /// <summary>Words that were just taken back.</summary>
    public string? TakenWords { get; private set; }

    /// <summary>The search of the mall for these words.</summary>
    public static string SearchFor(string words) => $"/search?q={Uri.EscapeDataString(words)}&tab=mall";

    public async Task<IActionResult> OnGetAsync(string? cursor, long? taken, string? takenWords, CancellationToken ct)
    {
        if (await list.PageAsync(account.Id, productId: null, cursor, Size, ct) is not { } page)
        {
            return NotFound();
        }

        Wants = page;
        Words = cursor is null ? await ask.ListAsync(account.Id, ct) : [];
        Pager = new(page.Next is { } next ? $"/wants?cursor={next}" : null, cursor is null ? null : "/wants");
        TakenBack = taken is { } skuId && await list.NameAsync(skuId, ct) is { } name ? (skuId, name) : null;
        TakenWords = takenWords;
        return Page();
    }

    public Task<IActionResult> OnPostWantAsync(long skuId, CancellationToken ct) => DoAsync(() => want.WantAsync(account.Id, skuId, ct), "/wants", ct);

    public Task<IActionResult> OnPostTakeBackAsync(long skuId, CancellationToken ct) => DoAsync(() => want.TakeBackAsync(account.Id, skuId, ct), $"/wants?taken={skuId}", ct);

    public Task<IActionResult> OnPostAskAsync(string? words, CancellationToken ct)
    {
        var request = new AskForWords.Request(words ?? "");
        return DoAsync(() => ask.AskAsync(account.Id, request.Checked().Words, ct), SearchFor(request.Words), ct);
    }

    public async Task<IActionResult> OnPostTakeBackWordsAsync(long wordId, CancellationToken ct)
    {
        var taken = (await ask.ListAsync(account.Id, ct)).Find(item => item.Id == wordId);
        return await DoAsync(() => ask.TakeBackAsync(account.Id, wordId, ct), taken is null ? "/wants" : $"/wants?takenWords={Uri.EscapeDataString(taken.Words)}", ct);
    }

    private async Task<IActionResult> DoAsync(Func<Task> act, string then, CancellationToken ct)
    {
        try
        {
            await act();
            return LocalRedirect(then);
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts.Of(refusal);
            return await OnGetAsync(cursor: null, taken: null, takenWords: null, ct);
        }
    }
}
