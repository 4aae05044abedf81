using ReverseMentoring.Domain.Changes;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Programme;

/// <summary>Whatever the timetable and whatever people do: 100 cohorts from their start to their last erasure.</summary>
public class WholeLifeTests
{
    public static TheoryData<int> Tens => [.. Enumerable.Range(0, 10)];

    [Theory]
    [MemberData(nameof(Tens))]
    public void A_cohort_does_every_step_once_and_in_time_and_ends_with_nobody_left(int ten)
    {
        foreach (var seed in Enumerable.Range(ten * 10, 10))
        {
            var life = RandomLives.Of(seed);
            Assert.Empty(CohortDefinitionRules.Check(life.Cohort.Definition));
            var people = life.Cohort.People.Count;
            Assert.True(life.Run(), $"Seed {seed} never ends.");
            EndsEmpty(life, people);
            Assert.Equal(life.Performed.Count, life.Performed.Select(p => p.Step.Id).Distinct().Count());
            // The launch is invited to by the release, where the two are close.
            Assert.Equal(
                life.Cohort.Cohort.Steps.Select(s => s.Id).Where(s => s != "launch-invitation"),
                life.Performed.Select(p => p.Step.Id).Where(s => s != "launch-invitation"));
            Assert.All(life.Performed, p => Assert.True(p.At >= p.Step.Due, $"Seed {seed}: {p.Step.Id} came early."));
            NothingPlannedIsMissing(life);
            NobodyIsWrittenToInVain(life);
        }
    }

    [Theory]
    [MemberData(nameof(Tens))]
    public void A_process_that_dies_at_any_write_changes_nothing_of_how_it_ends(int ten)
    {
        foreach (var seed in Enumerable.Range(ten * 10, 10))
        {
            var (smooth, rough) = (RandomLives.Of(seed), RandomLives.Of(seed, crashes: true));
            var people = rough.Cohort.People.Count;
            Assert.True(smooth.Run() && rough.Run(), $"Seed {seed} never ends.");
            EndsEmpty(rough, people);
            NobodyIsWrittenToInVain(rough);
            Assert.Equal(smooth.Erased.OrderBy(e => e.Key), rough.Erased.OrderBy(e => e.Key));
            Assert.Equal(Ends(smooth), Ends(rough));
            Assert.Equal(smooth.Mails.Keys.Order(StringComparer.Ordinal), rough.Mails.Keys.Order(StringComparer.Ordinal));
        }

        static IEnumerable<string> Ends(Life life) =>
            life.Cohort.Pairs.Select(p => $"{p.Id} {p.MentorId} {p.MenteeId} {p.EndedAt:O} {p.Completed}");
    }

    [Fact]
    public void A_cohort_whose_matches_nobody_releases_keeps_no_data_for_ever()
    {
        var life = new Life(Given.Cohort().AllAnswered());
        Assert.True(life.Run());
        EndsEmpty(life, 4);
        Assert.All(life.Performed.Where(p => p.Step.Kind == "erasure"), p => Assert.Equal(Given.London("2024-09-30T09:00"), p.At));
        Assert.Equal(4, life.Mails.Values.Count(m => m.Template == "retention-notice"));
    }

    [Fact]
    public void A_cohort_that_stays_paused_erases_everybody_in_time_and_waits_for_its_coordinator_without_them()
    {
        var life = new Life(Given.MatchedCohort());
        life.At(Given.London("2023-05-01T10:00"), l => l.Ask(new ChangeRequest(ChangeKind.Pause, "The hall burnt down.")));
        life.Run();
        Assert.Empty(life.Cohort.People);
        Assert.Equal(Given.London("2024-09-30T09:00"), life.Performed[^1].At);
        Assert.Equal(CohortStatus.Running, life.Cohort.Cohort.Status);
    }

    private static void EndsEmpty(Life life, int people)
    {
        Assert.Equal(CohortStatus.Closed, life.Cohort.Cohort.Status);
        Assert.Empty(life.Cohort.People);
        Assert.Equal(people + life.Joined, life.Erased.Count);
        Assert.All(life.Cohort.Pairs, p => Assert.False(p.IsRunning));
        Assert.All(life.Mails.Values, m => Assert.True(m is { IsOpen: false, Departed: null }));
    }

    private static void NothingPlannedIsMissing(Life life)
    {
        if (life.Cohort.Cohort.CancelledAt is null)
        {
            var planned = MentoringProgramme.TimelineOf(
                life.Cohort, life.Now).Steps.Where(s => s.DoneAt is null && s.Due <= life.Now && s.Kind != "release-reminder");
            Assert.Empty(planned.Select(s => s.Id));
        }
    }

    private static void NobodyIsWrittenToInVain(Life life)
    {
        var sentTo = life.Mails.Values.Where(m => m.State == MailState.Sent).ToList();
        Assert.Equal(sentTo.Count, sentTo.Select(m => m.Id).Distinct().Count());
        foreach (var mail in sentTo.Where(m => life.Left.TryGetValue(m.PersonId, out var left) && m.SettledAt > left))
        {
            Assert.Contains(mail.Template, new[] { "withdrawal-receipt", "erasure-receipt", "decline-receipt", "not-taken-up" });
        }

        foreach (var (person, because) in life.Erased)
        {
            var receipt = because switch
            {
                ErasureReason.Withdrawal => "withdrawal-receipt",
                ErasureReason.Retention => "erasure-receipt",
                ErasureReason.Declined => "decline-receipt",
                _ => "not-taken-up",
            };
            Assert.Single(sentTo, m => m.PersonId == person && m.Template == receipt);
        }

        var reminders = sentTo.Where(m => m.Template.EndsWith("reminder", StringComparison.Ordinal) || m.Template == "session-nudge");
        Assert.All(
            reminders,
            r => Assert.DoesNotContain(sentTo, o => o.PersonId == r.PersonId && o.SettledAt == r.SettledAt && o.Number == r.Number
            && o.Id != r.Id && Asks(o.Template) == Asks(r.Template) && o.PairId == r.PairId));

        static string Asks(string template) => template switch
        {
            "invitation" => "portrait",
            "session-nudge" or "session-check" => "met",
            "matches-proposed" => "release",
            _ => template.Split('-')[0],
        };
    }
}
