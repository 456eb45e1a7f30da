using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Sward.Kernel;

namespace Sward.Tests.Kernel;

public sealed class NodeLeaseTests(OnSqlite app)
{
    [Fact]
    public async Task A_crash_loop_neither_repeats_an_id_nor_waits_for_one()
    {
        await using var own = await app.OwnHostAsync();
        var last = own.Services.GetRequiredService<Ids>().Next();

        for (var restart = 0; restart < 20; restart++)
        {
            var ids = new Ids(own.Clock);
            using var lease = new NodeLease(own.Services.GetRequiredService<IServiceScopeFactory>(), ids, own.Clock, NullLogger<NodeLease>.Instance);
            await lease.RenewAsync(AppFixture.Ct);
            await lease.RenewAsync(AppFixture.Ct);

            var next = ids.Next();
            Assert.True(next > last);
            last = next;
            own.Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
