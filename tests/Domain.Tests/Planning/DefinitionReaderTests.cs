using System.Text.Json;
using System.Text.Json.Nodes;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Gatherings;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Planning;

public class DefinitionReaderTests
{
    [Theory]
    [InlineData("judicial-2023")]
    [InlineData("llr-2021")]
    [InlineData("try-now")]
    public void The_samples_are_accepted(string sample) => Assert.Empty(Read(Samples.Json(sample)).Problems);

    [Fact]
    public void Every_bad_field_is_reported_at_once_with_its_pointer_and_a_sentence() =>
        Assert.Equal(
            [
                new Problem("/id", "id must be 3 to 40 lower-case letters, digits and hyphens, beginning with a letter."),
                new Problem("/name", "name is missing."),
                new Problem("/purpose", "purpose is empty."),
                new Problem("/coordinator/email", "email is not an email address."),
                new Problem(
                    "/enrolmentOpens",
                    "enrolmentOpens must be a local date and time such as 2023-02-27T16:00, without Z or an offset; timeZone says whose "
                        + "clocks."),
                new Problem("/portraitReminderDaysBefore/1", "This must be a whole number from 1 to 90."),
                new Problem("/events/0/kind", "kind must be one of training, launch, support-session, mixer, wash-up."),
                new Problem("/events/1/minutes", "minutes must be a whole number from 15 to 600."),
                new Problem("/events/1/audience", "audience must be one of everyone, reverse-mentors, reverse-mentees."),
                new Problem("/sessions/count", "count must be a whole number from 1 to 24."),
                new Problem("/retention/months", "months must be a whole number from 1 to 60."),
            ],
            Read(json =>
            {
                json["id"] = "Judicial 2023";
                json.Remove("name");
                json["purpose"] = " ";
                json["coordinator"]!["email"] = "a@example.org, b@example.org";
                json["enrolmentOpens"] = "2023-01-30T09:00Z";
                json["portraitReminderDaysBefore"] = new JsonArray(4, 4.5);
                json["events"]![0]!["kind"] = "party";
                json["events"]![1]!["minutes"] = 5;
                json["events"]![1]!["audience"] = "judges";
                json["sessions"]!["count"] = 0;
                json["retention"]!["months"] = "12";
            }));

    [Fact]
    public void A_field_that_does_not_exist_is_told_with_those_that_do() =>
        Assert.Equal(
            [
                new Problem("/retention/month", "There is no such field here. The fields are: months, noticeDays."),
                new Problem(
                    "/a~1b",
                    "There is no such field here. The fields are: applications, coordinator, country, enrolmentOpens, evaluation, "
                        + "events, id, name, plan, portraitDeadline, portraitReminderDaysBefore, "
                        + "purpose, reflections, releaseBy, retention, scheme, sessions, "
                        + "team, timeZone."),
            ],
            Read(json =>
            {
                json["retention"]!["month"] = 12;
                json["a/b"] = 1;
            }));

    [Fact]
    public void A_field_given_twice_is_told()
    {
        var twice = Samples.Json("judicial-2023")
            .ToJsonString().Replace("\"scheme\":", "\"scheme\":\"llr-nhs\",\"scheme\":", StringComparison.Ordinal);
        Assert.Equal(
            [new Problem("/scheme", "This field is given more than once.")],
            CohortDefinitionReader.Read(FieldReader.Of(JsonDocument.Parse(twice).RootElement)).Problems);
    }

