using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.People;

/// <summary>Rows of people from a body: a JSON list of objects, or CSV with commas, semicolons or tabs as spreadsheets write it.</summary>
public static class PeopleBody
{
    public const int MostRows = 2000;

    public static Outcome<PeopleTable> Read(byte[] bytes, string contentType)
    {
        if (TableText.Read(bytes) is not var (text, encoding))
        {
            return Refusal.Invalid(
                "the file", "Its letters can't be made out. In a spreadsheet choose “CSV UTF-8” when saving. Nobody was added.");
        }

        try
        {
            var start = text.TrimStart();
            var isJson = contentType.Contains("json", StringComparison.OrdinalIgnoreCase) || start.StartsWith('[') || start.StartsWith('{');
            var rows = isJson ? FromJson(bytes).Then<PeopleTable>(r => new PeopleTable(r, null)) : FromCsv(text, encoding);
            return rows is { Succeeded: true, Value.Rows.Count: 0 }
                ? Refusal.Invalid(
                    "the file", $"It holds no people. Its first line names the columns: {string.Join(", ", PersonRow.Columns)}.")
                : rows;
        }
        catch (TooManyRowsException)
        {
            return Refusal.Invalid("the file", $"It holds more than {MostRows} people. Send it in parts.");
        }
        catch (CsvFormatException broken)
        {
            return Refusal.Invalid(
                $"row {broken.LineNumber}", "The CSV is broken here: most often a quotation mark that is not closed or not doubled.");
        }
    }

    private static Outcome<PeopleTable> FromCsv(string text, string encoding)
    {
        // The reader finds out the separator and leaves out a byte order mark by itself.
        using var csv = CsvReader.Create(Encoding.UTF8.GetBytes(text), CsvReaderOptions.Default
            with
        { MalformedData = CsvMalformedDataHandling.Throw, TrackLineNumbers = true, IncludeValuesInExceptions = false });
        var rows = new List<PersonRow>();
        csv.ReadHeader();
        var headings = csv.Headers.ToList();
        var columns = headings.ConvertAll(PeopleColumns.Of);
        var leftOut = columns.Contains("email") ? headings.Where(PeopleColumns.IsOfTheExport).ToList() : [];
        if (Twice(columns) is { } twice)
        {
            return Refusal.Invalid(
                "the first line",
                $"Two columns are called {twice}, and one of them would be lost. Give each column a name of its own; nobody was added.");
        }

        // The heading is the sheet's first row; a cell with line breaks is one row all the same.
        var number = 1;
        while (csv.Read())
        {
            number++;
            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < Math.Max(columns.Count, csv.FieldCount); i++)
            {
                var cell = i < csv.FieldCount ? csv.GetString(i) : "";
                var column = i < columns.Count ? columns[i] : $"column {i + 1}";
                if (i < headings.Count && leftOut.Contains(headings[i]))
                {
                    continue;
                }

                if (cell.Length > 0 || PersonRow.Columns.Contains(column))
                {
                    cells[column] = cell;
                }
            }

            if (cells.Values.Any(c => c.Length > 0))
            {
                Add(rows, new PersonRow(string.Create(CultureInfo.InvariantCulture, $"row {number}"), WithWholeName(cells)));
            }
        }

        var read = headings.Zip(columns).Where(h => h.First.Length > 0 && !leftOut.Contains(h.First))
            .ToDictionary(h => h.First, h => h.Second, StringComparer.Ordinal);
        return new PeopleTable(rows, new ReadFile(encoding, read, leftOut));
    }

    /// <summary>First and last name apart are one name.</summary>
    private static Dictionary<string, string> WithWholeName(Dictionary<string, string> cells)
    {
        if (!cells.ContainsKey("name"))
        {
            cells.Remove(PeopleColumns.FirstName, out var first);
            cells.Remove(PeopleColumns.LastName, out var last);
            if ($"{first} {last}".Trim() is { Length: > 0 } whole)
            {
                cells["name"] = whole;
            }
        }

        return cells;
    }

    /// <returns>A name that is there more than once; null where none is. Columns without a name are told apart by their place.</returns>
    private static string? Twice(IEnumerable<string> names) =>
        names.Where(n => n.Length > 0).GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;

    private static Outcome<IReadOnlyList<PersonRow>> FromJson(byte[] bytes)
    {
        var parsed = Body.ParseJson(bytes);
        using (parsed.Value)
        {
            return parsed.Then(json => FromJson(json.RootElement));
        }
    }

    private static Outcome<IReadOnlyList<PersonRow>> FromJson(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            return Refusal.Invalid("/", "This must be a JSON list of people, in square brackets.");
        }

        var rows = new List<PersonRow>();
        foreach (var (person, i) in json.EnumerateArray().Select((p, i) => (p, i)))
        {
            if (person.ValueKind != JsonValueKind.Object)
            {
                return Refusal.Invalid($"/{i}", "This must be a JSON object, in braces.");
            }

            if (Twice(person.EnumerateObject().Select(c => c.Name)) is { } twice)
            {
                return Refusal.Invalid(
                    $"/{i}/{twice}", $"{twice} is given more than once, and one of them would be lost. Nobody was added.");
            }

            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var cell in person.EnumerateObject())
            {
                cells[cell.Name] = CellText(cell.Value);
            }

            Add(rows, new PersonRow(string.Create(CultureInfo.InvariantCulture, $"/{i}"), cells));
        }

        return Outcome.Of<IReadOnlyList<PersonRow>>(rows);
    }

    /// <summary>A list becomes the way it would be typed in one cell; a value of another kind becomes one that no rule accepts.</summary>
    private static string CellText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        JsonValueKind.Array when value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String) =>
            string.Join("; ", value.EnumerateArray().Select(v => v.GetString())),
        _ => "\u0000not text",
    };

    private static void Add(List<PersonRow> rows, PersonRow row)
    {
        rows.Add(row);
        if (rows.Count > MostRows)
        {
            throw new TooManyRowsException();
        }
    }

    private sealed class TooManyRowsException : Exception;
}
