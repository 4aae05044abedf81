using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Enrolment;

/// <summary>A file that is sent again with corrections (L4).</summary>
public class PersonUpdateTests
{
    private static readonly DateTimeOffset Now = Given.London("2023-02-01T10:00");
    private static readonly DateTimeOffset AfterProposal = Given.London("2023-03-07T10:00");
    private static readonly Person Stored = Given.Mentor("m1") with { Team = "Crime", ManagerChain = ["A Aa"], MentorPlaces = 2 };

    [Fact]
    public void What_differs_is_changed_and_named_and_a_column_that_the_file_lacks_is_left_alone()
    {
        var decision = Decide(Draft(), Stored, ("rank", "Pupil barrister"), ("managers", "Ines Holloway; B Bb"), ("mentor_places", "1"));
        Assert.Equal(
            (RowOutcomeKind.Changed, "rank, managers, mentor_places", 0),
            (decision.Outcome, string.Join(", ", decision.Changed), decision.OwnAnswer.Count));
        Assert.Equal(
            ("Pupil barrister", "Ines Holloway; B Bb", 1, "Crime"),
            (decision.Person!.Rank, string.Join("; ", decision.Person.ManagerChain), decision.Person.MentorPlaces, decision.Person.Team));
    }

    [Fact]
    public void An_empty_cell_of_a_column_that_is_there_empties()
    {
        var decision = Decide(Draft(), Stored, ("team", ""), ("mentor_places", ""));
        Assert.Equal(["team", "mentor_places"], decision.Changed);
        Assert.Equal(("", 1), (decision.Person!.Team, decision.Person.MentorPlaces));
    }

    [Fact]
    public void The_same_again_changes_nothing()
    {
        var decision = Decide(Draft(), Stored, ("team", " Crime "), ("managers", "A Aa"), ("mentor_places", "2"));
        Assert.Equal((RowOutcomeKind.AlreadyThere, true), (decision.Outcome, ReferenceEquals(Stored, decision.Person)));
    }

    [Fact]
    public void A_persons_own_answer_stands_and_is_named_and_the_rest_of_the_row_is_taken()
    {
        var answered = Stored with { Portrait = Given.Portrait("m1") with { Name = "Mia" } };
        var decision = Decide(Running(), answered, ("name", "Maria"), ("team", "Family"));
        Assert.Equal((RowOutcomeKind.Changed, "team", "name"), (decision.Outcome, decision.Changed.Single(), decision.OwnAnswer.Single()));
        Assert.Equal((answered.Name, answered.Portrait), (decision.Person!.Name, decision.Person.Portrait));
        Assert.Equal(RowOutcomeKind.AlreadyThere, Decide(Running(), answered, ("name", "Maria")).Outcome);
    }

    [Fact]
    public void What_a_scheme_asks_in_the_pen_portrait_is_the_persons_own_once_they_gave_it_but_courts_count_from_both()
    {
        var firm = Samples.SchemeOf("law-firm");
        var field = ProfileField.Of(firm).First(f => f is { IsList: true, IsConnection: false, IsAccess: false });
        var cohort = Running() with { Scheme = firm };
        var portrait = Given.Portrait("m1");
        var row = Row(Stored, (field.Column, "Something new"), ("courts", "Luton"));
        RowDecision Of(PenPortrait answered) => PersonUpdate.Decide(
            cohort, row, Read(row) with { Profile = field.Put(new MatchingProfile(), ["Something new"]) },
            Stored with { Portrait = answered }, Now);
        Assert.Equal(["courts", field.Column], Of(portrait).Changed);
        var own = Of(portrait with { Profile = field.Put(portrait.Profile, ["Their own"]) });
        Assert.Equal((field.Column, "courts"), (own.OwnAnswer.Single(), own.Changed.Single()));
    }

    [Fact]
    public void Nobody_who_has_left_is_changed()
    {
        var decision = Decide(Draft(), Stored with { WithdrawnAt = Now }, ("team", "Family"));
        Assert.Equal((RowOutcomeKind.Refused, "row 7"), (decision.Outcome, Assert.Single(decision.Problems).Place));
        Assert.Null(decision.Person);
    }

