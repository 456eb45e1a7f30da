using Microsoft.Extensions.Localization;
using Sward.Contracts.Notes;

namespace Sward.Discovery.Serving;

/// <summary>The channels of Discover with their names.</summary>
internal static class ListChannels
{
    /// <summary>A channel of Discover.</summary>
    public sealed record Channel(string Code, string Name);

    public static void Map(IEndpointRouteBuilder feed) => feed
        .MapGet("/channels", Handle)
        .WithName("ListChannels")
        .AllowAnonymous();

    private static Ok<IReadOnlyList<Channel>> Handle(IStringLocalizer texts) =>
        TypedResults.Ok<IReadOnlyList<Channel>>([.. NoteChannels.All.Select(code => new Channel(code, texts[$"channel.{code}"]))]);
}
