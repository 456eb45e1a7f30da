namespace Sward.Kernel;

/// <summary>A fact that one module announces to the others. Lives in Contracts; its <see cref="Name"/> never changes, a new meaning is a new <c>.v2</c>.</summary>
public interface IEvent
{
    static abstract string Name { get; }
}

/// <summary>Reacts to a fact inside the subscribing module's own transaction.</summary>
public interface IHandle<in TEvent> where TEvent : IEvent
{
    Task HandleAsync(TEvent fact, CancellationToken ct);
}
