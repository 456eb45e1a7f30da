using Sward.Contracts.Accounts;
using Sward.Contracts.Media;

namespace Sward.Inbox;

/// <summary>A notice as people read it.</summary>
/// <param name="Text">One sentence in the reader's language.</param>
/// <param name="Actor">Who did it, the latest of <paramref name="ActorCount"/>.</param>
/// <param name="Url">Where it leads; null when what it is about is gone.</param>
internal sealed record NoticeView(
    long Id, string Kind, string Tab, string Text, AccountCard? Actor, int ActorCount, string? Excerpt, MediaCard? Cover, string? Url, DateTimeOffset At, bool IsRead);
