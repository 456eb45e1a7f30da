using Sward.Contracts.Mall;
using Sward.Contracts.Pages;
using Sward.Ui;

namespace Sward.Mall.Wants;

/// <summary>What the mall serves of wants.</summary>
internal static class WantEndpoints
{
    public static void AddServices(IServiceCollection services) => services
        .AddScoped<OnShelf>()
        .AddScoped<WantGoods>()
        .AddScoped<ListWants>()
        .AddScoped<AskForWords>()
        .AddScoped<ListWantedWords>()
        .AddKeyedScoped<IPageSlot, NothingFoundSlot>("search.nothing-in-mall")
        .AddOperatorPage("mall.operator.wanted", "/operator/wanted")
        .Subscribe<OrderPaid, EndBoughtWants, MallDb>("mall.end-bought-wants")
        .AddClockJob<TellWanters>("mall.tell-wanters", TimeSpan.FromSeconds(30));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var wants = routes.MapApi("/wants", "Wants");
        ListWants.Map(wants);
        AskForWords.Map(wants);
        WantGoods.Map(wants);
        ListWantedWords.Map(routes.MapApi("/wanted-words", "Wants"));
    }
}
