using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.Tests.Schemes;

public class FaceTests
{
    private static readonly Palette Light = Ground(isDark: false, "#f7f4ec");
    private static readonly Palette Dark = Ground(isDark: true, "#17191c");

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#ffffff", "#000000", 21)]
    [InlineData("#777777", "#777777", 1)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#767676", "#fff", 4.54)]
    public void Contrast_is_that_of_WCAG(string one, string other, double ratio) =>
        Assert.Equal(ratio, Colour.Parse(one)!.ContrastWith(Colour.Parse(other)!), 0.005);

    [Fact]
    public void A_colour_that_can_be_read_on_its_ground_is_taken()
    {
        Assert.Empty(new Face("#583265", "#d6b6e4").Problems(Light, Dark));
        Assert.Empty(new Face("#583265", "#d6b6e4", "LLR").Problems(Light, Dark));
    }

    [Theory]
    [InlineData("#b98fc8", "#d6b6e4", "face.accentLight #b98fc8 can't be read beside paper (#f7f4ec)", "darker")]
    [InlineData("#583265", "#583265", "face.accentDark #583265 can't be read beside paper (#17191c)", "lighter")]
    public void One_that_cannot_is_refused_with_the_contrast_and_what_to_do(string light, string dark, string what, string advice)
    {
        var problem = Assert.Single(new Face(light, dark).Problems(Light, Dark));
        Assert.StartsWith(what, problem, StringComparison.Ordinal);
        Assert.EndsWith($"Make it {advice}.", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("purple", "#d6b6e4", "", "face.accentLight")]
    [InlineData("#5832", "#d6b6e4", "", "face.accentLight")]
    [InlineData("#58326g", "#d6b6e4", "", "face.accentLight")]
    [InlineData("#583265", "", "", "face.accentDark")]
    [InlineData("#583265", "#d6b6e4", "JRMS", "face.mark")]
    [InlineData("#583265", "#d6b6e4", "<b>", "face.mark")]
    public void What_is_no_colour_or_no_mark_is_refused_by_its_field(string light, string dark, string mark, string field) =>
        Assert.StartsWith(field, Assert.Single(new Face(light, dark, mark).Problems(Light, Dark)), StringComparison.Ordinal);

    private static Palette Ground(bool isDark, string colour) =>
        new(isDark, new Dictionary<string, Colour> { ["paper"] = Colour.Parse(colour)! });
}
