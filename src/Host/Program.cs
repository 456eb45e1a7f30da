var builder = WebApplication.CreateBuilder(args);
await builder.Build().RunAsync();

/// <summary>Lets WebApplicationFactory find the entry point.</summary>
public partial class Program;
