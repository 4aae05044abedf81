using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Reflections;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Reflections;

public class ReflectionFormTests
{
    private static readonly Reflection Earlier = new()
    {
        CohortId = "judicial-2023",
        AuthorId = "m1",
        Number = 1,
        Declined = false,
        Readers = Readers.OnlyMe,
        Text = "I listened.",
        At = Given.Started.AddDays(-1),
    };

    [Fact]
    public void To_acknowledge_or_to_decline_is_enough()
    {
        Assert.Equal((false, "", Readers.OnlyMe), Written(Read("acknowledge")));
        Assert.Equal((true, "", Readers.OnlyMe), Written(Read("decline")));
    }

    [Theory]
    [InlineData("only-me", Readers.OnlyMe)]
    [InlineData("my-partner", Readers.MyPartner)]
    public void Whoever_writes_says_for_whom(string chosen, Readers readers) =>
        Assert.Equal((false, "I listened.", readers), Written(Read("acknowledge", " I listened. ", chosen)));

    [Theory]
    [InlineData("", "", "", "choice: missing")]
    [InlineData("acknowledge", "I listened.", "", "readers: missing")]
    [InlineData("acknowledge", "", "everyone", "readers: missing")]
    [InlineData("decline", "I listened.", "only-me", "choice: both")]
    public void What_does_not_go_together_is_told_beside_its_field(string choice, string text, string readers, string problem) =>
        Assert.Equal([problem], Read(choice, text, readers).Problems.Select(p => $"{p.Place}: {p.Sentence}"));

    [Fact]
    public void A_text_has_8000_characters_at_most()
    {
        Assert.True(Read("acknowledge", new string('x', 8000), "only-me").Succeeded);
        Assert.Equal("too_long", Assert.Single(Read("acknowledge", new string('x', 8001), "only-me").Problems).Sentence);
    }

    [Fact]
    public void The_person_is_noted_to_have_reflected_when_it_was_written()
    {
        var noted = Assert.Single(Read("decline").Value!.People);
        Assert.Equal(Given.Started, noted.Apply(Given.Mentor("m1")).Reflected[1]);
    }

    [Fact]
    public void The_same_answer_posted_again_keeps_its_time_and_writes_nothing_anew()
    {
        var again = Read("acknowledge", "I listened.", "only-me", Earlier).Value!;
        Assert.Null(again.Stored<Reflection>());
        Assert.Equal(Earlier.At, again.People[0].Apply(Given.Mentor("m1")).Reflected[1]);
        Assert.Equal(Readers.MyPartner, Read("acknowledge", "I listened.", "my-partner", Earlier).Value!.Stored<Reflection>()!.Readers);
    }

    private static (bool Declined, string Text, Readers Readers) Written(Outcome<Effects> read) =>
        read.Value!.Stored<Reflection>() is { } r ? (r.Declined, r.Text, r.Readers) : default;

    private static Outcome<Effects> Read(string choice, string text = "", string readers = "", Reflection? earlier = null) =>
        Given.Decision(
        "reflection",
        Given.MatchedCohort(),
        "m1",
        new Dictionary<string, string> { ["choice"] = choice, ["text"] = text, ["readers"] = readers },
        1,
        null,
        earlier is null ? [] : [earlier]);
}
