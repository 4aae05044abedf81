using System.Text;
using ReverseMentoring.Functions.Adapters;
using ReverseMentoring.Functions.Adapters.Holidays;
using ReverseMentoring.Functions.Tests.Service;
using static ReverseMentoring.Functions.Tests.Rendering.Templates;

namespace ReverseMentoring.Functions.Tests.Rendering;

/// <summary>The colours and marks of schemes, which their scheme.json sets and everything else follows.</summary>
public sealed class LookSheetTests : IDisposable
{
    /// <summary>Bytes, before compression (the design system's limit).</summary>
    private const int Longest = 16 * 1024;

    private readonly string _folder = Directory.CreateTempSubdirectory("schemes").FullName;

    [Fact]
    public async Task The_style_sheet_has_each_schemes_colour_and_stays_short()
    {
        await using var service = await TestService.StartAsync();
        var sheet = (await service.Browser.AskAsync("assets/look.css")).Text;
        foreach (var scheme in Schemes.Ids.Select(id => Schemes.Find(id)!))
        {
            Assert.Contains(
                $"[data-scheme=\"{scheme.Id}\"] {{ --accent-light: {scheme.Face!.AccentLight}; --accent-dark: {scheme.Face.AccentDark} }}",
                sheet,
                StringComparison.Ordinal);
        }

        Assert.InRange(Encoding.UTF8.GetByteCount(sheet), 1, Longest);
    }

    [Fact]
    public void The_services_own_colour_can_be_read_on_every_ground() => Assert.Empty(Look.Face.Problems(Look.Light, Look.Dark));

    [Fact]
    public void An_email_has_the_colours_of_its_scheme_in_light_and_dark()
    {
        var html = Emails.Render("invitation", With("#214c8b", "#a6c2f2", "")).Html;
        Assert.Contains("fillcolor=\"#214c8b\"", html, StringComparison.Ordinal);
        Assert.Contains("background-color: #a6c2f2 !important", html, StringComparison.Ordinal);
        Assert.DoesNotContain("#583265", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_mark_is_two_rings_or_the_schemes_letters()
    {
        var rings = Parse(Emails.Render("invitation", With("#214c8b", "#a6c2f2", "")).Html);
        Assert.NotNull(rings.QuerySelector(".ring"));
        Assert.Null(rings.QuerySelector(".letters"));
        var letters = Parse(Emails.Render("invitation", With("#214c8b", "#a6c2f2", "LLR")).Html);
        Assert.Null(letters.QuerySelector(".ring"));
        Assert.Equal("LLR", letters.QuerySelector(".letters")!.TextContent);
    }

    [Fact]
    public void A_scheme_whose_colour_cannot_be_read_keeps_the_service_from_starting_and_says_how_to_mend_it()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schemes", "judicial", "scheme.json"));
        Directory.CreateDirectory(Path.Combine(_folder, "judicial"));
        File.WriteAllText(
            Path.Combine(_folder, "judicial", "scheme.json"), text.Replace("#583265", "#b98fc8", StringComparison.Ordinal));
        var failure = Assert.Throws<InvalidOperationException>(
            () => new SchemeFolder(_folder, Templates.Languages, new PublicHolidayCalendars().Countries, Look));
        Assert.Contains("judicial/scheme.json", failure.Message, StringComparison.Ordinal);
        Assert.Contains("face.accentLight #b98fc8 can't be read beside paper", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Make it darker.", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Dictionary<string, object?> With(string light, string dark, string mark)
    {
        var model = EmailModels.Full("invitation");
        model["scheme"] = new Dictionary<string, object?>((Dictionary<string, object?>)model["scheme"]!)
        {
            ["accent_light"] = light,
            ["accent_dark"] = dark,
            ["mark"] = mark,
        };
        return model;
    }
}
