using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Discovery;
using Sward.Contracts.Media;

namespace Sward.Ui;

/// <summary>
/// Draws the parts that stand on a page dozens of times: <c>@Parts.Avatar(new Avatar(account, 40))</c>. As partial views they cost more than all the rest of a feed.
/// </summary>
public sealed class Parts(HtmlEncoder encoder, Assets assets, IStringLocalizer texts, IHttpContextAccessor http, IHotNotes hot)
{
    private const int CardLength = 3_000;
    private const string CardSizes = "(width < 600px) 50vw, (width < 900px) 33vw, (width < 1200px) 25vw, 280px";

    /// <summary>An icon of the sprite.</summary>
    /// <param name="look">More classes.</param>
    /// <param name="label">What it says when no text stands beside it.</param>
    public Markup Icon(string name, string? look = null, string? label = null) => Icon(New(), name, look, label);

    /// <summary>A stored picture over its 16-pixel preview, in every size and format that the browser may choose from.</summary>
    /// <param name="sizes">The CSS <c>sizes</c> of the picture in its place.</param>
    /// <param name="alt">Replaces the author's alternative text; empty when text beside the picture says the same.</param>
    /// <param name="eager">For what is seen first: loads at once and before other pictures.</param>
    public Markup Picture(MediaCard media, string sizes, string? alt = null, bool eager = false) => Picture(New(), media, sizes, alt, eager);

    /// <summary>A person's picture, or their first letter.</summary>
    public Markup Avatar(Avatar avatar) => Avatar(New(), avatar);

    /// <summary>A button that is on or off. Without script its form leads back to the page it stands on.</summary>
    public Markup Toggle(Toggle toggle) => Toggle(New(), toggle, Here());

    /// <summary>A note in a waterfall.</summary>
    public Markup NoteCard(NoteTile tile)
    {
        var (html, note) = (new Markup(encoder, CardLength), tile.Note);
        html.Add($"<article class=\"note-card\" data-note=\"{note.Id}\" data-author=\"{note.AuthorId}\" data-channel=\"{note.Channel}\" data-topics=\"{string.Join('#', note.Topics)}\"");
        if (tile.Slot is { } slot)
        {
            html.Add($" data-slot=\"{slot}\"");
        }

        if (tile.Shown is { } shown)
        {
            html.Add($" data-shown=\"{shown}\"");
        }

        if (tile.Why is { } why)
        {
            html.Add($" data-why=\"{why}\"");
        }

        html.Add($"><span class=\"picture {PictureRatio.ClassOf(tile.Cover)} note-card-cover\">");
        if (tile.Cover is not null)
        {
            Picture(html, tile.Cover, CardSizes, alt: "", eager: false);
        }

        if (hot.IsHot(note.Id))
        {
            html.Add($"<span class=\"badge badge-coral note-card-hot\">{texts["ui.card.hot"].Value}</span>");
        }

        html.Add($"""
            </span>
            <h2 class="note-card-title two-lines"><a class="stretched" href="/notes/{note.Id}" data-sheet>{new Marked(note.Title, tile.TitleHits)}</a></h2>
            <div class="note-card-foot"><a class="note-card-author" href="/u/{tile.Author.Handle}">
            """);
        Avatar(html, new Avatar(tile.Author, 24)).Add($"<span class=\"one-line\">{tile.Author.Nickname}</span></a>");
        Toggle(html, Ui.Toggle.Like(note.Id, tile.Liked, texts["ui.like"], note.LikeCount), Here());
        html.Add($"</div>");
        if (tile is { SaysWhy: true, Why: { } said })
        {
            html.Add($"<p class=\"note-card-why faint two-lines\">{said}</p>");
        }

        // Nobody is asked whether their own note interests them.
        if (note.AuthorId != ReaderId)
        {
            html.Add($"<a class=\"note-card-more icon-button\" href=\"/not-interested/{note.Id}{(tile.Shown is null ? "" : "?shown=" + Uri.EscapeDataString(tile.Shown))}\" rel=\"nofollow\" aria-haspopup=\"menu\" aria-label=\"{texts["ui.card.more", note.Title].Value}\">");
            Icon(html, "more").Add($"</a>");
        }

        return html.Add($"</article>\n");
    }

