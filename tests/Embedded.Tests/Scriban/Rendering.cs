using Scriban;
using Scriban.Runtime;

namespace ReverseMentoring.Embedded.Tests.Scriban;

/// <summary>Renders a template against a few values, strictly.</summary>
internal static class Rendering
{
    public static string Render(string text, TemplateContext? context = null)
    {
        var template = Template.Parse(text, "letter.md");
        Assert.False(template.HasErrors, template.Messages.ToString());
        context ??= new TemplateContext();
        context.StrictVariables = true;
        context.EnableRelaxedMemberAccess = false;
        context.PushGlobal(Values());
        return template.Render(context);
    }

    public static string FirstError(string text) => Template.Parse(text, "letter.md").Messages[0].ToString();

    private static ScriptObject Values() => new()
    {
        ["name"] = "Ada",
        ["empty"] = "",
        ["nothing"] = null,
        ["number"] = 3,
        ["half"] = 0.5,
        ["yes"] = true,
        ["no"] = false,
        ["event"] = new ScriptObject { ["name"] = "Launch", ["room"] = new ScriptObject { ["floor"] = 2 } },
        ["topics"] = new ScriptArray { "trust", "time", "tone" },
        ["none"] = new ScriptArray(),
    };
}
