using Microsoft.AspNetCore.Http;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Settings;

namespace ReverseMentoring.Functions.Web;

/// <summary>The pages for people to whom no other page can be given: whatever they typed is on them.</summary>
public sealed class TroublePages(PageRenderer renderer, WebOptions web)
{
    /// <summary>The service can't be reached behind its pages, for the time being.</summary>
    public const string Unavailable = "unavailable";

    /// <summary>Something in the service went wrong.</summary>
    public const string Failed = "failed";

    public const string TooLong = "too-long";

    /// <summary>What was sent is no form of ours.</summary>
    public const string NotAForm = "not-a-form";

    public const string NothingHere = "nothing-here";

    /// <summary>A form of the console that is not of the present session.</summary>
    public const string StaleForm = "stale-form";

    private static readonly Dictionary<string, string> Nothing = new(StringComparer.Ordinal);

    /// <param name="what">One of the kinds above: a key of the words of the page.</param>
    /// <param name="typed">What was sent, by the names of the questions.</param>
    public ShownPage Page(string what, IReadOnlyDictionary<string, string>? typed = null)
    {
        var words = renderer.WordsOf("trouble");
        var answers = TypedText.Listed(typed ?? Nothing);
        var own = TemplateValues.Of(("happened", words[$"{what}.happened"]), ("advice", words[$"{what}.advice"]), ("typed", answers));
        var values = PageValues.Of(null, words, own, web.Contact);
        return new ShownPage(StatusOf(what), renderer.Render(new Page("trouble", words[$"{what}.title"], values, [], "")));
    }

    private static int StatusOf(string what) => what switch
    {
        Unavailable => StatusCodes.Status503ServiceUnavailable,
        Failed => StatusCodes.Status500InternalServerError,
        TooLong => StatusCodes.Status413PayloadTooLarge,
        NotAForm => StatusCodes.Status400BadRequest,
        NothingHere => StatusCodes.Status404NotFound,
        StaleForm => StatusCodes.Status403Forbidden,
        _ => throw new ArgumentException($"There is no page for {what}.", nameof(what)),
    };
}
