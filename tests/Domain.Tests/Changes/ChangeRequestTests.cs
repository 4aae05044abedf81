using System.Text.Json;
using ReverseMentoring.Domain.Changes;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Tests.Changes;

public class ChangeRequestTests
{
    [Theory]
    [InlineData("""{"change":"pause","reason":"Strike"}""", ChangeKind.Pause)]
    [InlineData("""{"change":"resume","reason":"Over"}""", ChangeKind.Resume)]
    [InlineData("""{"change":"cancel","reason":"No room"}""", ChangeKind.Cancel)]
    [InlineData(
        """{"change":"extend-deadline","reason":"Few","to":"2023-03-01T16:00","releaseBy":"2023-03-08T17:00"}""",
        ChangeKind.ExtendDeadline)]
    [InlineData("""{"change":"move-event","reason":"Train strike","event":"mixer","to":"2023-06-23T18:00"}""", ChangeKind.MoveEvent)]
    public void Each_change_is_read_with_its_reason(string json, ChangeKind kind)
    {
        var read = Read(json);
        Assert.Empty(read.Problems);
        Assert.Equal(kind, read.Value!.Kind);
        Assert.NotEmpty(read.Value.Reason);
    }

    [Fact]
    public void An_extension_brings_its_dates_and_a_move_its_event()
    {
        var extension = Read(
            """{"change":"extend-deadline","reason":"Few","to":"2023-03-01T16:00","releaseBy":"2023-03-08T17:00"}""").Value!;
        Assert.Equal(
            (new DateTime(2023, 3, 1, 16, 0, 0), new DateTime(2023, 3, 8, 17, 0, 0)), (extension.To!.Value, extension.ReleaseBy!.Value));
        Assert.Equal("mixer", Read("""{"change":"move-event","reason":"x","event":"mixer","to":"2023-06-23T18:00"}""").Value!.Event);
    }

    [Theory]
    [InlineData("{}", "/change change is missing.", "/reason reason is missing.")]
    [InlineData(
        """{"change":"stop","reason":"x"}""", "/change change must be one of extend-deadline, move-event, "
            + "pause, resume, cancel, undo, cancel-event, set-joining.")]
    [InlineData("""{"change":"pause","reason":" "}""", "/reason reason is empty.")]
    [InlineData("""{"change":"extend-deadline","reason":"x"}""", "/to to is missing.")]
    [InlineData("""{"change":"move-event","reason":"x","to":"2023-06-23T18:00"}""", "/event event is missing.")]
    [InlineData(
        """{"change":"pause","reason":"x","to":"2023-06-23T18:00"}""", "/to There is no such field here. The fields are: change, reason.")]
    public void What_is_missing_or_too_much_is_told(string json, params string[] problems) =>
        Assert.Equal(problems, Read(json).Problems.Select(p => $"{p.Place} {p.Sentence}"));

    private static Outcome<ChangeRequest> Read(string json) => ChangeRequest.Read(FieldReader.Of(JsonDocument.Parse(json).RootElement));
}
