using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Rehearsals;

public sealed class RehearsalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rehearsal-").FullName;

    [Fact]
    public async Task The_judicial_cohort_ends_as_its_script_says_and_the_same_seed_gives_the_same_trace()
    {
        var first = await PlayAsync(Samples.Judicial, 5, "first");
        Assert.Empty(first.Played.Failures);
        Assert.Equal(first.Text, (await PlayAsync(Samples.Judicial, 5, "again")).Text);
        Assert.NotEqual(first.Text, (await PlayAsync(Samples.Judicial, 6, "other")).Text);
        Names(first);
        Instants(first);
        Fields(first);
        FewEmails(first);
    }

    /// <summary>T11: in the middle at most 24 over the whole cohort, and nobody more than 30.</summary>
    private static void FewEmails(Trace trace)
    {
        var each = trace.Of("email")
            .Where(e => Trace.Get(e, "to").StartsWith("p-", StringComparison.Ordinal) && !e.TryGetProperty("in", out _))
            .CountBy(e => Trace.Get(e, "to")).Select(e => e.Value).Order().ToList();
        Assert.InRange((each[(each.Count - 1) / 2] + each[each.Count / 2]) / 2.0, 1, 24);
        Assert.InRange(each[^1], 1, 30);
    }

    [Fact]
    public async Task The_llr_cohort_ends_as_its_script_says()
    {
        var trace = await PlayAsync(Samples.Llr, 1, "llr");
        Assert.Empty(trace.Played.Failures);
        Assert.Equal(41, trace.Of("match").Count());
        var mentors = trace.Of("match").Select(m => Trace.Get(m, "mentor"));
        var mentees = trace.Of("match").Select(m => Trace.Get(m, "mentee"));
        Assert.Single(mentors.Intersect(mentees));
        Assert.Equal(81, trace.Of("erasure").Count());
        Assert.True(string.CompareOrdinal(trace.At("training-1"), trace.At("session-1-opens")) < 0);
        Assert.Equal(2, trace.Of("step").Count(s => Trace.Get(s, "name") is "support-session-1" or "support-session-2"));
    }

    [Fact]
    public async Task The_toolkits_cohort_goes_through_its_stages_and_ends_as_its_script_says()
    {
        var trace = await PlayAsync(Samples.LawCare, 1, "lawcare");
        Assert.Empty(trace.Played.Failures);
        Assert.Equal(6, trace.Of("match").Count());
        var cohort = trace.Played.Cohorts[0];
        var stages = StagePlan.Of(cohort.Scheme, cohort.Definition);
        Assert.Equal(4, stages.Count);
        Assert.DoesNotContain(stages, s => s.IsTooShort);
        Assert.True((stages[^1].To - stages[0].From).TotalDays > 30 * 7);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Those the issue names, and those that only remind, invite and ask, or follow from what a person did.</summary>
    private static void Names(Trace trace)
    {
        var sessions = Enumerable.Range(1, 6)
            .SelectMany(k => new[] { $"session-{k}-opens", $"session-{k}-closes", $"reflection-{k}-opens", $"reflection-{k}-closes" });
        var named = sessions.Concat([
            "enrolment-opens", "portrait-deadline",
            "matches-proposed", "matches-released", "launch", "mixer", "support-session-1", "wash-up",
            "evaluation-opens", "evaluation-closes", "report-ready", "retention-notice", "erasure", "cohort-closed"]);
        var further = Enumerable.Range(1, 6)
            .SelectMany(k => new[] { $"session-{k}-check", $"session-{k}-nudge", $"reflection-{k}-reminder" }).Concat([
            "portrait-reminder",
            "release-reminder", "mixer-invitation", "support-session-1-invitation", "support-session-2-invitation",
            "wash-up-invitation", "evaluation-reminder", "withdrawal", "not-taken-up", "change-notice", "launch-joining",
            "session-date-passed", "pair-ended", "match-asked", "match-agreed", "consent-closes"]);
        Assert.Equal(
            named.Concat(further).Order(StringComparer.Ordinal),
            trace.Of("step").Select(s => Trace.Get(s, "name")).Distinct().Order(StringComparer.Ordinal));
    }

    private static void Instants(Trace trace)
    {
        Assert.Equal("2023-01-30T09:00:00Z", trace.At("enrolment-opens"));
        Assert.Equal("2023-02-27T16:10:00Z", trace.At("portrait-deadline"));
        Assert.Equal("2023-03-28T15:30:00Z", trace.At("launch"));
        Assert.Equal("2023-04-03T08:00:00Z", trace.At("session-1-opens"));
        Assert.Equal("2023-09-30T08:10:00Z", trace.At("session-6-closes"));
        Assert.Equal("2023-11-14T16:30:00Z", trace.At("wash-up"));
        Assert.Equal(
            trace.Lines.Select(l => Trace.Get(l, "at")), trace.Lines.Select(l => Trace.Get(l, "at")).Order(StringComparer.Ordinal));
    }

    private static void Fields(Trace trace)
    {
        string[] kinds = ["step", "email", "page", "reply", "match", "erasure", "problem"];
        Assert.All(trace.Lines, line => Assert.Contains(Trace.Get(line, "kind"), kinds));
        Assert.All(trace.Of("email"), line => Assert.All(["template", "to", "id"], field => Assert.NotEmpty(Trace.Get(line, field))));
        Assert.All(trace.Of("reply"), line => Assert.All(["form", "by"], field => Assert.NotEmpty(Trace.Get(line, field))));
        Assert.All(
            trace.Of("match"),
            line => Assert.All(["mentor", "mentee"], field => Assert.StartsWith("p-", Trace.Get(line, field), StringComparison.Ordinal)));
        Assert.Equal(
            ["not-taken-up", "retention", "withdrawal"],
            trace.Of("erasure").Select(e => Trace.Get(e, "because")).Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(trace.Of("problem"));
        Assert.Equal(trace.Of("email").Count(), trace.Of("email").Select(e => Trace.Get(e, "id")).Distinct().Count());
    }

    private Task<Trace> PlayAsync(string sample, int seed, string name) => Trace.PlayAsync(sample, seed, Path.Combine(_folder, name));
}
