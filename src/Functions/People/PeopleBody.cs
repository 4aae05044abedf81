using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Adapters.Excel;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.People;

/// <summary>
/// People from a body: a JSON list of objects, a workbook of Excel, or CSV with commas, semicolons or tabs as spreadsheets write it.
/// </summary>
public static class PeopleBody
{
    public const int MostRows = 2000;

    /// <param name="choice">Helps to find the sheet of a workbook that names the columns.</param>
    public static Outcome<SentPeople> Read(byte[] bytes, string contentType, ColumnChoice choice)
    {
        var sent = Workbook.IsOne(bytes) ? FromWorkbook(bytes, choice) : FromText(bytes, contentType);
        return sent is not { Succeeded: true, Value.Count: var count } ? sent
            : count == 0 ? Refusal.Invalid(
                "the file", $"It holds no people. Its first line names the columns: {string.Join(", ", PersonRow.Columns)}.")
            : count > MostRows ? Refusal.Invalid("the file", $"It holds more than {MostRows} people. Send it in parts.")
            : sent;
    }

    private static Outcome<SentPeople> FromWorkbook(byte[] bytes, ColumnChoice choice) =>
        Workbook.Read(bytes, cells => PeopleColumns.AreHeadings(cells, choice), MostRows + 1).Then<SentPeople>(sheet =>
        {
            var rows = sheet.Rows.Select(r => new SentRow(r.Number, r.Cells)).ToList();
            return new SentPeople.Table(
                rows.FirstOrDefault() ?? new SentRow(1, []), [.. rows.Skip(1)],
                new ReadFile { Sheet = sheet.Name, OtherSheets = sheet.Others });
        });

    private static Outcome<SentPeople> FromText(byte[] bytes, string contentType)
    {
        if (TableText.Read(bytes) is not var (text, encoding))
        {
            return Refusal.Invalid(
                "the file", "Its letters can't be made out. In a spreadsheet choose “CSV UTF-8” when saving. Nobody was added.");
        }

        try
        {
            var start = text.TrimStart();
            return contentType.Contains("json", StringComparison.OrdinalIgnoreCase) || start.StartsWith('[') || start.StartsWith('{')
                ? FromJson(bytes)
                : FromCsv(text, encoding);
        }
        catch (CsvFormatException broken)
        {
            return Refusal.Invalid(
                $"row {broken.LineNumber}", "The CSV is broken here: most often a quotation mark that is not closed or not doubled.");
        }
    }

    private static SentPeople.Table FromCsv(string text, string encoding)
    {
        // The reader finds out the separator and leaves out a byte order mark by itself.
        using var csv = CsvReader.Create(Encoding.UTF8.GetBytes(text), CsvReaderOptions.Default
            with
        { MalformedData = CsvMalformedDataHandling.Throw, TrackLineNumbers = true, IncludeValuesInExceptions = false });
        csv.ReadHeader();

        // The heading is the sheet's first row; a cell with line breaks is one row all the same.
        var number = 1;
        var headings = new SentRow(number, [.. csv.Headers]);
        var rows = new List<SentRow>();
        while (rows.Count <= MostRows && csv.Read())
        {
            number++;
            var row = new SentRow(number, [.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i))]);
            if (!row.IsEmpty)
            {
                rows.Add(row);
            }
        }

        return new SentPeople.Table(headings, rows, new ReadFile { Encoding = encoding });
    }

    private static Outcome<SentPeople> FromJson(byte[] bytes)
    {
        var parsed = Body.ParseJson(bytes);
        using (parsed.Value)
        {
            return parsed.Then(json => FromJson(json.RootElement));
        }
    }

    private static Outcome<SentPeople> FromJson(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            return Refusal.Invalid("/", "This must be a JSON list of people, in square brackets.");
        }

        var rows = new List<PersonRow>();
        foreach (var (person, i) in json.EnumerateArray().Take(MostRows + 1).Select((p, i) => (p, i)))
        {
            if (person.ValueKind != JsonValueKind.Object)
            {
                return Refusal.Invalid($"/{i}", "This must be a JSON object, in braces.");
            }

            if (person.EnumerateObject().GroupBy(c => c.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key is { } twice)
            {
                return Refusal.Invalid(
                    $"/{i}/{twice}", $"{twice} is given more than once, and one of them would be lost. Nobody was added.");
            }

            var cells = person.EnumerateObject().ToDictionary(c => c.Name, c => CellText(c.Value), StringComparer.Ordinal);
            rows.Add(new PersonRow(string.Create(CultureInfo.InvariantCulture, $"/{i}"), cells));
        }

        return new SentPeople.List(rows);
    }

    /// <summary>A list becomes the way it would be typed in one cell; a value of another kind becomes one that no rule accepts.</summary>
    private static string CellText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        JsonValueKind.Array when value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String) =>
            string.Join("; ", value.EnumerateArray().Select(v => v.GetString())),
        _ => PersonRow.NotText,
    };
}
