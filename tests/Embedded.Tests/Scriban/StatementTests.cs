using static ReverseMentoring.Embedded.Tests.Scriban.Rendering;

namespace ReverseMentoring.Embedded.Tests.Scriban;

public class StatementTests
{
    [Theory]
    [InlineData("{{ if yes }}a{{ else }}b{{ end }}", "a")]
    [InlineData("{{ if no }}a{{ else }}b{{ end }}", "b")]
    [InlineData("{{ if no }}a{{ end }}", "")]
    [InlineData("{{ if no }}a{{ else if number == 3 }}c{{ else }}b{{ end }}", "c")]
    [InlineData("{{ if no }}a{{ else if no }}c{{ else }}b{{ end }}!", "b!")]
    [InlineData("{{ if no; name; else; number; end }}", "3")]
    public void If_writes_the_first_branch_that_holds(string template, string expected) => Assert.Equal(expected, Render(template));

    [Theory]
    [InlineData("empty")]
    [InlineData("none")]
    [InlineData("0")]
    public void Only_null_and_false_are_false(string value) => Assert.Equal("true", Render($"{{{{ if {value} }}}}true{{{{ end }}}}"));

    [Fact]
    public void For_knows_its_place_in_the_list() =>
        Assert.Equal(
            "0:trust first;1:time;2:tone last",
            Render("""
                {{- for t in topics -}}
                {{ for.index }}:{{ t }}{{ if for.first }} first{{ end }}{{ if for.last }} last{{ else }};{{ end }}
                {{- end }}
                """));

    [Fact]
    public void Loops_nest_and_give_the_outer_variable_back() =>
        Assert.Equal("aaabbbbbb", Render("{{ for t in topics; for u in topics; if t == 'trust' }}a{{ else }}b{{ end; end; end }}"));

    [Theory]
    [InlineData("none")]
    [InlineData("nothing")]
    public void For_over_nothing_writes_nothing(string list) => Assert.Equal("<>", Render($"<{{{{ for x in {list} }}}}x{{{{ end }}}}>"));

    [Theory]
    [InlineData("a \n {{- name -}} \n b", "aAdab")]
    [InlineData("a\n  {{~ if yes ~}}  \n  b\n  {{~ end ~}}\nc", "a\n  b\nc")]
    [InlineData("a\n\n{{~ name ~}}\n\nb", "a\n\nAda\nb")]
    [InlineData("a {{ name }} b", "a Ada b")]
    public void Dashes_eat_all_white_space_and_tildes_eat_one_line(string template, string expected) =>
        Assert.Equal(expected, Render(template));

    [Fact]
    public void Text_without_a_tag_is_written_as_it_is() => Assert.Equal("a } { b\r\n", Render("a } { b\r\n"));
}
