using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Mail;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Settings;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.StaffConsole.Emails;

/// <summary>One email before anybody gets it: to read, and to send to oneself.</summary>
public sealed class EmailPage(IRenderEmails emails, ISendMail provider, MailQuota quota, PageRenderer pages, WebOptions web) : ConsolePage
{
    public override string Route => "cohorts/{cohort}/emails/{template}";

    public override Audience Audience => Audience.Coordinator;

    public override Task<ConsoleAnswer> ShowAsync(Visit visit, CancellationToken cancellation) =>
        Task.FromResult(Rendered(visit) is { } email ? Show(visit, email) : ConsoleAnswer.NothingHere);

    public override async Task<ConsoleAnswer> DoAsync(Visit visit, CancellationToken cancellation)
    {
        if (visit.Does != "send" || Rendered(visit) is not { } email)
        {
            return ConsoleAnswer.NoSuchButton;
        }

        var to = EmailAddress.Parse(visit.Session.Email)?.Value ?? visit.Cohort.Definition.Coordinator.Email;
        var template = visit.Route["template"];
        var words = pages.WordsOf("console/email");
        if ((await quota.AskOnDemandAsync(1, cancellation)).Granted == 0)
        {
            return Show(visit, email).Refused(new Refusal(RefusalKind.Later, words["later.happened"], words["later.advice"]));
        }

        var id = $"{visit.CohortId}-sample-{template}-{visit.Now.UtcTicks:D}";
        var outcome = await provider.SendAsync(
            new OutgoingEmail(id, visit.Cohort.Scheme.Name, visit.Cohort.Scheme.Contact.Email, to, visit.Now, email), cancellation);
        return outcome is SendOutcome.Accepted
            ? ConsoleAnswer.Done($"cohorts/{visit.CohortId}/emails/{template}", new Deed("sent-to-me", template))
            : Show(visit, email).Refused(new Refusal(RefusalKind.Later, words["refused.happened"], words["refused.advice"]));
    }

    private RenderedEmail? Rendered(Visit visit)
    {
        var words = pages.WordsOf("console/email");
        var cohort = visit.Cohort with { People = [], Pairs = [] };
        return new SampleEmail(cohort, emails, pages, web.BaseAddress, visit.Now)
            .Render(visit.Route["template"], words["sample.mentor"], words["sample.mentee"]);
    }

    private ConsoleAnswer Show(Visit visit, RenderedEmail email)
    {
        var template = visit.Route["template"];
        return new ConsoleAnswer("email", Of(
            ("name", pages.WordsOf(MailWords.Template).Find([$"mail.{template}"], [("number", 1)]) ?? template),
            ("template", template),
            ("subject", email.Subject),
            ("lines", email.Text.Split('\n')),
            ("to", EmailAddress.Parse(visit.Session.Email)?.Value ?? visit.Cohort.Definition.Coordinator.Email),
            ("draft", visit.Cohort.Cohort.Status == CohortStatus.Draft)))
        {
            Place = "emails",
        };
    }
}
