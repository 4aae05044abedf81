using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ReverseMentoring.Functions.Adapters;
using ReverseMentoring.Functions.Adapters.Holidays;
using ReverseMentoring.Functions.Rendering;

namespace ReverseMentoring.Functions.Tests.Rendering;

/// <summary>The templates as they are shipped beside the app.</summary>
internal static class Templates
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "templates");

    public static readonly Languages Languages = new(Folder);

    public static readonly LookSheet Look = new(Folder);

    public static readonly SchemeFolder Schemes = new(
        Path.Combine(AppContext.BaseDirectory, "schemes"), Languages, new PublicHolidayCalendars().Countries, Look);

    public static readonly TemplateCatalogue Catalogue = new(Folder);

    public static readonly TemplateEmails Emails = new(Folder, Look);

    public static readonly PageRenderer Pages = new(Folder);

    public static IHtmlDocument Parse(string html) => new HtmlParser(new HtmlParserOptions { IsStrictMode = false }).ParseDocument(html);

    public static TheoryData<string> EmailNames => [.. Catalogue.EmailNames];

    public static TheoryData<string> PageNames => [.. Catalogue.PageNames];
}