    [Theory]
    [InlineData("[]", "/", "This must be a JSON object, in braces.")]
    [InlineData("null", "/", "This must be a JSON object, in braces.")]
    [InlineData("\"x\"", "/", "This must be a JSON object, in braces.")]
    [InlineData("{}", "/timeZone", "timeZone is missing.")]
    [InlineData("{\"events\":{}}", "/events", "events must be a list, in square brackets.")]
    [InlineData("{\"events\":[1]}", "/events/0", "This must be a JSON object, in braces.")]
    [InlineData("{\"sessions\":[]}", "/sessions", "This must be a JSON object, in braces.")]
    [InlineData("{\"name\":7}", "/name", "name must be text in quotes.")]
    [InlineData("{\"name\":null}", "/name", "name is missing.")]
    [InlineData("{\"name\":\"a\\u0000b\"}", "/name", "name contains control characters.")]
    [InlineData("{\"name\":\"\\ud800\"}", "/name", "name is not valid text: it holds half a character.")]
    [InlineData("{\"\\ud800\":1}", "/", "The name of a field here is not valid text: it holds half a character.")]
    [InlineData("{\"sessions\":{\"\\ud800\":1}}", "/sessions", "The name of a field here is not valid text: it holds half a character.")]
    [InlineData(
        "{\"releaseBy\":\"\\udc00\"}", "/releaseBy", "releaseBy must be a local date and time such as 2023-02-27T16:00, without Z or an "
            + "offset; timeZone says whose clocks.")]
    [InlineData(
        "{\"releaseBy\":\"1823-02-27T16:00\"}", "/releaseBy", "releaseBy must be a local date and time such as 2023-02-27T16:00, without "
            + "Z or an offset; timeZone says whose clocks.")]
    public void What_is_no_definition_is_told_and_never_thrown(string json, string place, string sentence) =>
        Assert.Contains(
            new Problem(place, sentence), CohortDefinitionReader.Read(FieldReader.Of(JsonDocument.Parse(json).RootElement)).Problems);

    [Fact]
    public void Text_has_a_longest_length()
    {
        Assert.Empty(Read(json => json["name"] = new string('n', 120)));
        Assert.Equal([new Problem("/name", "name is longer than 120 characters.")], Read(json => json["name"] = new string('n', 121)));
    }

    [Fact]
    public void There_are_at_most_sixty_events() =>
        Assert.Equal(
            [new Problem("/events", "events has more than 60 entries.")],
            Read(json => json["events"] = new JsonArray([.. Enumerable.Range(0, 61).Select(_ => json["events"]![0]!.DeepClone())])));

    [Fact]
    public void What_may_be_left_out_has_the_usual_values()
    {
        var json = Samples.Json("judicial-2023");
        json.Remove("portraitReminderDaysBefore");
        json.Remove("reflections");
        json.Remove("retention");
        foreach (var optional in new[] { "windowDays", "checkDaysBeforeClose", "nudgeDaysBeforeClose" })
        {
            json["sessions"]!.AsObject().Remove(optional);
        }

        var read = Read(json).Value!;
        Assert.Equal([7, 2], read.PortraitReminderDaysBefore);
        Assert.Equal((new ReflectionPlan(10, 3), new RetentionPlan(12, 30)), (read.Reflections, read.Retention));
        Assert.Equal((27, 9, 4), (read.Sessions.WindowDays, read.Sessions.CheckDaysBeforeClose, read.Sessions.NudgeDaysBeforeClose));
    }

    [Fact]
    public void Support_sessions_are_for_reverse_mentors_and_other_events_for_everyone_unless_said() =>
        Assert.Equal(
            ["launch Everyone",
                "support-session-1 ReverseMentors", "mixer Everyone", "support-session-2 ReverseMentors", "wash-up Everyone"],
            Samples.Judicial2023.Events.Select(e => $"{e.StepName()} {e.Audience}"));

    [Fact]
    public void Events_of_one_kind_are_numbered_by_date_however_they_are_listed()
    {
        var json = Samples.Json("judicial-2023");
        json["events"] = new JsonArray([.. json["events"]!.AsArray().Select(e => e!.DeepClone()).Reverse()]);
        Assert.Equal(Samples.Judicial2023.Events, Read(json).Value!.Events);
    }

    private static IReadOnlyList<Problem> Read(Action<JsonObject> change)
    {
        var json = Samples.Json("judicial-2023");
        change(json);
        return Read(json).Problems;
    }

    private static Outcome<CohortDefinition> Read(JsonObject json) =>
        CohortDefinitionReader.Read(FieldReader.Of(json.Deserialize<JsonElement>()));
}
