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
        Assert.Equal(["regular_courts", "matching_considerations"], AskedBy(Samples.Judicial));
        Assert.Equal(
            ["access_required", "access_offered", "matching_considerations", "difference_ethnicity", "difference_disability"],
            AskedBy(Llr));
        Assert.Contains("connections_client", AskedBy(Samples.SchemeOf("law-firm")));

        static IEnumerable<string> AskedBy(Scheme scheme) =>
            PortraitField.Of(scheme).Where(f => f.Sharing == Sharing.MatchingOnly).Select(f => f.Name);
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

    private static Problems.Outcome<PenPortrait> Read(params (string Field, string Value)[] besides)
    {
        var posted = new Dictionary<string, string>
        {
            ["name"] =
            "Uma",
            ["role_and_experience"] = "Nurse",
            ["contact"] = "x",
            ["why_interested"] = "y",
            ["declaration"] = "yes"
        };
        foreach (var (field, value) in besides)
        {
            posted[field] = value;
        }

        return PenPortraitForm.Read(posted, null, Llr, Given.Started);
    }
}
