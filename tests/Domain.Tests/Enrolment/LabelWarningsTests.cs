using System.Globalization;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Enrolment;

/// <summary>Managers who are nobody here, and labels that nearly coincide (M1).</summary>
public class LabelWarningsTests
{
    private static readonly Person Ines = Given.Mentee("j1") with { Name = "Ines Holloway", Organisation = "Birch" };

    [Theory]
    [InlineData("Holloway, Ines")]
    [InlineData("Ines Holloway (HR-17)")]
    [InlineData("ines  HOLLOWAY")]
    [InlineData("Somebody <J1@example.org>")]
    public void A_manager_who_is_here_is_not_listed_however_the_name_is_written(string manager) =>
        Assert.Empty(Of(Ines, Under(manager)).ManagersNotHere);

    [Fact]
    public void A_manager_who_is_nobody_here_is_listed_with_whom_it_may_mean_those_first()
    {
        var warnings = Of(Ines, Under("Grace Okoro", "Hollway, Ines"), Under("Grace Okoro") with { Id = "m2" });
        Assert.Equal(
            [("Hollway, Ines", 1, "Ines Holloway"), ("Grace Okoro", 2, "")],
            warnings.ManagersNotHere.Select(m => (m.Manager, m.People, string.Join("; ", m.DidYouMean))));
    }

    [Fact]
    public void A_person_is_known_by_the_name_they_gave_themselves_too()
    {
        var ines = Ines with { Name = "I. Holloway", Portrait = Given.Portrait("j1") with { Name = "Ines Holloway" } };
        Assert.Empty(Of(ines, Under("Ines Holloway")).ManagersNotHere);
    }

    [Fact]
    public void Managers_further_up_than_the_matching_looks_and_those_of_people_who_left_are_not_listed()
    {
        Assert.Equal(2, Samples.Judicial.Matching.ReportingLineLevels);
        Assert.Equal(["A Aa", "B Bb"], Of(Under("A Aa", "B Bb", "C Cc")).ManagersNotHere.Select(m => m.Manager));
        Assert.Empty(Of(Under("A Aa") with { WithdrawnAt = Given.Started }).ManagersNotHere);
    }

    [Fact]
    public void Labels_that_nearly_coincide_are_listed_by_column_with_how_many_have_each()
    {
        var warnings = Of(
            Someone("1", "Birch Chambers", "Commercial", "Kings Lynn Crown Court"),
            Someone("2", "Birch Chambers", "Comercial", "King's Lynn Crown Court"),
            Someone("3", "Birch Chamber", "Comercial", "King’s Lynn Crown Court"),
            Someone("4", "Elm", "Commerciall", "Luton"));
        Assert.Equal(
            [
                new AlikeLabels("organisation", "Birch Chamber", 1, "Birch Chambers", 2),
                new AlikeLabels("team", "Comercial", 1, "Commercial", 1),
                new AlikeLabels("courts", "King's Lynn Crown Court", 2, "Kings Lynn Crown Court", 1),
            ],
            warnings.AlikeLabels);
    }

    [Fact]
    public void Two_spellings_of_one_manager_who_is_not_here_are_told() => Assert.Equal(
        [new AlikeLabels("managers", "Grace Okoro", 1, "Grace Okorro", 1)],
        Of(Under("Grace Okoro", "Grace Okorro")).AlikeLabels);

    [Fact]
    public void What_people_wrote_of_themselves_is_not_looked_into()
    {
        var people = new[] { "King's Lynn Crown Court", "Kings Lynn Crown Court" }.Select((court, i) => Given.Mentor($"m{i}") with
        {
            Portrait = Given.Portrait("m") with { Name = $"Person {i}", RegularCourts = [court] },
        });
        Assert.Empty(Of([.. people]).AlikeLabels);
    }

    [Fact]
    public void No_more_than_a_hundred_are_listed_and_the_rest_is_counted()
    {
        var warnings = Of([.. Enumerable.Range(0, 130).Select(i => Under(Word(i)) with { Id = $"m{i}" })]);
        Assert.Equal((100, 30), (warnings.ManagersNotHere.Count, warnings.More));
    }

    [Fact]
    public void The_most_that_a_file_can_hold_is_compared_and_a_column_with_too_many_is_named()
    {
        var warnings = Of([.. Enumerable.Range(0, 2000).Select(i => Given.Mentor($"m{i}") with
        {
            Name = $"Person {Word(i)}",
            ManagerChain = [$"Manager {Word(i + 3000)}"],
            Courts = [.. Enumerable.Range(0, 3).Select(c => $"{Word((i * 3) + c)} Crown Court")],
        })]);
        Assert.Equal(["courts"], warnings.NotCompared);
    }

    /// <summary>Words of eight letters, no two of them near.</summary>
    private static string Word(int number) => string.Concat(
        number.ToString("0000", CultureInfo.InvariantCulture).Select(d => $"{(char)('a' + d - '0')}{(char)('k' + d - '0')}"));

    private static Person Under(params string[] managers) => Given.Mentor("m1") with { ManagerChain = managers };

    private static Person Someone(string id, string organisation, string team, string court) =>
        Given.Mentor(id) with { Organisation = organisation, Team = team, Courts = [court] };

    private static LabelWarnings Of(params Person[] people) => LabelWarnings.Of(people, Samples.Judicial);
}
