using static ReverseMentoring.Embedded.Tests.Scriban.Rendering;

namespace ReverseMentoring.Embedded.Tests.Scriban;

public class ExpressionTests
{
    [Theory]
    [InlineData("{{ name }}", "Ada")]
    [InlineData("{{name}}", "Ada")]
    [InlineData("{{ event.name }} on {{ event.room.floor }}", "Launch on 2")]
    [InlineData("{{ event[\"name\"] }}", "Launch")]
    [InlineData("{{ topics[0] }} {{ topics[number] }}", "trust ")]
    [InlineData("{{ topics.size }}", "3")]
    [InlineData("{{ half }}", "0.5")]
    [InlineData("{{ nothing }}", "")]
    [InlineData("{{ yes }}", "true")]
    [InlineData("{{ topics }}", "[\"trust\", \"time\", \"tone\"]")]
    public void A_value_is_written_as_people_read_it(string template, string expected) => Assert.Equal(expected, Render(template));

    [Theory]
    [InlineData("\"a\\\"b\\n\"", "a\"b\n")]
    [InlineData("'it''s'", null)]
    [InlineData("'\"'", "\"")]
    [InlineData("12", "12")]
    [InlineData("1.5", "1.5")]
    [InlineData("null", "")]
    public void A_literal_stands_for_itself(string literal, string? expected)
    {
        if (expected is null)
            Assert.Contains("letter.md(1,", FirstError($"{{{{ {literal} }}}}"), StringComparison.Ordinal);
        else
            Assert.Equal(expected, Render($"{{{{ {literal} }}}}"));
    }

    [Theory]
    [InlineData("number == 3", true)]
    [InlineData("number == 3.0", true)]
    [InlineData("number != 3", false)]
    [InlineData("number < 4 && number >= 3", true)]
    [InlineData("number > 3 || name == 'Ada'", true)]
    [InlineData("!yes", false)]
    [InlineData("!(yes && no)", true)]
    [InlineData("no || no && yes", false)]
    [InlineData("nothing == null", true)]
    [InlineData("name == null", false)]
    [InlineData("nothing < 3", false)]
    [InlineData("'b' > 'a'", true)]
    public void Comparisons_and_conditions_bind_as_in_the_official_engine(string condition, bool expected) =>
        Assert.Equal(expected ? "true" : "false", Render($"{{{{ {condition} }}}}"));

    [Fact]
    public void Null_falls_back_to_what_stands_after_two_question_marks() =>
        Assert.Equal("later Ada", Render("{{ nothing ?? \"later\" }} {{ name ?? \"later\" }}"));

    [Fact]
    public void A_pipe_hands_the_value_to_a_function() =>
        Assert.Equal(
            "trust, time, tone 3 Reverse",
            Render("{{ topics | array.join ', ' }} {{ topics | array.size }} {{ 'reverse' | string.capitalize }}"));

    [Theory]
    [InlineData("{{ # nothing to see\n name }}", "Ada")]
    [InlineData("{{ ## nothing\nto see ## name }}", "Ada")]
    [InlineData("{{ # nothing to see }}x", "x")]
    public void A_comment_is_not_written(string template, string expected) => Assert.Equal(expected, Render(template));
}
