namespace Sward.Contracts.Discovery;

/// <summary>Knows which notes are on the hot list, from memory: asked for every card that is drawn.</summary>
public interface IHotNotes
{
    bool IsHot(long noteId);
}
