using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Enrolment;

public class PersonRowTests
{
    [Fact]
    public void A_good_row_is_a_person()
    {
        var person = Read(("managers", "Ann Lee; bob@example.org"), ("courts", "Westmere, Highmoor; westmere")).Value!;
        Assert.Equal(("p-1", "Uma Jessop", Roles.ReverseMentor, "Barrister"), (person.Id, person.Name, person.Roles, person.Rank));
        Assert.Equal(["Ann Lee", "bob@example.org"], person.ManagerChain);
        Assert.Equal(["Westmere", "Highmoor"], person.Courts);
        Assert.Null(person.Portrait);
    }

    [Theory]
    [InlineData("reverse mentor", Roles.ReverseMentor)]
    [InlineData("Mentor", Roles.ReverseMentor)]
    [InlineData("REVERSE MENTEE", Roles.ReverseMentee)]
    [InlineData("mentee", Roles.ReverseMentee)]
    [InlineData(" both ", Roles.ReverseMentor | Roles.ReverseMentee)]
    public void Roles_are_read_in_the_words_people_use(string text, Roles roles) => Assert.Equal(roles, Read(("role", text)).Value!.Roles);

    [Theory]
    [InlineData("role", "", "role is missing.")]
    [InlineData("name", "  ", "name is missing.")]
    [InlineData("email", "", "email is missing.")]
    [InlineData("organisation", "", "organisation is missing.")]
    [InlineData("rank", "", "rank is missing.")]
    [InlineData("role", "peer mentor", "role must be 'reverse mentor', 'reverse mentee' or 'both'.")]
    [InlineData("email", "Uma <uma@example.org>", "This is not one plain email address.")]
    [InlineData("name", "Uma\nBcc: x", "name contains a line break or another control character.")]
    [InlineData("team", "=HYPERLINK(1)", "team begins with '=', which a spreadsheet would run as a formula. Remove that character.")]
    [InlineData("name", "@Uma", "name begins with '@', which a spreadsheet would run as a formula. Remove that character.")]
    [InlineData("courts", "+1", "courts begins with '+', which a spreadsheet would run as a formula. Remove that character.")]
    public void A_bad_cell_is_told_with_its_row_and_column(string column, string text, string sentence) =>
        Assert.Equal([new Problem($"row 7, {column}", sentence)], Read((column, text)).Problems);

    [Fact]
    public void A_cell_has_300_characters_at_most()
    {
        Assert.True(Read(("team", new string('t', 300))).Succeeded);
        Assert.Equal([new Problem("row 7, team", "team is longer than 300 characters.")], Read(("team", new string('t', 301))).Problems);
    }

    [Fact]
    public void An_undeclared_rank_is_told_with_the_ranks_there_are()
    {
        var problem = Assert.Single(Read(("rank", "Wizard")).Problems);
        Assert.Equal("row 7, rank", problem.Place);
        Assert.StartsWith(
            "This rank is not declared. * has, from junior to senior: Pupil barrister, Trainee solicitor,",
            problem.Sentence,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_organisation_without_ranks_is_told_with_the_organisations_there_are()
    {
        var problem = Assert.Single(Read(Samples.SchemeOf("llr-nhs"), ("organisation", "Elsewhere"), ("rank", "Band 3")).Problems);
        Assert.StartsWith("The scheme declares no ranks for this organisation. It knows: ", problem.Sentence, StringComparison.Ordinal);
        Assert.Contains("Soar Valley Community Trust", problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_nobody_knows_is_told_most_often_it_is_misspelt() =>
        Assert.Equal(
            [new Problem(
                "row 7, e-mail",
                "There is no such column. The columns are: role, name, email, organisation, rank, team, managers, courts, past_partners, "
                    + "mentor_places, mentee_places.")],
            Read(("e-mail", "x")).Problems);

    [Fact]
    public void Everything_wrong_with_a_row_is_told_at_once_and_repeats_nobodys_data()
    {
        var problems = Read(("role", "boss"), ("name", ""), ("email", "uma at example"), ("rank", "Wizard"), ("extra", "x")).Problems;
        Assert.Equal(["row 7, name", "row 7, role", "row 7, email", "row 7, rank", "row 7, extra"], problems.Select(p => p.Place));
        Assert.DoesNotContain(
            problems,
            p => p.Sentence.Contains("uma at", StringComparison.Ordinal) || p.Sentence.Contains("Wizard", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Roles.ReverseMentor, "reverse mentor")]
    [InlineData(Roles.ReverseMentee, "reverse mentee")]
    [InlineData(Roles.ReverseMentor | Roles.ReverseMentee, "reverse mentor and reverse mentee")]
    public void A_role_is_told_in_the_schemes_words(Roles roles, string words) =>
        Assert.Equal(words, Samples.Judicial.Words.RoleOf(roles));

    private static Outcome<Person> Read(params (string Column, string Text)[] cells) => Read(Samples.Judicial, cells);

    private static Outcome<Person> Read(Scheme scheme, params (string Column, string Text)[] cells)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["role"] = "reverse mentor",
            ["name"] = "Uma Jessop",
            ["email"] = "uma@example.org",
            ["organisation"] = "Larch Chambers",
            ["rank"] = "Barrister",
        };
        foreach (var (column, text) in cells)
        {
            row[column] = text;
        }

        return new PersonRow("row 7", row).ToPerson("judicial-2023", "p-1", scheme, Given.Started);
    }
}
