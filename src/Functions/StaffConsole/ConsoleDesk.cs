using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Staff;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.StaffConsole;

/// <summary>
/// What is the same for every page of the console: who comes, whether they may, whether a form is ours, what is kept of what they did. A
/// page that somebody may not see is like one that is not there.
/// </summary>
public sealed class ConsoleDesk(
    IEnumerable<ConsolePage> pages, Sessions sessions, SignInPages signIn, CohortReader reader, ICohortStore store, IMakeIds ids,
    ConsoleForms forms, ConsoleRenderer renderer, FailureAnswers failures, TimeProvider clock)
{
    public const string FormToken = "form_token";

    private readonly (ConsolePage Page, TemplateMatcher Path)[] _pages =
        // What is spelt out goes before what stands for anything.
        [.. pages.OrderBy(p => p.Route.Count(c => c == '{')).Select(p => (p, new TemplateMatcher(TemplateParser.Parse(p.Route), [])))];

    public async Task<IResult> AnswerAsync(
        HttpRequest request, DurableTaskClient client, string path, CancellationToken cancellation)
    {
        var isPost = HttpMethods.IsPost(request.Method);
        var posted = isPost ? await forms.ReadAsync(request, cancellation) : (new Dictionary<string, string>(StringComparer.Ordinal), null);
        if (posted is null)
        {
            return failures.Of(request.HttpContext, TroublePages.NotAForm, new Refusal(
                RefusalKind.Unreadable, "This is no form of ours, or it is too large", "Nothing was changed. Send it again, or in parts."));
        }

        FailureAnswers.Keep(request.HttpContext, WithoutToken(posted.Value.Fields));
        if (SignInPages.Has(path))
        {
            return await signIn.AnswerAsync(request, client, path, isPost ? posted.Value.Fields : null, cancellation);
        }

        if (await sessions.FindAsync(request, cancellation) is not { } session)
        {
            return SignInPages.First(request, path, isPost);
        }

        if (await FindAsync(request, client, path, session, cancellation) is not (var page, var visit))
        {
            return NothingHere(request);
        }

        if (!isPost)
        {
            return renderer.Result(visit, await page.ShowAsync(visit, cancellation), () => NothingHere(request));
        }

        if (!IsOurs(session, posted.Value.Fields))
        {
            return failures.Of(request.HttpContext, TroublePages.StaleForm, new Refusal(
                RefusalKind.NotAllowed, "This form is not of your present session", "Nothing was changed. Open the page again."));
        }

        visit = visit with { Posted = WithoutToken(posted.Value.Fields), File = posted.Value.File };
        var answer = await page.DoAsync(visit, cancellation);
        await AfterAsync(visit, answer, cancellation);
        return renderer.Result(visit, answer, () => NothingHere(request));
    }

    private async Task<(ConsolePage Page, Visit Visit)?> FindAsync(
        HttpRequest request, DurableTaskClient client, string path, StaffSession session, CancellationToken cancellation)
    {
        var route = new RouteValueDictionary();
        var page = _pages.FirstOrDefault(p => p.Path.TryMatch("/" + path, route)).Page;
        if (page is null)
        {
            return null;
        }

        var member = sessions.WhoIs(session);
        var visit = new Visit
        {
            Request = request,
            Session = session,
            Member = member,
            Client = client,
            Path = path,
            Route = route.ToDictionary(r => r.Key, r => r.Value?.ToString() ?? "", StringComparer.Ordinal),
            Now = clock.GetUtcNow(),
        };
        var audience = HttpMethods.IsPost(request.Method) ? page.DoneBy : page.Audience;
        return audience switch
        {
            Audience.Staff => (page, visit),
            Audience.Administrator => member.Administers ? (page, visit) : null,
            Audience.Team or Audience.Lead or Audience.Coordinator or Audience.Safeguarding =>
                await reader.FindHeadAsync(visit.CohortId, cancellation) is { } head && member.IsAmong(audience, head.Definition)
                    ? (page, visit with { Head = head })
                    : null,
            var other => throw new InvalidOperationException($"Nothing says who may see pages for {other}."),
        };
    }

    /// <summary>What was done is kept first: the page that follows may show it.</summary>
    private async Task AfterAsync(Visit visit, ConsoleAnswer answer, CancellationToken cancellation)
    {
        if (answer.Deed is { } deed)
        {
            var at = clock.GetUtcNow();
            var entry = new AuditEntry
            {
                CohortId = visit.Head is null ? StaffSession.Partition : visit.CohortId,
                Id = AuditEntry.IdOf(at, ids.NewPersonId()),
                At = at,
                By = visit.Session.Email,
                Deed = deed.Name,
                AboutId = deed.AboutId,
                Reason = deed.Reason,
                Expires = visit.Head is null ? at + KeptWithoutCohort : RetentionClock.LastOf(visit.Cohort.Definition),
            };
            await store.TryCreateAsync(entry, cancellation);
        }

        if (answer.Nudges is { } cohortId)
        {
            await CohortOrchestration.NudgeAsync(visit.Client, cohortId, cancellation);
        }
    }

    /// <summary>How long it is known what an administrator did where no cohort's time says so.</summary>
    private static readonly TimeSpan KeptWithoutCohort = TimeSpan.FromDays(2 * 365);

    private static bool IsOurs(StaffSession session, IReadOnlyDictionary<string, string> posted) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(session.FormToken), Encoding.UTF8.GetBytes(posted.GetValueOrDefault(FormToken, "")));

    private static Dictionary<string, string> WithoutToken(IReadOnlyDictionary<string, string> posted) =>
        posted.Where(p => p.Key != FormToken).ToDictionary(StringComparer.Ordinal);

    private IResult NothingHere(HttpRequest request) => failures.Of(request.HttpContext, TroublePages.NothingHere, new Refusal(
        RefusalKind.NotFound, "There is nothing at this address", "Nothing was changed. GET /console/ leads to every page there is."));
}
