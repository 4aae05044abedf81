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
    private readonly Dictionary<string, AskedField> _asked = new(StringComparer.Ordinal);

    private FieldReader(JsonElement element, string pointer, List<Problem> problems)
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

    /// <summary>
    /// The fields asked for so far, with their limits, in the order of asking: what a description of the API is made from.
    /// </summary>
    public IReadOnlyCollection<AskedField> Asked => _asked.Values;

    /// <param name="element">The whole of what was sent.</param>
    public static FieldReader Of(JsonElement element) => new(element, "", []);

    /// <summary>Ends the reading: refuses unknown fields, and gives the value where nothing at all was wrong.</summary>
    public Outcome<T> Done<T>(T value)
        where T : notnull
    {
        RefuseUnknown();
        return Outcome.Of(value, _problems);
    }

    /// <summary>Ends the reading as well, with rules that are looked at only where every field could be read.</summary>
    public Outcome<T> Done<T>(T value, Func<T, IEnumerable<Problem>> rules)
        where T : notnull
    {
        RefuseUnknown();
        return Outcome.Of(value, _problems.Count > 0 ? _problems : [.. rules(value)]);
    }

    public string Text(string name, int most = 200, bool required = true, string otherwise = "") =>
        Text(new AskedField(name, AskedKind.Text) { Most = most, Required = required }, otherwise);

    /// <summary>One of a few words.</summary>
    public T OneOf<T>(string name, IReadOnlyDictionary<string, T> words, T otherwise, bool required = true)
    {
        var text = Text(new AskedField(name, AskedKind.Text) { Most = 60, Required = required, Words = [.. words.Keys] }, "");
        return text.Length == 0 ? otherwise
            : words.TryGetValue(text, out var value) ? value
            : Fail(name, $"must be one of {string.Join(", ", words.Keys)}", otherwise);
    }

    private string Text(AskedField field, string otherwise)
    {
        var (name, required) = (field.Name, field.Required);
        if (Ask(field) is not { } value)
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

        return text.Length <= field.Most ? text : Fail(name, $"is longer than {field.Most} characters", otherwise);
    }

    public int Whole(string name, int least, int most, int? otherwise = null) =>
        Whole(new AskedField(name, AskedKind.Whole) { Least = least, Most = most, Required = otherwise is null, Otherwise = [otherwise] })
        ?? otherwise ?? Fail(name, "is missing", least);

    /// <summary>A whole number that may be left out.</summary>
    public int? WholeIfAny(string name, int least, int most) =>
        Whole(new AskedField(name, AskedKind.Whole) { Least = least, Most = most });

    /// <returns>Null where it is left out.</returns>
    private int? Whole(AskedField field) =>
        Ask(field) is not { } value ? null
        : IsWhole(value, field.Least!.Value, field.Most!.Value, out var number) ? number
        : Fail(field.Name, $"must be a whole number from {field.Least} to {field.Most}", field.Least.Value);

    public DateTime LocalTime(string name) =>
        LocalTime(new AskedField(name, AskedKind.LocalTime) { Required = true }) ?? Fail(name, "is missing", default(DateTime));

    /// <summary>A local time that may be left out.</summary>
    public DateTime? LocalTimeIfAny(string name) => LocalTime(new AskedField(name, AskedKind.LocalTime));

    /// <returns>Null where it is left out.</returns>
    private DateTime? LocalTime(AskedField field)
    {
        if (Ask(field) is not { } value)
        {
            return null;
        }

        var text = value.ValueKind == JsonValueKind.String ? TextOf(value) : null;
        return DateTime.TryParseExact(text, LocalFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && local.Year is >= 2000 and < 2200
            ? local
            : Fail(
                field.Name,
                "must be a local date and time such as 2023-02-27T16:00, without Z or an offset; timeZone says whose clocks",
                default(DateTime));
    }

    /// <summary>A list of texts; empty where it is left out.</summary>
    /// <param name="most">Characters of each.</param>
    public List<string> Texts(string name, int entries, int most)
    {
        var field = new AskedField(name, AskedKind.Texts) { Most = most, Entries = entries };
        return Items(field, entries, (item, place) =>
        {
            if (item.ValueKind == JsonValueKind.String && TextOf(item)?.Trim() is { Length: > 0 } text && text.Length <= most
                && !text.Any(c => char.IsControl(c) && c is not '\n' and not '\r' and not '\t'))
            {
                return text;
            }

            _problems.Add(new Problem(place, $"This must be text in quotes, of 1 to {most} characters."));
            return "";
        });
    }

    /// <summary>True or false; false where it is left out.</summary>
    public bool YesNo(string name) => Ask(new AskedField(name, AskedKind.YesNo)) is { } value
        && (value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.ValueKind == JsonValueKind.True
            : Fail(name, "must be true or false", false));

    /// <summary>The nested object, or null where it is absent and not required.</summary>
    public FieldReader? Object(string name, bool required = true)
    {
        var field = new AskedField(name, AskedKind.Object) { Required = required };
        if (Ask(field) is { } value)
        {
            return Into(field, value, Pointer(name));
        }

        return required ? Fail<FieldReader?>(name, "is missing", null) : null;
    }

    /// <summary>A list of objects.</summary>
    public List<T> List<T>(string name, int most, Func<FieldReader, T> read, bool required = true)
    {
        var field = new AskedField(name, AskedKind.Objects) { Most = most, Required = required };
        return Items(field, most, (item, place) => read(Into(field, item, place)));
    }

    private List<T> Items<T>(AskedField field, int most, Func<JsonElement, string, T> read)
    {
        var name = field.Name;
        if (Ask(field) is not { } value)
        {
            return field.Required ? Fail(name, "is missing", new List<T>()) : [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            return Fail(name, "must be a list, in square brackets", new List<T>());
        }

        if (value.GetArrayLength() > most)
        {
            return Fail(name, $"has more than {most} entries", new List<T>());
        }

        return [.. value.EnumerateArray().Select((item, i) => read(item, $"{Pointer(name)}/{i}"))];
    }

    public List<int> Wholes(string name, int least, int most, int entries, IReadOnlyList<int> otherwise)
    {
        var field = new AskedField(name, AskedKind.Wholes) { Least = least, Most = most, Entries = entries, Otherwise = [.. otherwise] };
        return Ask(field) is null ? [.. otherwise] : Items(field, entries, (item, place) => Number(item, place, least, most));
    }

    /// <summary>Any JSON object, for the caller to read by itself.</summary>
    public JsonElement? Open(string name) => Ask(new AskedField(name, AskedKind.Open));

    /// <summary>Notes a problem that no other method here knows of.</summary>
    /// <param name="place">Below this object, such as "/weights/skills".</param>
    public void Fail(string place, string sentence) => _problems.Add(new Problem(_pointer + place, sentence));

    private int Number(JsonElement item, string place, int least, int most)
    {
        if (IsWhole(item, least, most, out var n))
        {
            return n;
        }

        _problems.Add(new Problem(place, $"This must be a whole number from {least} to {most}."));
        return least;
    }

    private static bool IsWhole(JsonElement value, int least, int most, out int number)
    {
        number = least;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out number) && number >= least && number <= most;
    }

    /// <summary>Call last: whatever was not asked for is not a field of this object, most often a misspelling.</summary>
    public void RefuseUnknown()
    {
        if (_object.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var property in _object.EnumerateObject().Where(p => !_asked.ContainsKey(p.Name)).Take(20))
        {
            _problems.Add(new Problem(
                Pointer(property.Name),
                $"There is no such field here. The fields are: {string.Join(", ", _asked.Keys.Order(StringComparer.Ordinal))}."));
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

    /// <summary>A reader of what stands in the field; what is asked of it is known of the field too.</summary>
    private FieldReader Into(AskedField field, JsonElement value, string place)
    {
        var inner = new FieldReader(value, place, _problems);
        _asked[field.Name] = field with { Inner = inner };
        return inner;
    }

    /// <returns>Null where the field is left out, or null.</returns>
    private JsonElement? Ask(AskedField field)
    {
        _asked[field.Name] = field;
        return _object.ValueKind == JsonValueKind.Object
            && _object.TryGetProperty(field.Name, out var value)
            && value.ValueKind != JsonValueKind.Null ? value : null;
    }
}