    private static Markup Avatar(Markup html, Avatar avatar)
    {
        var account = avatar.Account;
        html.Add($"<{(avatar.Linked ? "a" : "span")} class=\"avatar avatar-{avatar.Size} avatar-hue-{account.Id % 6}\"");
        _ = avatar.Linked ? html.Add($" href=\"/u/{account.Handle}\" aria-label=\"{account.Nickname}\">") : html.Add($" aria-hidden=\"true\">");
        _ = account.AvatarUrl is null
            ? html.Add($"{StringInfo.GetNextTextElement(account.Nickname + "·").ToUpperInvariant()}")
            : html.Add($"<img src=\"{account.AvatarUrl}\" width=\"{avatar.Size}\" height=\"{avatar.Size}\" alt=\"\" loading=\"lazy\">");
        return avatar.Linked ? html.Add($"</a>") : html.Add($"</span>");
    }

    private static Markup Picture(Markup html, MediaCard media, string sizes, string? alt, bool eager)
    {
        if (media.Preview.StartsWith("data:image/", StringComparison.Ordinal))
        {
            html.Add($"<img class=\"picture-preview\" alt=\"\" src=\"{media.Preview:raw}\">");
        }

        if (media.Variants.Count == 0)
        {
            return html;
        }

        html.Add($"<picture>");
        var type = "";
        foreach (var variant in media.Variants)
        {
            if (!string.Equals(variant.Type, type, StringComparison.Ordinal))
            {
                html.Add($"{(type.Length == 0 ? "" : "\">"):raw}<source type=\"{variant.Type:raw}\" sizes=\"{sizes:raw}\" srcset=\"{variant.Url:raw} {variant.Width}w");
                type = variant.Type;
            }
            else
            {
                html.Add($", {variant.Url:raw} {variant.Width}w");
            }
        }

        html.Add($"\">");
        var plain = media.Variants.LastOrDefault(variant => variant.Type is "image/webp") ?? media.Variants[^1];
        html.Add($"<img src=\"{plain.Url:raw}\" width=\"{media.Width}\" height=\"{media.Height}\" decoding=\"async\" ");
        _ = eager ? html.Add($"fetchpriority=\"high\"") : html.Add($"loading=\"lazy\"");
        return html.Add($" alt=\"{alt ?? media.Alt}\"></picture>");
    }

    private Markup Toggle(Markup html, Toggle toggle, string here)
    {
        html.Add($"<sward-toggle");
        if (toggle.Id is not null)
        {
            html.Add($" id=\"{toggle.Id}\"");
        }

        var (next, pressed) = toggle.On ? ("false", "true") : ("true", "false");
        var look = toggle.Kind is "follow" ? "button button-small toggle-follow" : "toggle toggle-" + toggle.Kind;
        html.Add($"""
             api="{toggle.Api}"><form method="post" action="{toggle.Action}"><input type="hidden" name="return" value="{here}">
            <button class="{look}" name="on" value="{next}" aria-pressed="{pressed}">
            """);
        if (toggle.Kind is "follow")
        {
            html.Add($"<span class=\"toggle-off\">{toggle.Label}</span><span class=\"toggle-on\">{texts["ui.following"].Value}</span>");
        }
        else
        {
            html.Add($"<span class=\"visually-hidden\">{toggle.Label}</span>");
            Icon(Icon(html, toggle.Kind, "toggle-off"), toggle.Kind + "-filled", "toggle-on");
            if (toggle.Count is { } count)
            {
                html.Add($"<span class=\"toggle-count\" data-count=\"{count}\">{(count > 0 ? Format.Count(count) : "")}</span>");
            }
        }

        return html.Add($"</button></form></sward-toggle>");
    }

    private Markup Icon(Markup html, string name, string? look = null, string? label = null)
    {
        html.Add($"<svg class=\"icon{(look is null ? "" : " ")}{look}\"");
        _ = label is null ? html.Add($" aria-hidden=\"true\"") : html.Add($" role=\"img\" aria-label=\"{label}\"");
        return html.Add($"><use href=\"{assets["/ui/icons.svg"]}#{name}\"></use></svg>");
    }

    private long? ReaderId => http.HttpContext?.RequestServices.GetService<ICurrentAccount>()?.IdOrNull;

    private Markup New() => new(encoder);

    private string Here() => http.HttpContext is { Request: var page } ? page.Path + page.QueryString : "";
}
