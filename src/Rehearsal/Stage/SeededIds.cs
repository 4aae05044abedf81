using System.Globalization;
using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Rehearsal.Stage;

/// <summary>Ids that come out the same for the same seed. For rehearsals only: whoever knows the seed can guess the links.</summary>
public sealed class SeededIds(int seed) : IMakeIds
{
    private const string Alphabet = "bcdfghjkmnpqrstvwxz23456789";

#pragma warning disable CA5394 // A rehearsal wants the same chance each time; nothing it guards is real.
    private readonly Random _random = new(seed);
    private readonly Lock _gate = new();

    public string NewPersonId()
    {
        lock (_gate)
        {
            return $"p-{new string(_random.GetItems<char>(Alphabet, 8))}";
        }
    }

    public string NewLinkSecret()
    {
        lock (_gate)
        {
            return string.Concat(Enumerable.Range(0, 4).Select(_ => _random.NextInt64().ToString("x16", CultureInfo.InvariantCulture)));
        }
    }
#pragma warning restore CA5394
}
