namespace ReverseMentoring.Domain.Matching.People;

/// <summary>Who is meant by a name, however an HR system wrote it.</summary>
internal sealed class NameIndex<T>
    where T : notnull
{
    private readonly Dictionary<string, List<T>> _bearers = new(Label.Comparer);

    /// <param name="names">What the bearer is called; each is known by all its readings.</param>
    public void Add(T bearer, IEnumerable<string> names)
    {
        foreach (var name in names.SelectMany(PersonName.Readings).Select(Label.Of).Distinct(Label.Comparer))
        {
            if (!_bearers.TryGetValue(name, out var bearers))
            {
                _bearers[name] = bearers = [];
            }

            bearers.Add(bearer);
        }
    }

    /// <summary>Everybody whom the name, in any of its readings, may mean.</summary>
    public IEnumerable<T> Find(string name) => PersonName.Readings(name).Select(Label.Of)
        .SelectMany(n => _bearers.TryGetValue(n, out var found) ? found : []).Distinct();
}
