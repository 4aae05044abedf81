using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.Enrolment;

/// <summary>One row of people as a coordinator gives it, by column name, before anything is known to be right.</summary>
/// <param name="Place">"row 7": the line a person would look at, counted from 1, the header included.</param>
public sealed record PersonRow(string Place, IReadOnlyDictionary<string, string> Cells)
{
    public static readonly IReadOnlyList<string> Columns =
        ["role", "name", "email", "organisation", "rank", "team", "managers", "courts", "past_partners", "mentor_places", "mentee_places"];

    /// <summary>What every person needs.</summary>
    public static readonly IReadOnlyList<string> Required = ["role", "name", "email", "organisation", "rank"];

    /// <summary>The columns of one scheme: those of everybody, and those its matching weighs.</summary>
    public static IReadOnlyList<string> ColumnsOf(Scheme scheme) => [.. Columns, .. ProfileField.Of(scheme).Select(f => f.Column)];

    /// <summary>Stands for a cell that holds something else than text: another kind of JSON, or a spreadsheet's error.</summary>
    public const string NotText = "\u0000not text";

    private static readonly char[] FormulaStarts = ['=', '+', '-', '@', '\t', '|'];

    public Outcome<Person> ToPerson(string cohortId, string id, Scheme scheme, DateTimeOffset now)
    {
        var problems = new List<Problem>();
        string Cell(string column) => ReadCell(column, problems);
        var person = new Person
        {
            CohortId = cohortId,
            Id = id,
            Roles = RolesOf(Cell("role")),
            Email = Cell("email"),
            Name = Cell("name"),
            Organisation = Cell("organisation"),
            Rank = Cell("rank"),
            Team = Cell("team"),
            ManagerChain = PersonName.Split(Cell("managers")),
            Courts = PenPortraitForm.Split(Cell("courts")),
            Profile = ProfileField.Of(scheme).Aggregate(new MatchingProfile(), (p, f) => f.Put(p, PenPortraitForm.Split(Cell(f.Column)))),
            PastPartners = PenPortraitForm.Split(Cell("past_partners")),
            MentorPlaces = ReadPlaces("mentor_places", problems),
            MenteePlaces = ReadPlaces("mentee_places", problems),
            AddedAt = now,
            MatchIds = [],
        };
        problems.AddRange(Check(person, scheme).Concat(CheckColumns(scheme)));
        return Outcome.Of(person, problems);
    }

    private Problem Wrong(string column, string sentence) => new($"{Place}, {column}", sentence);

    private string ReadCell(string column, List<Problem> problems)
    {
        var text = Cells.GetValueOrDefault(column, "").Trim();
        var wrong = Required.Contains(column) && text.Length == 0 ? $"{column} is missing."
            : text == NotText ? $"{column} holds no text: something of another kind, or a spreadsheet's error such as #N/A."
            : text.Length > MostIn(column) ? $"{column} is longer than {MostIn(column)} characters."
            : text.Any(char.IsControl) ? $"{column} contains a line break or another control character."
            : text.Length > 0 && FormulaStarts.Contains(text[0])
                ? $"{column} begins with '{text[0]}', which a spreadsheet would run as a formula. Remove that character."
            : null;
        if (wrong is not null)
        {
            problems.Add(Wrong(column, wrong));
        }

        return text;
    }

    /// <summary>A name is held to what the person themselves may write.</summary>
    private static int MostIn(string column) => column == "name" ? PortraitField.FullName.MaxLength : 300;

    private int ReadPlaces(string column, List<Problem> problems)
    {
        var text = ReadCell(column, problems);
        if (text.Length == 0)
        {
            return 1;
        }

        if (text.Length == 1 && text[0] is >= '1' and <= '9')
        {
            return text[0] - '0';
        }

        problems.Add(Wrong(column, $"{column} must be a whole number from 1 to 9: in how many pairs there is room for this person."));
        return 1;
    }

    private IEnumerable<Problem> Check(Person person, Scheme scheme)
    {
        if (person.Roles == Roles.None && Cells.GetValueOrDefault("role", "").Trim().Length > 0)
        {
            yield return Wrong("role", "role must be 'reverse mentor', 'reverse mentee' or 'both'.");
        }

        if (person.Email.Length > 0 && EmailAddress.Parse(person.Email) is null)
        {
            yield return Wrong("email", "This is not one plain email address.");
        }

        if (person.Organisation.Length > 0
            && person.Rank.Length > 0
            && scheme.RankProblem(person.Organisation, person.Rank) is { } unknownRank)
        {
            yield return Wrong("rank", unknownRank);
        }

        foreach (var field in ProfileField.Of(scheme).Where(f => f.IsAccess))
        {
            var unknown = field.Get(person.Profile).Except(field.OptionsOf(scheme), Label.Comparer).ToList();
            if (unknown.Count > 0)
            {
                var listed = string.Join("; ", field.OptionsOf(scheme));
                yield return Wrong(field.Column, $"{field.Column} may name what the scheme lists, separated by semicolons: {listed}.");
            }
        }

        if (person.PastPartners.Any(a => EmailAddress.Parse(a) is null))
        {
            yield return Wrong("past_partners", "Each past partner is named by one plain email address, separated by semicolons.");
        }
    }

    private IEnumerable<Problem> CheckColumns(Scheme scheme)
    {
        var columns = ColumnsOf(scheme);
        return Cells.Keys.Where(c => !columns.Contains(c)).Take(10).Select(column => Wrong(
            column.Length > 40 ? column[..40] : column,
            PeopleColumns.Unknown(column, columns)));
    }

    private static Roles RolesOf(string text) => text.ToUpperInvariant() switch
    {
        "REVERSE MENTOR" or "MENTOR" => Roles.ReverseMentor,
        "REVERSE MENTEE" or "MENTEE" => Roles.ReverseMentee,
        "BOTH" => Roles.ReverseMentor | Roles.ReverseMentee,
        _ => Roles.None,
    };
}
