using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Mail;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Store;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.Activities;

/// <summary>
/// Sends the link of one request to sign in, where its address is one of the staff's. Run twice it sends the same email under the same id
/// with another link, of which the last one counts.
/// </summary>
public sealed class SendSignIn(
    ICohortStore store, IMakeIds ids, IRenderEmails emails, ISendMail provider, MailQuota quota, PageRenderer pages,
    StaffOptions staff, WebOptions web, MailOptions mail, TimeProvider clock)
{
    [Function(ActivityNames.SendSignIn)]
    public async Task RunAsync([ActivityTrigger] string requestId, CancellationToken cancellation)
    {
        var found = await store.FindAsync<SignInRequest>(StaffSession.Partition, requestId, cancellation);
        if (found?.Value is not { UsedAt: null } request)
        {
            return;
        }

        if (!await IsStaffAsync(request.Email, cancellation))
        {
            // Whose address it is, is nothing to keep.
            await store.DeleteAsync(StaffSession.Partition, requestId, cancellation);
            return;
        }

        if ((await quota.AskAsync(1, cancellation)).Granted == 0)
        {
            throw new TimeoutException("The quota has no room for the link to sign in; it is tried again.");
        }

        var secret = ids.NewLinkSecret();
        await store.UpdateAsync<SignInRequest>(
            StaffSession.Partition, requestId, r => r with { Link = Digest.Of(secret) }, cancellation);
        var link = new Link(new Uri(web.BaseAddress, $"console/enter/{requestId}.{secret}"));
        var outcome = await provider.SendAsync(Write(request, link), cancellation);
        if (outcome is SendOutcome.Throttled or SendOutcome.Unavailable)
        {
            throw new TimeoutException("The mail server did not take the link to sign in; it is tried again.");
        }
    }

    private OutgoingEmail Write(SignInRequest request, Link link)
    {
        var service = pages.WordsOf("_words")["service"];
        var contact = EmailAddress.Parse(web.Contact)?.Value ?? mail.FromAddress;
        var content = emails.Render("staff/sign-in", Of(
            ("scheme", Of(
                ("name", service), ("contact_name", service), ("contact_email", MailOrText(contact)),
                ("support_line_name", null), ("support_line_phone", null), ("support_line_note", null))),
            ("cohort", Of(("name", ""))),
            ("recipient", Of(("name", ""), ("role", ""), ("kind", "staff"))),
            ("link", link),
            ("withdraw_link", null),
            ("minutes", (int)SignInRequest.Life.TotalMinutes),
            ("footer", Of(("reason", "signs-in"), ("who_sees", ""), ("link_until", null)))));
        return new OutgoingEmail($"{StaffSession.Partition}-{request.Id}", service, contact, request.Email, clock.GetUtcNow(), content);
    }

    private async Task<bool> IsStaffAsync(string email, CancellationToken cancellation)
    {
        if (staff.Administrators.Any(a => EmailAddress.Same(a, email)))
        {
            return true;
        }

        var found = false;
        foreach (var id in await store.ListCohortsAsync(cancellation))
        {
            found |= await store.FindAsync<Cohort>(id, Cohort.DocumentId, cancellation) is { Value: { } cohort }
                && cohort.Definition.RoleOf(email) is not null;
        }

        return found;
    }
}
