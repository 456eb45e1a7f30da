using Microsoft.Extensions.DependencyInjection;

namespace Sward.Ui;

/// <summary>What the pages of all modules need from Ui.</summary>
public static class UiServices
{
    public static IServiceCollection AddUi(this IServiceCollection services) => services
        .AddSingleton<Assets>()
        .AddSingleton<Format>();
}
