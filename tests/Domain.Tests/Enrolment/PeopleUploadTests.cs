using CsCheck;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Enrolment;

/// <summary>A whole file of people and what it does to a cohort.</summary>
public class PeopleUploadTests
{
    private static readonly Gen<PersonRow> AnyRow = Gen.Select(
        One("reverse mentor", "reverse mentee", "both", "wizard"),
        One("Ann Lee", "Bo Quist", "Cy Vane", ""),
        One("m1@example.org", "M1@example.org", "j2@example.org", "new@example.org", "other@example.org", "nobody"),
        One("Barrister", "Circuit Judge", "King’s Counsel"),
        One("Crime", "Family", ""),
        One("Ann Lee; Grace Okoro", "Vane, Cy", "j1@example.org", ""),
        One("1", "2", "", "x"),
        Gen.Int[0, 15],
        (role, name, email, rank, team, managers, places, columns) =>
        {
            var cells = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["role"] = role,
                ["name"] = name,
                ["email"] = email,
                ["organisation"] = "Birch",
                ["rank"] = rank,
            };
            foreach (var (cell, bit) in new[] { ("team", team), ("managers", managers), ("courts", team), ("mentor_places", places) }
                .Select((c, i) => (c, 1 << i)).Where(c => (columns & c.Item2) != 0))
            {
                cells[cell.Item1] = cell.Item2;
            }

            return new PersonRow("", cells);
        });

    private static readonly Gen<IReadOnlyList<PersonRow>> AnyFile = AnyRow.List[1, 8].Select(
        rows => (IReadOnlyList<PersonRow>)[.. rows.Select((r, i) => r with { Place = $"row {i + 2}" })]);

    private static readonly Gen<CohortSnapshot> AnyCohort = Gen.Select(
        Gen.Bool.Select(draft => draft ? CohortStatus.Draft : CohortStatus.Running), Gen.Bool, Gen.Bool, (status, answered, left) =>
        {
            var cohort = answered ? Given.Cohort().AllAnswered() : Given.Cohort();
            return cohort with
            {
                Cohort = cohort.Cohort with { Status = status },
                People = [.. cohort.People.Select(p => left && p.Id == "j2" ? p with { WithdrawnAt = Given.Started } : p)],
            };
        });

    [Fact]
    public void The_same_file_sent_twice_changes_nothing_the_second_time() => Gen.Select(AnyCohort, AnyFile).Sample((cohort, file) =>
    {
        var first = Plan(cohort, file);
        var second = Plan(After(cohort, first), file);
        return second.Rows.All(r => r.Outcome is RowOutcomeKind.AlreadyThere or RowOutcomeKind.Refused)
            && second.Rows.Zip(first.Rows)
                .All(r => (r.First.Outcome == RowOutcomeKind.Refused) == (r.Second.Outcome == RowOutcomeKind.Refused))
            && Shown(second.Warnings) == Shown(first.Warnings);
    });

    [Fact]
    public void Every_row_is_added_changed_left_alone_or_refused_with_a_reason_and_only_what_is_named_changes() =>
        Gen.Select(AnyCohort, AnyFile).Sample((cohort, file) =>
        {
            var before = cohort.People.ToDictionary(p => p.Id, StringComparer.Ordinal);
            return Plan(cohort, file).Rows.All(r => r.Outcome switch
            {
                RowOutcomeKind.Added => !before.ContainsKey(r.PersonId!),
                RowOutcomeKind.Changed => r.Changed.Count > 0
                    && r.Person!.Portrait == before.GetValueOrDefault(r.Person.Id, r.Person).Portrait
                    && r.Person.Email == before.GetValueOrDefault(r.Person.Id, r.Person).Email && r.Person.TakesPart,
                RowOutcomeKind.AlreadyThere => r.Changed.Count == 0,
                RowOutcomeKind.Refused => r.Problems.Count > 0 && r.Person is null,
                _ => false,
            });
        });

    [Fact]
    public void Of_two_rows_about_one_address_that_say_different_things_the_second_is_refused()
    {
        var rows = Plan(Given.Cohort(), [Row("row 2", "new@example.org", "Crime"), Row("row 3", "NEW@example.org", "Family"),
            Row("row 4", "new@example.org", "Crime")]).Rows;
        Assert.Equal(
            [RowOutcomeKind.Added, RowOutcomeKind.Refused, RowOutcomeKind.AlreadyThere], rows.Select(r => r.Outcome));
        Assert.Equal(
            new Problem("row 3, team", "row 2 is about the same address and says something else here. This row was not taken."),
            Assert.Single(rows[1].Problems));
    }

    [Fact]
    public void When_it_is_too_late_to_join_those_who_are_there_can_still_be_changed_and_new_ones_are_refused_each()
    {
        var late = Given.London("2023-03-28T10:00");
        var both = PeopleUpload.Plan(
            Given.Cohort(), [Row("row 2", "m1@example.org", "Crime"), Row("row 3", "new@example.org", "Crime")],
            new HashSet<string>(), () => "p-new", late).Value!;
        Assert.Equal([RowOutcomeKind.Changed, RowOutcomeKind.Refused], both.Rows.Select(r => r.Outcome));
        var alone = PeopleUpload.Plan(Given.Cohort(), [Row("row 3", "new@example.org", "Crime")], new HashSet<string>(), () => "p-new",
            late);
        Assert.Equal(RefusalKind.Conflict, alone.Refusal?.Kind);
    }

    [Fact]
    public void A_cohort_that_has_ended_takes_no_file_at_all()
    {
        var cohort = Given.Cohort();
        var ended = cohort with { Cohort = cohort.Cohort with { Status = CohortStatus.Cancelled } };
        Assert.Equal(
            RefusalKind.Conflict,
            PeopleUpload.Plan(ended, [Row("row 2", "m1@example.org", "Crime")], new HashSet<string>(), () => "p-new", Given.Started)
                .Refusal?.Kind);
    }

    private static string Shown(LabelWarnings warnings) => string.Join(
        '\n', warnings.ManagersNotHere.Select(m => $"{m.Manager} {m.People} {string.Join(';', m.DidYouMean)}")
            .Concat(warnings.AlikeLabels.Select(a => $"{a}")));

    private static Gen<string> One(params string[] of) => Gen.Int[0, of.Length - 1].Select(i => of[i]);

    private static PersonRow Row(string place, string email, string team) => new(place, new Dictionary<string, string>
    {
        ["role"] = "reverse mentor",
        ["name"] = "Ann Lee",
        ["email"] = email,
        ["organisation"] = "Birch",
        ["rank"] = "Barrister",
        ["team"] = team,
    });

    private static PeopleUploadPlan Plan(CohortSnapshot cohort, IReadOnlyList<PersonRow> file)
    {
        var number = 0;
        return PeopleUpload.Plan(cohort, file, new HashSet<string>(), () => $"p-{++number}", Given.Started).Value!;
    }

    private static CohortSnapshot After(CohortSnapshot cohort, PeopleUploadPlan plan)
    {
        var people = cohort.People.ToDictionary(p => p.Id, StringComparer.Ordinal);
        foreach (var row in plan.Rows.Where(r => r.Person is not null))
        {
            people[row.Person!.Id] = row.Person;
        }

        return cohort with { People = [.. people.Values] };
    }
}
