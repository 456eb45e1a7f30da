using Microsoft.AspNetCore.Http;
using Sward.Contracts.Pages;

namespace Sward.Mall.Wants;

/// <summary>Where a search found no goods (<c>search.nothing-in-mall</c>): an offer to ask for them by the words of the address.</summary>
/// <param name="IsSignedIn">Whether somebody is there who can be counted.</param>
internal sealed record NothingFound(string Words, bool IsSignedIn, bool HasAsked);

/// <inheritdoc cref="NothingFound"/>
internal sealed class NothingFoundSlot(AskForWords ask, IHttpContextAccessor http) : IPageSlot
{
    public async Task<SlotContent?> LoadAsync(long subjectId, long? readerId, string? cursor, CancellationToken ct)
    {
        var words = PlainText.Cut(PlainText.Line(http.HttpContext!.Request.Query["q"].ToString()), WantedWord.MaxLength);
        return WantedWord.KeyOf(words) is null
            ? null
            : new("/Mall/Wants/_NothingFound.cshtml", new NothingFound(words, readerId is not null, readerId is { } accountId && await ask.HasAskedAsync(accountId, words, ct)));
    }
}
