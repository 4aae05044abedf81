using System.Text.Json;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Enrolment;

/// <summary>A cohort starts when it is known what it is for, by what one will know, and who sees to what follows (K9, T1).</summary>
public class PurposeFirstTests
{
    [Fact]
    public void Without_a_measure_or_an_owner_it_cannot_start_and_both_are_told_at_once() => Assert.Equal(
        ["/plan/measures", "/plan/ownerName"],
        Places(Given.Cohort().Defined(d => d with { Plan = PurposePlan.Nothing })));

    [Fact]
    public void A_presets_least_number_of_sessions_and_of_weeks_is_kept()
    {
        var short_ = Given.Cohort().Defined(d => d with { Sessions = d.Sessions with { Count = 2 } });
        var lengths = new TimetableLengths { LeastSessions = 6, LeastWeeks = 10 };
        var asking = short_ with { Scheme = short_.Scheme with { Timetable = lengths } };
        Assert.Equal(["/sessions/count", "/sessions/firstOpens"], Places(asking));
        Assert.Empty(Places(Given.Cohort() with { Scheme = asking.Scheme }));
    }

    [Theory]
    [InlineData("""{"measures":["ok",""]}""", "/plan/measures/1")]
    [InlineData("""{"measures":"ok"}""", "/plan/measures")]
    [InlineData("""{"aims":[7]}""", "/plan/aims/0")]
    [InlineData("""{"ownerEmail":"somebody"}""", "/plan/ownerEmail")]
    [InlineData("""{"owner":"somebody"}""", "/plan/owner")]
    public void What_is_wrong_in_a_plan_is_told_at_its_place(string plan, string place)
    {
        var definition = Samples.Json("judicial-2023");
        definition["plan"] = JsonSerializer.SerializeToNode(JsonDocument.Parse(plan).RootElement);
        var read = CohortDefinitionReader.Read(FieldReader.Of(JsonSerializer.SerializeToElement(definition)));
        Assert.Equal([place], read.Problems.Select(p => p.Place));
    }

    [Fact]
    public void A_schemes_stages_are_laid_over_the_cohorts_dates_and_what_is_too_short_is_known()
    {
        SchemeStage Stage(StageKind kind, int least, int? most) => new(kind, kind.ToString(), "", least, most);
        var scheme = Given.Cohort().Scheme with
        {
            Stages = [Stage(StageKind.Purpose, 8, 12), Stage(StageKind.Engage, 5, 6), Stage(StageKind.Run, 10, null),
                Stage(StageKind.Reflect, 3, 4)],
        };
        var planned = StagePlan.Of(scheme, Given.Cohort().Definition);
        Assert.Equal(new DateTime(2022, 12, 5, 9, 0, 0), planned[0].From);
        Assert.Equal([8, 5, 27, 11], planned.Select(p => p.Weeks));
        Assert.DoesNotContain(planned, p => p.IsTooShort);
        Assert.True((planned[2] with { Weeks = 9 }).IsTooShort);
    }

    private static IEnumerable<string> Places(CohortSnapshot cohort) => StartRules.Check(cohort, Given.Started).Select(p => p.Place);
}
