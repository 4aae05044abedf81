using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Recruiting;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Functions.Recruiting;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Web;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.Links;

/// <summary>
/// The open page of a cohort: what the scheme is, what each role asks for, and the form. Robots are kept out by limits and by the email
/// that has to be answered; nobody solves a puzzle.
/// </summary>
public sealed class ApplyPages(
    CohortReader reader, Applicants applicants, PageRenderer renderer, TroublePages trouble, Callers callers)
{
    private static readonly Dictionary<string, string> Nothing = new(StringComparer.Ordinal);

    /// <param name="role">As in addresses; empty or unknown: none in particular.</param>
    public async Task<ShownPage> ShowAsync(string cohortId, string role, bool nominates, CancellationToken cancellation)
    {
        if (await FindAsync(cohortId, cancellation) is not var (cohort, plan))
        {
            return trouble.Page(TroublePages.NothingHere);
        }

        if (applicants.IsClosed(cohort))
        {
            return Closed(cohort, Nothing);
        }

        var chosen = plan.For.Select(ApplicationForm.WordOf).FirstOrDefault(w => w == role);
        var typed = chosen is null
            ? Nothing
            : new Dictionary<string, string>(StringComparer.Ordinal) { [ApplicationForm.WishField] = chosen };
        return Form(cohort, plan, nominates, typed, [], 200);
    }

    public async Task<ShownPage> AnswerAsync(
        string cohortId, string caller, IReadOnlyDictionary<string, string> posted, bool nominates, CancellationToken cancellation)
    {
        if (await FindAsync(cohortId, cancellation) is not var (cohort, plan))
        {
            return trouble.Page(TroublePages.NothingHere, posted);
        }

        if (applicants.IsClosed(cohort))
        {
            return Closed(cohort, posted);
        }

        var read = nominates
            ? ApplicationForm.ReadNomination(cohort, posted).Then<Asked>(n => new Asked(
                n.Email, a => a with { Name = n.Name, Wish = n.Wish, NominatedBy = n.By }))
            : ApplicationForm.Read(cohort, posted, null).Then<Asked>(text => new Asked(text.Email, text.Over));
        if (!read.Succeeded)
        {
            return Form(cohort, plan, nominates, posted, read.Problems, 422);
        }

        var (sent, full) = callers.MayAsk(caller)
            ? await applicants.TakeAsync(cohort, read.Value.Text, read.Value.Email, nominates, cancellation)
            : (false, true);
        return full && !sent
            ? Form(cohort, plan, nominates, posted, [new Problem(ApplicationForm.Email, "later")], 429)
            : Sent(cohort, nominates, posted) with { Nudges = sent ? cohortId : null };
    }

    private async Task<(CohortSnapshot Cohort, ApplicationPlan Plan)?> FindAsync(string cohortId, CancellationToken cancellation) =>
        await reader.FindHeadAsync(cohortId, cancellation) is { Definition.Applications: { } plan, Scheme.Recruiting: not null } cohort
            && cohort.Cohort.Status is not CohortStatus.Draft
            ? (cohort, plan)
            : null;

    private ShownPage Form(
        CohortSnapshot cohort, ApplicationPlan plan, bool nominates, IReadOnlyDictionary<string, string> typed,
        IReadOnlyList<Problem> problems, int status)
    {
        var page = nominates ? "apply-nominate" : "apply";
        var pages = renderer.In(cohort.Scheme.Language);
        var words = pages.WordsOf(page);
        var questions = nominates ? ApplicationForm.NominationQuestions(cohort) : ApplicationForm.Questions(cohort, knowsAddress: false);
        var recruiting = cohort.Scheme.Recruiting!;
        var asks = typed.GetValueOrDefault(ApplicationForm.WishField, "");
        var own = Of(
            ("about", recruiting.About),
            ("purpose", cohort.Definition.Purpose),
            ("roles", Roles(recruiting, plan, asks)),
            ("other_ways", plan.For.Contains(Wish.Helper) ? recruiting.OtherWays : ""),
            ("closes", Words(cohort, plan.Closes)),
            ("answered_by", Words(cohort, plan.AnsweredBy)),
            ("launch", Words(cohort, cohort.Definition.Launch.At)),
            ("undertakings", cohort.Scheme.Undertakings));
        return new ShownPage(status, pages.Render(new Page(
            page, words["title"], PageValues.Of(cohort, words, own),
            FormPages.FieldsOf(questions, words, typed, problems), words["button"])));
    }

    /// <summary>The one that is asked about stands first, and open.</summary>
    private static List<Dictionary<string, object?>> Roles(SchemeRecruiting recruiting, ApplicationPlan plan, string asks) =>
    [
        .. from role in new[] { (Wish.ReverseMentor, recruiting.ReverseMentor), (Wish.ReverseMentee, recruiting.ReverseMentee) }
           where plan.For.Contains(role.Item1)
           let word = ApplicationForm.WordOf(role.Item1)
           orderby word == asks ? 0 : 1
           select Of(
               ("word", word), ("about", role.Item2.About), ("specification", role.Item2.Specification), ("chosen", word == asks)),
    ];

    private ShownPage Sent(CohortSnapshot cohort, bool nominates, IReadOnlyDictionary<string, string> posted)
    {
        var pages = renderer.In(cohort.Scheme.Language);
        var words = pages.WordsOf("apply-sent");
        var own = Of(
            ("nominates", nominates), ("days", Application.TimeToConfirm.Days), ("typed", TypedText.Listed(posted)));
        return new ShownPage(200, pages.Render(new Page("apply-sent", words["title"], PageValues.Of(cohort, words, own), [], "")));
    }

    private ShownPage Closed(CohortSnapshot cohort, IReadOnlyDictionary<string, string> posted)
    {
        var pages = renderer.In(cohort.Scheme.Language);
        var words = pages.WordsOf("closed");
        var typed = TypedText.Listed(posted);
        var own = Of(("because", pages.WordsOf("apply")["closed"]), ("typed", typed));
        return new ShownPage(
            typed.Count > 0 ? 409 : 200,
            pages.Render(new Page("closed", words["title"], PageValues.Of(cohort, pages.WordsOf("apply"), own), [], "")));
    }

    private static string Words(CohortSnapshot cohort, DateTime local) =>
        cohort.Scheme.Words.DateAndTimeOf(cohort.Instant(local), cohort.Definition.Zone);

    private sealed record Asked(string Email, Func<Application, Application> Text);
}
