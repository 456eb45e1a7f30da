namespace Sward.Accounts;

/// <summary>Accounts: sign-in, profiles, who follows, blocks and mutes whom.</summary>
public sealed class AccountsModule : IModule
{
    public void AddServices(IHostApplicationBuilder builder)
    {
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
    }
}
