using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Closing;

public class ClosingStepsTests
{
    private static readonly DateTimeOffset Ended = Given.London("2023-09-30T09:00");
    private static readonly CohortSnapshot Finished =
        Given.MatchedCohort().Person("m1", p => p with { MentoringEndedAt = Ended })
            .Person("j1", p => p with { MentoringEndedAt = Ended }).Person("j2", p => p with { MentoringEndedAt = Ended.AddDays(1) });

    [Fact]
    public void Those_whose_clock_is_about_to_run_out_are_told_thirty_days_before()
    {
        var notice = First(Finished, "retention-notice");
        Assert.Equal(Given.London("2024-08-31T09:00"), notice.Due);
        Assert.Equal(["retention-notice to m1", "retention-notice to m2", "retention-notice to j1"], Finished.Plan(notice.Id).Emails());
    }

    [Fact]
    public void A_notice_that_comes_after_the_erasure_was_due_tells_nobody() =>
        Assert.Empty(Finished.Plan(First(Finished, "retention-notice").Id, Given.London("2024-09-30T09:00")).Mails);

    [Fact]
    public void When_the_clock_has_run_out_the_data_goes_and_a_receipt_is_left()
    {
        var effects = Finished.Plan(First(Finished, "erasure").Id);
        Assert.Equal(["m1", "m2", "j1"], effects.Erasures.Select(e => e.PersonId));
        Assert.All(effects.Erasures, e => Assert.Equal((ErasureReason.Retention, "erasure-receipt"), (e.Because, e.Receipt!.Template)));
        Assert.Empty(effects.Mails);
    }

    [Fact]
    public void Whoever_turns_out_to_have_ended_later_is_not_erased_yet()
    {
        var erasure = Finished.Plan(First(Finished, "erasure").Id).Erasures[0];
        Assert.True(erasure.If(Given.Mentor("m1") with { MentoringEndedAt = Ended }));
        Assert.False(erasure.If(Given.Mentor("m1") with { MentoringEndedAt = Ended.AddDays(1) }));
    }

    [Fact]
    public void A_cancellation_is_told_to_everyone_ends_the_pairs_and_starts_every_clock()
    {
        var now = Given.London("2023-05-01T09:00");
        var cohort = Given.MatchedCohort().With(c => c with { Status = CohortStatus.Cancelled, CancelledAt = now })
            .Person("m2", p => p with { WithdrawnAt = now }).Person("j2", p => p with { MentoringEndedAt = Given.Started });
        var effects = cohort.Plan("cancellation", now.AddMinutes(1));
        Assert.Equal(["cohort-cancelled to m1", "cohort-cancelled to j1", "cohort-cancelled to j2"], effects.Emails());
        Assert.All(
            effects.Pairs.Zip(cohort.Pairs),
            x => Assert.Equal((now, false), (x.First.Apply(x.Second).EndedAt!.Value, x.First.Apply(x.Second).Completed)));
        Assert.Equal(2, effects.Pairs.Count);
        Assert.Equal(
            [now, now, Given.Started], effects.People.Select(p => p.Apply(cohort.FindPerson(p.PersonId)!).MentoringEndedAt!.Value));
    }

    [Fact]
    public void The_closing_tells_the_coordinator_how_many_were_erased_erases_the_files_and_closes_the_cohort()
    {
        var empty = Given.MatchedCohort().Done("report-ready") with { People = [] };
        var proofs = Enumerable.Range(1, 24).Select(i => new ErasureProof
        {
            CohortId = "judicial-2023",
            PersonId = $"p-{i}",
            Because = ErasureReason.Retention,
            At = Given.Started,
            Removed = new Dictionary<string, int>(),
        });
        var effects = empty.Plan("cohort-closed", Given.London("2025-01-01T09:00"), [.. proofs]);
        Assert.Equal(["cohort-closed to coordinator"], effects.Emails());
        Assert.True(effects.ErasesFiles);
        Assert.Equal(("24", CohortStatus.Closed), (effects.Mails[0].Fact("erased"), effects.Cohort(empty.Cohort).Status));
    }

    private static TimelineStep First(CohortSnapshot cohort, string kind) =>
        MentoringProgramme.TimelineOf(cohort, Given.Started).Steps.First(s => s.Kind == kind);
}
