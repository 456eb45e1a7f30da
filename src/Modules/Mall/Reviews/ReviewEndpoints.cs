namespace Sward.Mall.Reviews;

/// <summary>What the mall serves of reviews.</summary>
internal static class ReviewEndpoints
{
    public static void AddServices(IServiceCollection services) => services
        .AddScoped<WriteReview>()
        .AddScoped<InviteNotes>()
        .AddScoped<AnswerReview>()
        .AddScoped<ListReviews>()
        .AddScoped<ReviewNotes>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        WriteReview.Map(routes.MapApi("/orders", "Reviews"));
        ListReviews.Map(routes.MapApi("/products", "Reviews"));
        AnswerReview.Map(routes.MapApi("/reviews", "Reviews"));
    }
}
