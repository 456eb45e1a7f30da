using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;
using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;
using Sward.Contracts.Town;
using Sward.Ui;

namespace Sward.Accounts;

/// <summary>Accounts: sign-in, profiles, who follows, blocks and mutes whom.</summary>
public sealed class AccountsModule : IModule
{
    /// <summary>Makes the account with this e-mail address or phone number an operator; false when there is none.</summary>
    public static async Task<bool> AddOperatorAsync(IServiceProvider services, string login, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return Login.Parse(login) is { } parsed && await scope.ServiceProvider.GetRequiredService<OperatorAccounts>().AddAsync(parsed, ct);
    }

    public void AddServices(IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddModuleDb<AccountsDb, AccountsDbSqlite, AccountsDbPostgres>("accounts");
        services.AddModuleOptions<AccountsOptions>("Accounts");
        services.AddValidation();
        AddSignIn(services, builder.Configuration);
        services.AddScoped<ReadProfile>().AddScoped<EditProfile>().AddScoped<ListFollows>();
        services.AddScoped<FollowAccount>().AddScoped<UnfollowAccount>().AddScoped<BlockAccount>().AddScoped<MuteAccount>();
        services.AddFollower<AccountCards>().AddSingleton<IAccountCards>(sp => sp.GetRequiredService<AccountCards>());
        services.AddScoped<OperatorAccounts>().AddScoped<IOperators>(sp => sp.GetRequiredService<OperatorAccounts>()).AddSingleton<OperatorInvitation>().AddHostedService(sp => sp.GetRequiredService<OperatorInvitation>());
        services.AddScoped<IProfileTabs, ProfileTabs>();
        services.AddOperatorPage("accounts.outbox.title", "/outbox");
        services.AddSingleton<ISecondCircle, SecondCircle>();
        services.AddFollower<CircleCache>().AddSingleton<ICircles>(sp => sp.GetRequiredService<CircleCache>());
        services.Subscribe<NoteLiked, CountReceived, AccountsDb>(CountReceived.Subscriber);
        services.Subscribe<NoteUnliked, CountReceived, AccountsDb>(CountReceived.Subscriber);
        services.Subscribe<NoteCollected, CountReceived, AccountsDb>(CountReceived.Subscriber);
        services.Subscribe<NoteUncollected, CountReceived, AccountsDb>(CountReceived.Subscriber);
        services.AddScoped<ITownPart, AccountsTown>();
        services.AddClockJob<ForgetExpired>("accounts.forget-expired", TimeSpan.FromHours(1));
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        var accounts = routes.MapApi("/accounts", "Accounts");
        OpenAccount.Map(accounts);
        ReadProfile.Map(accounts);
        ListFollows.Map(accounts);
        FollowAccount.Map(accounts);
        UnfollowAccount.Map(accounts);
        BlockAccount.Map(accounts);
        MuteAccount.Map(accounts);

        var me = routes.MapApi("/me", "Accounts");
        EditProfile.Map(me);
        ListHidden.Map(me);

        var sessions = routes.MapApi("/sessions", "Sessions");
        StartSession.Map(sessions);
        SendCode.Map(sessions);
        ListSessions.Map(sessions);
        EndSession.Map(sessions);
    }

    private static void AddSignIn(IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication(SessionAuthentication.SchemeName).AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.SchemeName, configureOptions: null);
        services.AddAuthorizationBuilder().AddPolicy(Policies.Operator, policy => policy.RequireRole(SessionAuthentication.OperatorRole));
        services.AddScoped<CurrentAccount>().AddScoped<ICurrentAccount>(sp => sp.GetRequiredService<CurrentAccount>());
        services.AddNodeJob<SeenSessions>().AddFollower<SessionCache>();
        services.AddScoped<Sessions>().AddScoped<Passwords>().AddScoped<OneTimeCodes>().AddScoped<OpenAccount>().AddScoped<StartSession>();
        if (configuration.GetSection("Accounts:Smtp").Exists())
        {
            services.AddSingleton<ICodeSender, SmtpCodeSender>();
        }
        else
        {
            services.AddSingleton<OutboxCodeSender>().AddSingleton<ICodeSender>(sp => sp.GetRequiredService<OutboxCodeSender>());
        }
    }
}
