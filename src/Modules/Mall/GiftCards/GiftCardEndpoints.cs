using Sward.Ui;

namespace Sward.Mall.GiftCards;

/// <summary>What the mall serves of gift cards.</summary>
internal static class GiftCardEndpoints
{
    public static void AddServices(IServiceCollection services) => services
        .AddScoped<IssueGiftCards>()
        .AddScoped<GiftCardWallet>()
        .AddOperatorPage("mall.operator.gift-cards", "/operator/gift-cards");

    public static void Map(IEndpointRouteBuilder routes)
    {
        var cards = routes.MapApi("/gift-cards", "Gift cards");
        IssueGiftCards.Map(cards);
        GiftCardWallet.Map(cards);
    }
}
