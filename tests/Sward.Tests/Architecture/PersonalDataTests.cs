using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Sward.Kernel;

namespace Sward.Tests.Architecture;

/// <summary>What is kept of people is marked, and explained to operators.</summary>
public sealed class PersonalDataTests(OnSqlite app)
{
    private static readonly string Root = ModuleTests.FindRoot();

    [Fact]
    public void Every_mark_is_explained_to_operators_and_nothing_else_is()
    {
        var explained = PersonalData.Explained(File.ReadLines(Path.Combine(Root, "docs", "privacy.md")));

        Assert.Equal(InModels(PersonalData.Marked), explained.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_called_like_personal_data_is_marked() => Assert.Empty(InModels(PersonalData.Unmarked));

    [Fact]
    public void No_log_names_personal_data() => Assert.Empty(
        Directory.GetFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories).SelectMany(file => PersonalData.Logged(File.ReadAllText(file))));

    [Fact]
    public void Each_rule_catches_its_violation()
    {
        using var db = new Visitors();

        Assert.Equal(["Guests.Email", "Guests.HostAccountId", "Guests.home_phone"], PersonalData.Unmarked(db.Model).Order(StringComparer.Ordinal));
        Assert.Equal(["Guests.work_phone"], PersonalData.Marked(db.Model));
        Assert.Equal(["guest.a", "guest.b", "guest.c"], PersonalData.Explained(["A `word`.", "| `guest` | `a` `b` | why |", "| | `c` | why |"]));
        Assert.Single(PersonalData.Logged("""log.LogInformation("Wrote to {Guest}", guest.Email); var phone = guest.Phone;"""));
        Assert.Single(PersonalData.Logged("""[LoggerMessage(LogLevel.Warning, "{Address} is not reached")] private partial void LogLost(string address);"""));
        Assert.Empty(PersonalData.Logged("""log.LogInformation("{Count} addresses", count); Send(guest.Email);"""));
    }

    private string[] InModels(Func<IModel, IEnumerable<string>> rule)
    {
        using var scope = app.Services.CreateScope();
        return
        [
            .. scope.ServiceProvider.GetServices<MigrationTarget>()
                .SelectMany(target => rule(((DbContext)scope.ServiceProvider.GetRequiredService(target.Context)).Model))
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
    }

    private sealed class Guest
    {
        public long Id { get; init; }

        public string Email { get; init; } = "";

        public long HostAccountId { get; init; }

        public Reach Home { get; init; } = new();

        [Personal]
        public Reach Work { get; init; } = new();
    }

    private sealed class Reach
    {
        public string Phone { get; init; } = "";
    }

    private sealed class Visitors : DbContext
    {
        public DbSet<Guest> Guests => Set<Guest>();

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=:memory:");

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Guest>(guest =>
        {
            guest.ComplexProperty(g => g.Home, home => home.Property(reach => reach.Phone).HasColumnName("home_phone"));
            guest.ComplexProperty(g => g.Work, work => work.Property(reach => reach.Phone).HasColumnName("work_phone"));
        });
    }
}
