namespace Sward.Mall.Courses;

/// <summary>What the mall serves of courses.</summary>
internal static class CourseEndpoints
{
    public static void AddServices(IServiceCollection services) => services
        .AddScoped<OrderCourses>()
        .AddScoped<ReadCourse>()
        .AddScoped<OpenLesson>()
        .AddScoped<ReturnCourse>()
        .AddScoped<EditLessons>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        var courses = routes.MapApi("/courses", "Courses");
        ReadCourse.Map(courses);
        OpenLesson.Map(courses);
        ReturnCourse.Map(courses);
        EditLessons.Map(routes.MapApi("/products", "Products"), routes.MapApi("/lessons", "Courses"));
    }
}