    [Fact]
    public void A_role_changes_in_a_draft_and_is_refused_whole_once_the_cohort_has_started()
    {
        Assert.Equal(["role"], Decide(Draft(), Stored, ("role", "both")).Changed);
        var decision = Decide(Running(), Stored, ("role", "both"), ("team", "Family"));
        Assert.Equal((RowOutcomeKind.Refused, "row 7, role"), (decision.Outcome, Assert.Single(decision.Problems).Place));
    }

    [Fact]
    public void Once_a_match_is_proposed_only_room_for_pairs_changes_and_somebody_added_since_is_still_corrected()
    {
        var cohort = Proposed();
        Assert.Equal("row 7, team", Assert.Single(Decide(cohort, Stored, ("team", "Family"), ("mentor_places", "3")).Problems).Place);
        Assert.Equal(["mentor_places"], Decide(cohort, Stored, ("team", "Crime"), ("mentor_places", "3")).Changed);
        var late = Stored with { AddedAt = cohort.Proposal!.ProposedAt.AddHours(1) };
        Assert.Equal(["team"], Decide(cohort, late, ("team", "Family")).Changed);
    }

    [Fact]
    public void Room_for_fewer_pairs_than_somebody_has_is_refused_with_their_number()
    {
        var cohort = Given.Cohort().AllAnswered().Released(("m1", "j1"), ("m1", "j2"));
        var decision = Decide(cohort, Stored with { MentorPlaces = 3 }, ("mentor_places", "1"));
        Assert.Contains("2 matches", Assert.Single(decision.Problems).Sentence, StringComparison.Ordinal);
        Assert.Equal(RowOutcomeKind.Changed, Decide(cohort, Stored with { MentorPlaces = 3 }, ("mentor_places", "2")).Outcome);
        var asked = Running() with { Offers = [Given.Offer(1, "m1", "j1"), Given.Offer(2, "m1", "j2")] };
        Assert.Equal(RowOutcomeKind.Refused, Decide(asked, Stored with { MentorPlaces = 3 }, ("mentor_places", "1")).Outcome);
    }

    [Fact]
    public void Past_the_launch_there_is_no_matching_to_come_and_room_for_more_is_refused()
    {
        var launch = Given.London("2023-03-28T16:30");
        Assert.Equal(RowOutcomeKind.Changed, Decide(Proposed(), Stored, launch.AddMinutes(-1), ("mentor_places", "3")).Outcome);
        Assert.Equal(RowOutcomeKind.Refused, Decide(Proposed(), Stored, launch, ("mentor_places", "3")).Outcome);
    }

    private static CohortSnapshot Running() => Given.Cohort();

    private static CohortSnapshot Draft() =>
        Running() with { Cohort = Running().Cohort with { Status = CohortStatus.Draft, StartedAt = null } };

    private static CohortSnapshot Proposed() => Running() with
    {
        Proposal = new Proposal
        {
            CohortId = Samples.Judicial2023.Id,
            Version = 1,
            ProposedAt = Given.London("2023-02-27T16:00"),
            Pairs = [],
            LeftOut = [],
        },
    };

    private static RowDecision Decide(CohortSnapshot cohort, Person stored, params (string Column, string Text)[] cells) =>
        Decide(cohort, stored, cohort.Proposal is null ? Now : AfterProposal, cells);

    private static RowDecision Decide(
        CohortSnapshot cohort, Person stored, DateTimeOffset now, params (string Column, string Text)[] cells) =>
        PersonUpdate.Decide(cohort, Row(stored, cells), Read(Row(stored, cells)), stored, now);

    private static Person Read(PersonRow row)
    {
        var judicial = new HashSet<string>(PersonRow.ColumnsOf(Samples.Judicial), StringComparer.Ordinal);
        var known = row.Cells.Where(c => judicial.Contains(c.Key)).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        return (row with { Cells = known }).ToPerson(Samples.Judicial2023.Id, "new", Samples.Judicial, Now).Value!;
    }

    private static PersonRow Row(Person person, params (string Column, string Text)[] cells)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["role"] = "reverse mentor",
            ["name"] = person.Name,
            ["email"] = person.Email,
            ["organisation"] = person.Organisation,
            ["rank"] = person.Rank,
        };
        foreach (var (column, text) in cells)
        {
            row[column] = text;
        }

        return new PersonRow("row 7", row);
    }
}
