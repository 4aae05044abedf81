namespace ReverseMentoring.Domain.Schemes;

/// <summary>The presets that cohorts name.</summary>
public interface ISchemeLibrary
{
    IReadOnlyList<string> Ids { get; }

    /// <returns>Null where there is no such scheme.</returns>
    Scheme? Find(string id);
}
