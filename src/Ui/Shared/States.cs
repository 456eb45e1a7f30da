namespace Sward.Ui;

/// <summary>Nothing here yet: a drawing of <c>wwwroot/drawings</c>, one sentence, one action.</summary>
public sealed record EmptyState(string Drawing, string Sentence, string? Action = null, string? Url = null);

/// <summary>Something went wrong: what happened, what is safe, what to do.</summary>
public sealed record ProblemState(string Title, string? Detail = null, string? Action = null, string? Url = null, string? TraceId = null);
