using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Reflections;

namespace ReverseMentoring.Domain.Tests.Reflections;

public class ReflectionFormTests
{
    [Fact]
    public void To_acknowledge_or_to_decline_is_enough()
    {
        Assert.Equal(new ReflectionForm(false, "", Readers.OnlyMe), Read("acknowledge").Value);
        Assert.Equal(new ReflectionForm(true, "", Readers.OnlyMe), Read("decline").Value);
        Assert.True(Read("acknowledge").Succeeded && Read("decline").Succeeded);
    }

    [Theory]
    [InlineData("only-me", Readers.OnlyMe)]
    [InlineData("my-partner", Readers.MyPartner)]
    public void Whoever_writes_says_for_whom(string chosen, Readers readers) =>
        Assert.Equal(new ReflectionForm(false, "I listened.", readers), Read("acknowledge", " I listened. ", chosen).Value);

    [Theory]
    [InlineData("", "", "", "choice: Please choose one of the two. Either is fine.")]
    [InlineData("acknowledge", "I listened.", "", "readers: Please choose who may read what you wrote.")]
    [InlineData("acknowledge", "", "everyone", "readers: Please choose who may read what you wrote.")]
    [InlineData("decline", "I listened.", "only-me", "choice: You wrote something and also chose not to reflect this time. Please choose which you mean; what you wrote is still below.")]
    public void What_does_not_go_together_is_told_beside_its_field(string choice, string text, string readers, string problem) =>
        Assert.Equal([problem], Read(choice, text, readers).Problems.Select(p => $"{p.Place}: {p.Sentence}"));

    [Fact]
    public void A_text_has_8000_characters_at_most()
    {
        Assert.True(Read("acknowledge", new string('x', 8000), "only-me").Succeeded);
        Assert.Equal("Please shorten this to 8000 characters; it has 8001.", Assert.Single(Read("acknowledge", new string('x', 8001), "only-me").Problems).Sentence);
    }

    private static Read<ReflectionForm> Read(string choice, string text = "", string readers = "") =>
        ReflectionForm.Read(new Dictionary<string, string> { ["choice"] = choice, ["text"] = text, ["readers"] = readers });
}
