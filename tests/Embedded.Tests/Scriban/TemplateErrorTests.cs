using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using static ReverseMentoring.Embedded.Tests.Scriban.Rendering;

namespace ReverseMentoring.Embedded.Tests.Scriban;

public class TemplateErrorTests
{
    [Theory]
    [InlineData("one\ntwo {{ unknown }}", "letter.md(2,8)")]
    [InlineData("{{ event.unknown }}", "letter.md(1,10)")]
    [InlineData("{{ nothing.name }}", "letter.md(1,12)")]
    [InlineData("{{ event }}", "letter.md(1,4)")]
    [InlineData("{{ for x in name }}{{ end }}", "letter.md(1,13)")]
    [InlineData("{{ yes < event }}", "letter.md(1,8)")]
    public void A_value_that_is_not_there_is_an_error_with_its_place(string template, string place)
    {
        var failure = Assert.Throws<ScriptRuntimeException>(() => Render(template));
        Assert.StartsWith(place + " : error : ", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a {{ name", "letter.md(1,3)")]
    [InlineData("{{ if yes }}a", "letter.md(1,4)")]
    [InlineData("{{ for x in topics }}a", "letter.md(1,4)")]
    [InlineData("a{{ end }}", "letter.md(1,5)")]
    [InlineData("{{ name number }}", "letter.md(1,9)")]
    [InlineData("{{ \"open }}", "letter.md(1,4)")]
    [InlineData("{{ name | no.such }}", "letter.md(1,11)")]
    [InlineData("{{ name = 3 }}", "letter.md(1,9)")]
    [InlineData("\n{{ (name }}", "letter.md(2,10)")]
    [InlineData("{{ when }}", "letter.md(1,4)")]
    public void A_faulty_template_has_errors_and_does_not_throw(string template, string place) =>
        Assert.StartsWith(place, FirstError(template), StringComparison.Ordinal);

    [Fact]
    public void A_faulty_template_cannot_be_rendered() =>
        Assert.Throws<InvalidOperationException>(() => Template.Parse("{{ if }}").Render(new TemplateContext()));

    [Fact]
    public void Without_strictness_what_is_not_there_is_null()
    {
        var context = new TemplateContext();
        context.PushGlobal(new ScriptObject { ["event"] = new ScriptObject() });
        Assert.Equal("<>", Template.Parse("<{{ unknown }}{{ event.unknown }}>").Render(context));
    }

    [Fact]
    public void Strict_variables_alone_still_forgive_a_missing_member()
    {
        var context = new TemplateContext { StrictVariables = true };
        context.PushGlobal(new ScriptObject { ["event"] = new ScriptObject() });
        Assert.Equal("<>", Template.Parse("<{{ event.unknown }}>").Render(context));
    }

    [Fact]
    public void An_override_of_Write_sees_every_value_and_no_text() =>
        Assert.Equal("name (Ada) 1 (x)", Render("name {{ name }} 1 {{ \"x\" }}", new Bracketing()));

    [Fact]
    public void A_value_is_never_read_as_a_template()
    {
        var context = new TemplateContext();
        context.PushGlobal(new ScriptObject { ["name"] = "{{ 1 }}" });
        Assert.Equal("{{ 1 }}", Template.Parse("{{ name }}").Render(context));
    }

    [Fact]
    public void An_endless_template_ends()
    {
        var context = new TemplateContext { LoopLimit = 8 };
        Assert.Throws<ScriptRuntimeException>(() =>
            Render("{{ for a in topics }}{{ for b in topics }}{{ end }}{{ end }}", context));
    }

    private sealed class Bracketing : TemplateContext
    {
        public override TemplateContext Write(SourceSpan span, object? textAsObject) => Write($"({ObjectToString(textAsObject)})");
    }
}
