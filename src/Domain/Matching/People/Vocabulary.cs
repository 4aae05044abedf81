namespace ReverseMentoring.Domain.Matching.People;

/// <summary>Numbers the words of one kind (topics, skills…) in the order they are met, so that sets of them compare fast.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _numbers = new(Label.Comparer);

    public int Number(string word)
    {
        var label = Label.Of(word);
        if (!_numbers.TryGetValue(label, out var number))
        {
            _numbers.Add(label, number = _numbers.Count);
        }

        return number;
    }

    public WordSet Set(IEnumerable<string> words) =>
        new([.. words.Where(w => !string.IsNullOrWhiteSpace(w)).Select(Number).Distinct().Order()]);
}
