using Sward.Contracts.Accounts;

namespace Sward.Ui;

/// <summary>A person's picture, or their first letter on a colour of their own.</summary>
/// <param name="Size">24, 32, 40, 56 or 96 pixels.</param>
/// <param name="Linked">Leads to the profile.</param>
public sealed record Avatar(AccountCard Account, int Size = 32, bool Linked = false);

/// <summary>An amount, big where it decides. <paramref name="Size"/>: small, medium or large.</summary>
/// <param name="Was">The price before, struck through; null for none.</param>
/// <param name="From">The lowest of several variants.</param>
public sealed record Price(Money Amount, string Size = "medium", Money? Was = null, bool From = false);

/// <summary>A rating of 0 to 5, with how many people gave it.</summary>
public sealed record Stars(double Value, int? Count = null);

/// <summary>One of several pages about the same thing.</summary>
public sealed record Tab(string Text, string Url, bool Current, long? Count = null);

/// <summary>A row of <see cref="Tab"/>s. <paramref name="Label"/> names the row for screen readers.</summary>
public sealed record Tabs(string Label, IReadOnlyList<Tab> Items);

/// <summary>A row of round links that scrolls sideways: channels, filters, topics.</summary>
public sealed record Chips(string Label, IReadOnlyList<Tab> Items);

/// <summary>Earlier and later pages of a keyset list; null hides the side.</summary>
public sealed record Pager(string? NextUrl, string? FirstUrl = null);

/// <summary>A form field with label, hint and error.</summary>
/// <param name="Type">An input type, or <c>textarea</c>.</param>
/// <param name="Pattern">What the browser lets through, as a regular expression; the hint says it in words.</param>
/// <param name="Error">What is wrong with it, from the last try.</param>
public sealed record FormField(
    string Name, string Label, string? Value = null, string Type = "text", bool Required = false, string? Hint = null, string? Error = null,
    string? Autocomplete = null, int? MaxLength = null, string? Placeholder = null, string? InputMode = null, string? Pattern = null);

/// <summary>A button that is on or off and works without script: like, collect, follow.</summary>
/// <param name="Api">Gets PUT to switch on and DELETE to switch off.</param>
/// <param name="Action">Page handler for the form; receives <c>on=true|false</c> and <c>return</c>.</param>
/// <param name="Kind">heart, bookmark or follow: how it looks.</param>
/// <param name="Label">What it switches on; stays the same, whether it is on is told by <c>aria-pressed</c>.</param>
/// <param name="Id">Lets a gallery find it: what a double tap switches on.</param>
public sealed record Toggle(string Api, string Action, bool On, string Kind, string Label, long? Count = null, string? Id = null)
{
    /// <summary>Follows a person.</summary>
    public static Toggle Follow(AccountCard account, bool on, string label) =>
        new($"/api/v1/accounts/{account.Id}/follow", $"/u/{account.Handle}?handler=Follow", on, "follow", label);

    /// <summary>Likes a note.</summary>
    public static Toggle Like(long noteId, bool on, string label, long count, string? id = null) =>
        new($"/api/v1/notes/{noteId}/like", $"/notes/{noteId}/like", on, "heart", label, count, id);
}

/// <summary>A question before something that cannot be undone. Opened by <c>&lt;a href="…" data-opens="ID"&gt;</c>; without script the link leads to a page with a <see cref="Question"/>.</summary>
/// <param name="Action">Where the form posts to.</param>
public sealed record Dialog(string Id, string Title, string Text, string Confirm, string Action, bool Danger = false);

/// <summary>The page that asks before something that cannot be undone; its form posts to the page itself.</summary>
/// <param name="BackUrl">Where those go who thought better of it.</param>
public sealed record Question(string Title, string Text, string Confirm, string BackUrl);

/// <summary>A figure with its change and a line of its days.</summary>
/// <param name="Change">Against the period before, for example "+12 %"; null for none.</param>
public sealed record StatCard(string Name, string Value, string? Change = null, IReadOnlyList<double>? Days = null, string? Url = null);

/// <summary>One moment of an order's life. <paramref name="State"/>: done, now or next.</summary>
public sealed record TimelineStep(string Title, string State, DateTimeOffset? At = null, string? Detail = null);

/// <summary>The life of an order, newest first or last as given.</summary>
public sealed record Timeline(IReadOnlyList<TimelineStep> Steps);
