using System.Globalization;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Functions.People;

/// <summary>People as they were sent, before their columns are known.</summary>
public abstract record SentPeople
{
    private SentPeople()
    {
    }

    /// <summary>How many rows there are.</summary>
    public abstract int Count { get; }

    /// <summary>The rows by the columns of a scheme, or what is wrong with the headings, once.</summary>
    public abstract Outcome<PeopleTable> Read(ColumnChoice choice, Scheme scheme);

    /// <summary>A list of objects, whose fields name themselves.</summary>
    public sealed record List(IReadOnlyList<PersonRow> Rows) : SentPeople
    {
        public override int Count => Rows.Count;

        public override Outcome<PeopleTable> Read(ColumnChoice choice, Scheme scheme) => choice.IsNone
            ? new PeopleTable(Rows, null)
            : Refusal.Invalid(
                "the query",
                "column and leaveOut are for tables: in a JSON list give each field the name of its column. Nobody was added.");
    }

    /// <summary>A table whose first row names the columns.</summary>
    public sealed record Table(SentRow Headings, IReadOnlyList<SentRow> Rows, ReadFile File) : SentPeople
    {
        public override int Count => Rows.Count;

        public override Outcome<PeopleTable> Read(ColumnChoice choice, Scheme scheme)
        {
            var width = Rows.Select(r => r.Cells.Count).Append(Headings.Cells.Count).Max();
            var headings = Headings.Cells.Select(h => h.Trim()).Concat(Enumerable.Repeat("", width - Headings.Cells.Count)).ToList();
            var isBlank = new bool[width];
            Array.Fill(isBlank, true);
            foreach (var row in Rows)
            {
                for (var i = 0; i < row.Cells.Count; i++)
                {
                    isBlank[i] &= string.IsNullOrWhiteSpace(row.Cells[i]);
                }
            }

            return ReadHeadings.Read(headings, isBlank, choice, scheme).Then<PeopleTable>(read => new PeopleTable(
                [.. Rows.Select(r => new PersonRow(r.Place, read.Cells(r.Cells)))],
                File with
                {
                    Columns = headings.Zip(read.Columns).Where(h => h.Second is not null)
                        .ToDictionary(h => h.First, h => h.Second!, StringComparer.Ordinal),
                    LeftOut = read.LeftOut,
                }));
        }
    }
}

/// <param name="Number">As a spreadsheet counts it, from 1.</param>
public sealed record SentRow(int Number, IReadOnlyList<string> Cells)
{
    public string Place => string.Create(CultureInfo.InvariantCulture, $"row {Number}");

    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>Rows of people by the columns of their scheme.</summary>
/// <param name="File">How a table was read; null for a JSON list.</param>
public sealed record PeopleTable(IReadOnlyList<PersonRow> Rows, ReadFile? File);

/// <summary>How a table was read, so that nothing is taken, or left out, in silence.</summary>
public sealed record ReadFile
{
    /// <summary>Of its letters; left out for a workbook.</summary>
    public string? Encoding { get; init; }

    /// <summary>The sheet of a workbook that was read: the first visible one whose first row names columns.</summary>
    public string? Sheet { get; init; }

    /// <summary>The sheets of a workbook that were not read; left out for a text.</summary>
    public IReadOnlyList<string>? OtherSheets { get; init; }

    /// <summary>Each heading with the column it was read as.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Headings that were not read: what a form's export adds by itself, what is empty, and what leaveOut names.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];
}
