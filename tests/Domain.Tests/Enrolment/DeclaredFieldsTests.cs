using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Enrolment;

public class DeclaredFieldsTests
{
    private static readonly Scheme Llr = Samples.SchemeOf("llr-nhs");

    [Fact]
    public void Each_scheme_asks_only_for_what_it_matches_by()
    {
        Assert.Equal(["regular_courts"], AskedBy(Samples.Judicial));
        Assert.Equal(
            ["access_required", "access_offered", "difference_ethnicity", "difference_disability"],
            AskedBy(Llr));
        Assert.Contains("connections_client", AskedBy(Samples.SchemeOf("law-firm")));

        static IEnumerable<string> AskedBy(Scheme scheme) =>
            PortraitField.Of(scheme).Where(f => f.Sharing == Sharing.MatchingOnly).Select(f => f.Name);
    }

    [Fact]
    public void The_toolkit_asks_for_each_difference_that_may_be_explored_and_shares_none_of_them()
    {
        // T0: other differences than rank may be explored.
        var asked = PortraitField.Of(Samples.SchemeOf("lawcare-toolkit")).Where(f => f.Dimension is not null).ToList();
        Assert.Equal(
            ["gender", "ethnicity", "disability", "sexuality", "class", "faith"], asked.Select(f => f.Dimension!.Name));
        Assert.All(asked, f => Assert.Equal((Sharing.MatchingOnly, false), (f.Sharing, f.Required)));
    }

    [Fact]
    public void A_column_the_scheme_does_not_match_by_is_refused_and_says_so()
    {
        var row = new PersonRow("row 2", new Dictionary<string, string>
        {
            ["role"] = "reverse mentor",
            ["name"] = "Uma",
            ["email"] = "uma@example.org",
            ["organisation"] = "X",
            ["rank"] = "Barrister",
            ["topics"] = "wellbeing",
        });
        Assert.StartsWith(
            "The scheme does not match by this column.",
            Assert.Single(row.ToPerson("c", "p", Samples.Judicial, Given.Started).Problems).Sentence,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_person_chose_about_themselves_is_kept_only_with_the_consent_beside_it()
    {
        var without = Read(("difference_ethnicity", "White"));
        Assert.Equal(["difference_consent"], without.Problems.Select(p => p.Place));
        var with = Read(("difference_ethnicity", "White"), ("difference_consent", "yes")).Value!.Profile;
        Assert.Equal(("White", Given.Started), (with.Differences["ethnicity"], with.DifferenceConsentAt));
    }

    [Fact]
    public void Rather_not_saying_needs_no_consent_and_is_not_kept_and_consent_alone_keeps_nothing()
    {
        foreach (var profile in new[] { Read(("difference_ethnicity", "not-said")), Read(("difference_consent", "yes")) }.Select(
            r => r.Value!.Profile))
        {
            Assert.Empty(profile.Differences);
            Assert.Null(profile.DifferenceConsentAt);
        }
    }

    [Fact]
    public void Only_the_answers_that_were_offered_count() =>
        Assert.Equal(
            ["difference_ethnicity"],
            Read(("difference_ethnicity", "Martian"), ("difference_consent", "yes")).Problems.Select(p => p.Place));

    [Fact]
    public void Access_needs_are_chosen_from_the_list_and_what_is_written_beside_it_is_kept_for_a_human_and_compared_with_nothing()
    {
        var read = Read(("access_required", "Step-free  room,captions"), ("access_else", "I use a wheelchair")).Value!.Profile;
        Assert.Equal(["step-free room", "captions"], read.AccessRequired);
        Assert.Equal("I use a wheelchair", read.AccessElse);
        Assert.Equal(["access_required"], Read(("access_required", "I use a wheelchair")).Problems.Select(p => p.Place));
    }

    [Fact]
    public void A_row_that_names_an_access_need_the_scheme_does_not_list_is_refused_with_the_list()
    {
        var row = new PersonRow("row 2", new Dictionary<string, string>
        {
            ["role"] = "reverse mentor",
            ["name"] = "Uma",
            ["email"] = "uma@example.org",
            ["organisation"] = "X",
            ["rank"] = Llr.Ranks[0].Ranks[0].Name,
            ["access_offered"] = "step-free room; a ramp",
        });
        var problem = Assert.Single(row.ToPerson("c", "p", Llr, Given.Started).Problems, p =>
            p.Place.EndsWith("access_offered", StringComparison.Ordinal));
        Assert.EndsWith("step-free room; hearing loop; captions.", problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_held_to_the_same_length_in_a_file_and_in_the_form()
    {
        PersonRow Row(int length) => new("row 2", new Dictionary<string, string> { ["name"] = new string('x', length) });
        Assert.DoesNotContain(Row(120).ToPerson("c", "p", Llr, Given.Started).Problems, p => p.Place == "row 2, name");
        Assert.Contains(Row(121).ToPerson("c", "p", Llr, Given.Started).Problems, p => p.Place == "row 2, name");
        Assert.Equal(["name"], Read(("name", new string('x', 121))).Problems.Select(p => p.Place));
    }

    private static Problems.Outcome<PenPortrait> Read(params (string Field, string Value)[] besides)
    {
        var posted = new Dictionary<string, string>
        {
            ["name"] =
            "Uma",
            ["role_and_experience"] = "Nurse",
            ["contact"] = "x",
            ["why_interested"] = "y",
            ["undertakings"] = "yes",
            ["notice"] = "yes",
            ["declaration"] = "yes"
        };
        foreach (var (field, value) in besides)
        {
            posted[field] = value;
        }

        return PenPortraitForm.Read(posted, null, Llr, Given.Started);
    }
}
