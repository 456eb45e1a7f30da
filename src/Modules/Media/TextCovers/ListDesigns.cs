using Microsoft.Extensions.Localization;

namespace Sward.Media;

/// <summary>The designs of text covers, in the order in which they are offered.</summary>
internal static class ListDesigns
{
    public sealed record Design(string Key, string Name);

    public static void Map(IEndpointRouteBuilder covers) => covers
        .MapGet("/designs", Handle)
        .WithName("ListCoverDesigns")
        .AllowAnonymous();

    private static Ok<Page<Design>> Handle(IStringLocalizer texts) =>
        TypedResults.Ok(new Page<Design>([.. CoverDesigns.All.Select(design => new Design(design.Key, texts[$"media.cover.{design.Key}"]))], Next: null));
}
