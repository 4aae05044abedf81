using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Recruiting;
using ReverseMentoring.Functions.Recruiting;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Web;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.Links;

/// <summary>
/// The pages behind the link in an email to somebody who applied, or was put forward. What they wrote is shown, and the application taken
/// back, only to whoever types the address.
/// </summary>
public sealed class ApplicantPages(
    CohortReader reader, Applicants applicants, PageRenderer renderer, CommonPages common, Callers callers, ICohortObserver observer,
    TimeProvider clock)
{
    private const string PageName = "application";
    private const string Does = "do";

    private static readonly Dictionary<string, string> Nothing = new(StringComparer.Ordinal);

    public static bool IsFor(LinkGrant link) => link.Purpose == ApplicantLinks.Purpose;

    public async Task<ShownPage> ShowAsync(LinkGrant link, LinkWish wish, CancellationToken cancellation)
    {
        if (await reader.FindHeadAsync(link.CohortId, cancellation) is not { } cohort)
        {
            return common.Unknown();
        }

        var application = await applicants.FindAsync(link.CohortId, link.PersonId, cancellation);
        var state = await StateOfAsync(cohort, application, cancellation);
        return wish == LinkWish.Change && MayChange(state) ? AskAddress(cohort, "", null, Nothing)
            : state == "nominated" ? Form(cohort, application!, ApplicationForm.Typed(application!), [], 200, null)
            : Page(cohort, application, state, 200);
    }

    public async Task<ShownPage> AnswerAsync(LinkGrant link, IReadOnlyDictionary<string, string> posted, CancellationToken cancellation)
    {
        if (await reader.FindHeadAsync(link.CohortId, cancellation) is not { } cohort)
        {
            return common.Unknown(posted);
        }

        var application = await applicants.FindAsync(link.CohortId, link.PersonId, cancellation);
        var state = await StateOfAsync(cohort, application, cancellation);
        if (application is null || !(MayChange(state) || state == "nominated"))
        {
            return Page(cohort, application, state, 200, posted);
        }

        if (posted.GetValueOrDefault(Does) == "confirm" && state == "confirm")
        {
            return await SendAsync(cohort, application, a => a, cancellation);
        }

        var address = posted.GetValueOrDefault(CommonPages.AddressField);
        if (state == "nominated" && address is null)
        {
            return await TakeAsync(cohort, application, posted, null, cancellation);
        }

        if (address is null || !callers.MayGuess(link.Id))
        {
            return AskAddress(cohort, address ?? "", address is null ? null : "later", posted);
        }

        if (!EmailAddress.Same(address, application.Email))
        {
            callers.GuessedWrong(link.Id);
            return AskAddress(cohort, address, "wrong", posted);
        }

        if (posted.GetValueOrDefault(Does) == "withdraw")
        {
            await applicants.WithdrawAsync(cohort, application, cancellation);
            return Page(cohort, null, "withdrawn", 200);
        }

        return posted.Keys.All(k => k == CommonPages.AddressField)
            ? Form(cohort, application, ApplicationForm.Typed(application), [], 200, address)
            : await TakeAsync(cohort, application, posted, address, cancellation);
    }

    private static bool MayChange(string state) => state is "confirm" or "waiting";

    private async Task<ShownPage> TakeAsync(
        CohortSnapshot cohort, Application application, IReadOnlyDictionary<string, string> posted, string? address,
        CancellationToken cancellation)
    {
        var read = ApplicationForm.Read(cohort, posted, application.Email);
        return read.Succeeded
            ? await SendAsync(cohort, application, read.Value.Over, cancellation)
            : Form(cohort, application, posted, read.Problems, 422, address);
    }

    private async Task<ShownPage> SendAsync(
        CohortSnapshot cohort, Application application, Func<Application, Application> text, CancellationToken cancellation)
    {
        var confirmed = await applicants.ConfirmAsync(cohort, application, text, cancellation);
        if (confirmed is null)
        {
            return Page(cohort, null, "over", 200);
        }

        observer.Answered(application.CohortId, application.Id, ApplicantLinks.Purpose, 0, clock.GetUtcNow());
        return ShownPage.At(LinkWishes.QueryOf(LinkWish.Receipt));
    }

    /// <summary>Where it stands, as a key of the page's words.</summary>
    private async Task<string> StateOfAsync(CohortSnapshot cohort, Application? application, CancellationToken cancellation) =>
        application is null ? "over"
        : application is { Answer: ApplicationAnswer.Declined or ApplicationAnswer.Late } ? "declined"
        : application.Helps ? "helps"
        : application.AnsweredAt is not null || await applicants.TakesPartAsync(application, cancellation) ? "over"
        : application.ConfirmedAt is not null ? "waiting"
        : applicants.IsClosed(cohort) ? "closed"
        : application.Why.Length == 0 ? "nominated"
        : "confirm";

    private ShownPage AskAddress(CohortSnapshot cohort, string typed, string? problem, IReadOnlyDictionary<string, string> along) =>
        common.ConfirmAddress(cohort, renderer.In(cohort.Scheme.Language).WordsOf(PageName)["what"], typed, problem, along);

    private ShownPage Form(
        CohortSnapshot cohort, Application application, IReadOnlyDictionary<string, string> typed, IReadOnlyList<Problem> problems,
        int status, string? address)
    {
        var pages = renderer.In(cohort.Scheme.Language);
        var words = pages.WordsOf(PageName);
        var questions = FormPages.FieldsOf(
            ApplicationForm.Questions(cohort, knowsAddress: true), pages.WordsOf("apply"), typed, problems);
        IReadOnlyList<FormField> fields = address is null
            ? questions
            : [new FormField(CommonPages.AddressField, "", FieldKind.Hidden) { Value = address }, .. questions];
        var state = application.Why.Length == 0 ? "nominated" : "change";
        return new ShownPage(status, pages.Render(new Page(
            PageName, words[$"{state}.title"], ValuesOf(cohort, application, state, words, Nothing), fields, words["button"])));
    }

    private ShownPage Page(
        CohortSnapshot cohort, Application? application, string state, int status, IReadOnlyDictionary<string, string>? posted = null)
    {
        var pages = renderer.In(cohort.Scheme.Language);
        var words = pages.WordsOf(PageName);
        return new ShownPage(status, pages.Render(new Page(
            PageName, words[$"{state}.title"], ValuesOf(cohort, application, state, words, posted ?? Nothing), [], "")));
    }

    private static Dictionary<string, object?> ValuesOf(
        CohortSnapshot cohort, Application? application, string state, PageWords words, IReadOnlyDictionary<string, string> posted)
    {
        string When(DateTimeOffset at) => cohort.Scheme.Words.DateAndTimeOf(at, cohort.Definition.Zone);
        var plan = cohort.Definition.Applications;
        return PageValues.Of(cohort, words, Of(
            ("state", state),
            ("by", application?.NominatedBy ?? ""),
            ("wish", application is null ? "" : ApplicationForm.WordOf(application.Wish)),
            ("at", application is null ? "" : When(application.ConfirmedAt ?? application.At)),
            ("answered_by", plan is null ? "" : When(cohort.Instant(plan.AnsweredBy))),
            ("other_ways", cohort.Scheme.Recruiting?.OtherWays ?? ""),
            ("coordinator", cohort.Definition.Coordinator.Name),
            ("purpose", cohort.Definition.Purpose),
            ("about", cohort.Scheme.Recruiting?.About ?? ""),
            ("typed", TypedText.Listed(posted))));
    }
}
