using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Forecasts;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Programme;

public class MailForecastTests
{
    private static readonly SendQuota Quota = new(30, 100);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(30, 0)]
    [InlineData(31, 1)]
    [InlineData(100, 3)]
    [InlineData(101, 60)]
    [InlineData(1000, 9 * 60 + 3)]
    public void So_many_emails_take_so_many_minutes_of_the_quota(int mails, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), MailForecast.TimeFor(mails, Quota));

    [Fact]
    public void Before_anybody_is_invited_each_step_is_foreseen_for_everybody_it_may_concern()
    {
        var cohort = Given.Cohort();
        var mails = Foreseen(cohort, Given.London("2023-01-25T12:00")).ToLookup(w => w.Step.Kind, w => w.Mails);
        Assert.Equal([4], mails["enrolment-opens"]);
        Assert.All(mails["portrait-reminder"], m => Assert.Equal(4, m));
        Assert.Equal([1], mails["matches-proposed"]);
        Assert.All(mails["session-opens"], m => Assert.Equal(4, m));
        Assert.All(mails["reflection-opens"], m => Assert.Equal(4, m));
        Assert.Equal([4], mails["evaluation-opens"]);
    }

    [Fact]
    public void A_large_wave_takes_its_hours_and_holds_up_the_next()
    {
        var cohort = Given.Cohort();
        var many = Enumerable.Range(0, 1000).Select(n => cohort.People[0] with { Id = $"x{n}", Email = $"x{n}@example.org" });
        var waves = Foreseen(cohort with { People = [.. cohort.People, .. many] }, Given.London("2023-01-25T12:00"));
        var first = waves.First(w => w.Step.Kind == "enrolment-opens");
        Assert.True(first.IsLong);
        Assert.Equal(MailForecast.TimeFor(1004, Quota), first.Until - first.At);
    }

    [Fact]
    public void It_can_be_made_at_any_moment_of_any_life()
    {
        foreach (var seed in Enumerable.Range(500, 12))
        {
            var life = RandomLives.Of(seed);
            life.Run();
            foreach (var at in new[] { "2023-02-10T12:00", "2023-05-10T12:00", "2023-12-10T12:00" })
            {
                Assert.All(Foreseen(life.Cohort, Given.London(at)), w => Assert.True(w.Mails >= 0 && w.Until >= w.At));
            }
        }
    }

    private static IReadOnlyList<ForeseenWave> Foreseen(CohortSnapshot cohort, DateTimeOffset now) =>
        MailForecast.Of(MentoringProgramme.Declared, cohort, Quota, now);
}
