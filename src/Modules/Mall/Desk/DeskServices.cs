namespace Sward.Mall.Desk;

/// <summary>The desk's parts. Its pages call the slices of other topics.</summary>
internal static class DeskServices
{
    public static void Add(IServiceCollection services) => services
        .AddScoped<MyStore>()
        .AddScoped<DeskGoods>();
}
