using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Sessions;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Sessions;

public class SessionStepsTests
{
    private static readonly string[] Second = ["m2", "j2"];

    [Fact]
    public void A_session_opens_for_both_of_every_pair_that_runs() =>
        Assert.Equal(
            ["session-opening to m2", "session-opening to j2"],
            Given.MatchedCohort().PairNo(1, p => p with { EndedAt = Given.Started }).Plan("session-1-opens").Emails());

    [Theory]
    [InlineData("session-4-check", "session-check")]
    [InlineData("session-4-nudge", "session-nudge")]
    public void Both_are_asked_and_nudged_until_one_says_that_they_met(string step, string template)
    {
        var cohort = Given.MatchedCohort()
            .PairNo(1, p => p.Answered(4, "j1", met: true)).PairNo(2, p => p.Answered(4, "m2", met: false).Answered(3, "m2", met: true));
        Assert.Equal(Second.Select(p => $"{template} to {p}"), cohort.Plan(step).Emails());
    }

    [Fact]
    public void Who_asked_for_no_nudges_is_asked_but_not_nudged()
    {
        var cohort = Given.MatchedCohort().Person("m1", p => p with { NudgesPausedAt = Given.Started });
        Assert.Equal(4, cohort.Plan("session-4-check").Mails.Count);
        Assert.Equal(["j1", "m2", "j2"], cohort.Plan("session-4-nudge").Mails.Select(m => m.PersonId));
    }

    [Fact]
    public void At_the_close_the_coordinator_hears_once_of_all_the_pairs_that_missed_it()
    {
        var cohort = Given.MatchedCohort().PairNo(1, p => p.Answered(4, "m1", met: true));
        var effects = cohort.Plan("session-4-closes");
        Assert.Equal(["session-missed to coordinator"], effects.Emails());
        Assert.Equal(["pair-02"], SessionEmails.Missed.FactsOf(effects.Mails[0]).Missed);
        Assert.Equal((null, 4), (effects.Mails[0].PairId, effects.Mails[0].Number));
        Assert.Empty(effects.Pairs);
        var both = Assert.Single(Given.MatchedCohort().Plan("session-4-closes").Mails);
        Assert.Equal(["pair-01", "pair-02"], SessionEmails.Missed.FactsOf(both).Missed);
        Assert.DoesNotContain("Name of", both.Facts!.Value.GetRawText(), StringComparison.Ordinal);
        Assert.Empty(Given.MatchedCohort().PairNo(1, p => p.Answered(4, "m1", met: true))
            .PairNo(2, p => p.Answered(4, "j2", met: true)).Plan("session-4-closes").Mails);
    }

    [Fact]
    public void The_email_names_both_of_each_pair_and_how_to_reach_them_as_it_is_when_it_leaves()
    {
        var cohort = Given.MatchedCohort().PairNo(1, p => p.Answered(4, "m1", met: false));
        var mail = Assert.Single(cohort.Plan("session-4-closes").Mails);
        var values = MentoringProgramme.Declared.ValuesOf(new EmailContext(mail, cohort, Given.Started));
        Assert.Equal(2, values["number"]);
        var heard = (Dictionary<string, object?>)Assert.Single((IEnumerable<object>)values["heard"]!);
        Assert.Equal("Pair 1", heard["pair"]);
        var mentor = (Dictionary<string, object?>)heard["mentor"]!;
        Assert.Equal(("Name of m1", "mailto:m1@example.org"), (mentor["name"], mentor["contact"]!.ToString()));
        var silent = (Dictionary<string, object?>)Assert.Single((IEnumerable<object>)values["silent"]!);
        Assert.Equal("Pair 2", silent["pair"]);

        var ended = cohort.PairNo(1, p => p.End(Given.Started));
        Assert.Equal(1, MentoringProgramme.Declared.ValuesOf(new EmailContext(mail, ended, Given.Started))["number"]);
        Assert.Null(MentoringProgramme.Declared.WhyNot(mail, ended, Given.Started));
        Assert.NotNull(MentoringProgramme.Declared.WhyNot(mail, ended.PairNo(2, p => p.End(Given.Started)), Given.Started));
    }

    [Fact]
    public void A_session_that_closed_before_the_matches_were_released_was_missed_by_nobody() =>
        Assert.Empty(Given.MatchedCohort().PairNo(1, p => p with { ReleasedAt = Given.London("2023-05-02T09:00") })
            .PairNo(2, p => p with { ReleasedAt = Given.London("2023-05-02T09:00") }).Plan("session-1-closes").Mails);

    [Fact]
    public void What_comes_after_the_close_is_too_late()
    {
        var closes = Given.London("2023-04-30T09:00");
        foreach (var step in new[] { "session-1-opens", "session-1-check", "session-1-nudge" })
        {
            Assert.Same(Effects.TooLate, Given.MatchedCohort().Plan(step, closes));
        }
    }

    [Fact]
    public void After_an_outage_the_question_is_not_followed_by_a_nudge_at_once()
    {
        var late = Given.London("2023-04-27T09:00");
        Assert.Same(Effects.TooLate, Given.MatchedCohort().Done("session-1-check", late).Plan("session-1-nudge", late));
    }

    [Fact]
    public void The_last_session_ends_the_pairs_and_starts_the_clocks_of_both()
    {
        var closes = Given.London("2023-09-30T09:00");
        var cohort = Given.MatchedCohort().PairNo(1, p => p with { EndedAt = Given.Started });
        var effects = cohort.Plan("session-6-closes", closes.AddHours(5));
        Assert.Equal(["pair-02"], effects.Pairs.Select(p => p.PairId));
        var ended = effects.Pairs[0].Apply(cohort.Pairs[1]);
        Assert.Equal((closes, true), (ended.EndedAt!.Value, ended.Completed));
        Assert.Same(ended, effects.Pairs[0].Apply(ended));
        Assert.Equal(Second, effects.People.Select(p => p.PersonId));
        Assert.Equal(closes, effects.People[0].Apply(Given.Mentor("m2")).MentoringEndedAt);
    }

    [Fact]
    public void Taken_up_again_after_a_crash_the_last_session_still_starts_the_clocks()
    {
        var cohort = Given.MatchedCohort();
        var effects = cohort.Plan("session-6-closes");
        var crashed = cohort.PairNo(1, effects.Pairs[0].Apply).PairNo(2, effects.Pairs[1].Apply);
        Assert.Equal(effects.People.Select(p => p.PersonId), crashed.Plan("session-6-closes").People.Select(p => p.PersonId));
        Assert.Equal(effects.Mails.Select(m => m.Id), crashed.Plan("session-6-closes").Mails.Select(m => m.Id));
    }

    [Fact]
    public void Somebody_with_two_roles_is_asked_about_each_pair()
    {
        var cohort = (Given.Cohort() with { People = [Given.Mentor("m1"), Given.Both("b1"), Given.Mentee("j1")] }).AllAnswered()
            .Released(("m1", "b1"), ("b1", "j1"));
        Assert.Equal(["pair-01", "pair-02"], cohort.Plan("session-1-check").Mails.Where(m => m.PersonId == "b1").Select(m => m.PairId));
        Assert.Single(cohort.Plan("session-6-closes").People, p => p.PersonId == "b1");
    }
}
