using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.People;

/// <summary>One row of people as a coordinator gives it, by column name, before anything is known to be right.</summary>
/// <param name="Place">"row 7": the line a person would look at, counted from 1, the header included.</param>
public sealed record PersonRow(string Place, IReadOnlyDictionary<string, string> Cells)
{
    public static readonly IReadOnlyList<string> Columns = ["role", "name", "email", "organisation", "rank", "team", "managers", "courts"];

    private static readonly char[] FormulaStarts = ['=', '+', '-', '@', '\t', '|'];

    public Read<Person> ToPerson(string cohortId, string id, Scheme scheme, DateTimeOffset now)
    {
        var problems = new List<Problem>();
        void Wrong(string column, string sentence) => problems.Add(new Problem($"{Place}, {column}", sentence));
        string Cell(string column, bool required)
        {
            var text = Cells.GetValueOrDefault(column, "").Trim();
            if (required && text.Length == 0)
            {
                Wrong(column, $"{column} is missing.");
            }
            else if (text.Length > 300)
            {
                Wrong(column, $"{column} is longer than 300 characters.");
            }
            else if (text.Any(char.IsControl))
            {
                Wrong(column, $"{column} contains a line break or another control character.");
            }
            else if (text.Length > 0 && FormulaStarts.Contains(text[0]))
            {
                Wrong(column, $"{column} begins with '{text[0]}', which a spreadsheet would run as a formula. Remove that character.");
            }

            return text;
        }

        var role = Cell("role", required: true);
        var email = Cell("email", required: true);
        var person = new Person
        {
            CohortId = cohortId,
            Id = id,
            Name = Cell("name", required: true),
            Email = email,
            Roles = RolesOf(role),
            Organisation = Cell("organisation", required: true),
            Rank = Cell("rank", required: true),
            Team = Cell("team", required: false),
            ManagerChain = PenPortraitForm.Split(Cell("managers", required: false)),
            Courts = PenPortraitForm.Split(Cell("courts", required: false)),
            AddedAt = now,
        };
        if (role.Length > 0 && person.Roles == Roles.None)
        {
            Wrong("role", "role must be 'reverse mentor', 'reverse mentee' or 'both'.");
        }

        if (email.Length > 0 && EmailAddress.Parse(email) is null)
        {
            Wrong("email", "This is not one plain email address.");
        }

        if (person.Organisation.Length > 0 && person.Rank.Length > 0 && scheme.RankProblem(person.Organisation, person.Rank) is { } unknownRank)
        {
            Wrong("rank", unknownRank);
        }

        foreach (var column in Cells.Keys.Where(c => !Columns.Contains(c)).Take(10))
        {
            Wrong(column.Length > 40 ? column[..40] : column, $"There is no such column. The columns are: {string.Join(", ", Columns)}.");
        }

        return new Read<Person>(person, problems);
    }

    private static Roles RolesOf(string text) => text.ToUpperInvariant() switch
    {
        "REVERSE MENTOR" or "MENTOR" => Roles.ReverseMentor,
        "REVERSE MENTEE" or "MENTEE" => Roles.ReverseMentee,
        "BOTH" => Roles.ReverseMentor | Roles.ReverseMentee,
        _ => Roles.None,
    };
}
