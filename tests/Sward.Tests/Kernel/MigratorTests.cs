using Microsoft.EntityFrameworkCore;
using Sward.Kernel;

namespace Sward.Tests.Kernel;

public sealed class MigratorTests(OnSqlite app)
{
    [Fact]
    public async Task A_file_that_was_made_without_a_write_ahead_log_gets_one_at_the_start()
    {
        // The file of these tests is a copy by VACUUM INTO, which leaves the log out.
        var mode = await app.InDb<KernelDb, string>(async db =>
        {
            await db.Database.OpenConnectionAsync(AppFixture.Ct);
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA journal_mode";
            return $"{await command.ExecuteScalarAsync(AppFixture.Ct)}";
        });

        Assert.Equal("wal", mode);
    }
}
