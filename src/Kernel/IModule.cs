using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Sward.Kernel;

/// <summary>What the host knows about a module.</summary>
public interface IModule
{
    void AddServices(IHostApplicationBuilder builder);

    void MapEndpoints(IEndpointRouteBuilder routes);
}
