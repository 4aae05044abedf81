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

    /// <summary>The columns of one scheme: those of everybody, and those its matching weighs.</summary>
    public static IReadOnlyList<string> ColumnsOf(Scheme scheme) => [.. Columns, .. ProfileField.Of(scheme).Select(f => f.Column)];

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

        int Places(string column)
        {
            var text = Cell(column, required: false);
            if (text.Length == 0)
            {
                return 1;
            }

            if (text.Length == 1 && text[0] is >= '1' and <= '9')
            {
                return text[0] - '0';
            }

            Wrong(column, $"{column} must be a whole number from 1 to 9: in how many pairs there is room for this person.");
            return 1;
        }

        var columns = ColumnsOf(scheme);
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
            Profile = ProfileField.Of(scheme)
                .Aggregate(new MatchingProfile(), (p, f) => f.Put(p, PenPortraitForm.Split(Cell(f.Column, required: false)))),
            PastPartners = PenPortraitForm.Split(Cell("past_partners", required: false)),
            MentorPlaces = Places("mentor_places"),
            MenteePlaces = Places("mentee_places"),
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

        if (person.Organisation.Length > 0
            && person.Rank.Length > 0
            && scheme.RankProblem(person.Organisation, person.Rank) is { } unknownRank)
        {
            Wrong("rank", unknownRank);
        }

        foreach (var address in person.PastPartners.Where(a => EmailAddress.Parse(a) is null).Take(1))
        {
            Wrong("past_partners", "Each past partner is named by one plain email address, separated by semicolons.");
        }

        foreach (var column in Cells.Keys.Where(c => !columns.Contains(c)).Take(10))
        {
            var known = ProfileField.AllColumns.Contains(column);
            Wrong(
                column.Length > 40 ? column[..40] : column,
                $"{(known ? "The scheme does not match by this column" : "There is no such column")}. The columns are: "
                    + $"{string.Join(", ", columns)}.");
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
