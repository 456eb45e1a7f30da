using Microsoft.Extensions.DependencyInjection;

namespace Sward.Ui;

/// <summary>A page of the operators' desk, which every module adds its own to.</summary>
/// <param name="Title">The key of its text.</param>
public sealed record OperatorPage(string Title, string Address);

/// <summary>How modules add such pages.</summary>
public static class OperatorPageExtensions
{
    public static IServiceCollection AddOperatorPage(this IServiceCollection services, string title, string address) =>
        services.AddSingleton(new OperatorPage(title, address));
}
