using System.Globalization;
using System.Text.Json;

namespace ReverseMentoring.Domain.Problems;

// Over 200 lines because every kind of field is read with the same care, in one place.
/// <summary>
/// Reads the fields of one JSON object and collects every problem with its JSON pointer, instead of stopping at the first.
/// A read that fails returns a placeholder; the caller looks at the problems before it uses any value.
/// </summary>
public sealed class FieldReader
{
    private static readonly string[] LocalFormats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    private readonly JsonElement _object;
    private readonly string _pointer;
    private readonly List<Problem> _problems;
    private readonly HashSet<string> _asked = [];

    public FieldReader(JsonElement element, string pointer, List<Problem> problems)
    {
        _pointer = pointer;
        _problems = problems;
        var place = pointer.Length == 0 ? "/" : pointer;
        if (element.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new Problem(place, "This must be a JSON object, in braces."));
        }
        else if (!NamesAreText(element))
        {
            problems.Add(new Problem(place, "The name of a field here is not valid text: it holds half a character."));
        }
        else
        {
            _object = element;
        }
    }

    public bool Has(string name) => Find(name) is not null;

    public string Text(string name, int most = 200, bool required = true, string otherwise = "")
    {
        if (Find(name) is not { } value)
        {
            return required ? Fail(name, "is missing", otherwise) : otherwise;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            return Fail(name, "must be text in quotes", otherwise);
        }

        if (TextOf(value)?.Trim() is not { } text)
        {
            return Fail(name, "is not valid text: it holds half a character", otherwise);
        }

        if (required && text.Length == 0)
        {
            return Fail(name, "is empty", otherwise);
        }

        if (text.Any(c => char.IsControl(c) && c is not '\n' and not '\r' and not '\t'))
        {
            return Fail(name, "contains control characters", otherwise);
        }

        return text.Length <= most ? text : Fail(name, $"is longer than {most} characters", otherwise);
    }

    public int Whole(string name, int least, int most, int? otherwise = null)
    {
        if (Find(name) is not { } value)
        {
            return otherwise ?? Fail(name, "is missing", least);
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : Fail(name, $"must be a whole number from {least} to {most}", least);
    }

    public DateTime LocalTime(string name, DateTime? otherwise = null)
    {
        if (Find(name) is not { } value)
        {
            return otherwise ?? Fail(name, "is missing", default(DateTime));
        }

        var text = value.ValueKind == JsonValueKind.String ? TextOf(value) : null;
        return DateTime.TryParseExact(text, LocalFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && local.Year is >= 2000 and < 2200
            ? local
            : Fail(
                name,
                "must be a local date and time such as 2023-02-27T16:00, without Z or an offset; timeZone says whose clocks",
                default(DateTime));
    }

    /// <summary>The nested object, or null where it is absent and not required.</summary>
    public FieldReader? Object(string name, bool required = true)
    {
        if (Find(name) is { } value)
        {
            return new FieldReader(value, Pointer(name), _problems);
        }

        return required ? Fail<FieldReader?>(name, "is missing", null) : null;
    }

    public List<T> List<T>(string name, int most, Func<JsonElement, string, List<Problem>, T> read, bool required = true)
    {
        if (Find(name) is not { } value)
        {
            return required ? Fail(name, "is missing", new List<T>()) : [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            return Fail(name, "must be a list, in square brackets", new List<T>());
        }

        if (value.GetArrayLength() > most)
        {
            return Fail(name, $"has more than {most} entries", new List<T>());
        }

        return [.. value.EnumerateArray().Select((item, i) => read(item, $"{Pointer(name)}/{i}", _problems))];
    }

    public List<int> Wholes(string name, int least, int most, int entries, IReadOnlyList<int> otherwise) =>
        !Has(name)
            ? [.. otherwise]
            : List(name, entries, (item, place, problems) =>
            {
                if (item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var n) && n >= least && n <= most)
                {
                    return n;
                }

                problems.Add(new Problem(place, $"This must be a whole number from {least} to {most}."));
                return least;
            });

    /// <summary>Call last: whatever was not asked for is not a field of this object, most often a misspelling.</summary>
    public void RefuseUnknown()
    {
        if (_object.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var property in _object.EnumerateObject().Where(p => !_asked.Contains(p.Name)).Take(20))
        {
            _problems.Add(new Problem(
                Pointer(property.Name),
                $"There is no such field here. The fields are: {string.Join(", ", _asked.Order(StringComparer.Ordinal))}."));
        }

        foreach (var twice in _object.EnumerateObject().GroupBy(p => p.Name).Where(g => g.Count() > 1).Take(20))
        {
            _problems.Add(new Problem(Pointer(twice.Key), "This field is given more than once."));
        }
    }

    public T Fail<T>(string name, string what, T otherwise)
    {
        _problems.Add(new Problem(Pointer(name), $"{name} {what}."));
        return otherwise;
    }

    /// <returns>Null where an escape such as \ud800 stands without its other half: JSON lets it pass, text does not.</returns>
    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json has no way to ask first.
            return null;
        }
    }

    private static bool NamesAreText(JsonElement element)
    {
        try
        {
            return element.EnumerateObject().All(p => p.Name is not null);
        }
        catch (InvalidOperationException)
        {
            // As above.
            return false;
        }
    }

    private string Pointer(string name) =>
        $"{_pointer}/"
        + (name.Length > 60 ? name[..60] : name).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private JsonElement? Find(string name)
    {
        _asked.Add(name);
        return _object.ValueKind == JsonValueKind.Object
            && _object.TryGetProperty(name, out var value)
            && value.ValueKind != JsonValueKind.Null ? value : null;
    }
}
