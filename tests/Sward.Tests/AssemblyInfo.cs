using Sward.Tests;

[assembly: AssemblyFixture(typeof(OnSqlite))]
[assembly: AssemblyFixture(typeof(OnPostgres))]
