using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Recruiting;
using ReverseMentoring.Functions.People;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Recruiting;

/// <summary>Reads what people applied for, and answers it: what the API and the console do alike.</summary>
public sealed class ApplicationDesk(ICohortStore store, Applicants applicants, PeopleAdder adder, TimeProvider clock)
{
    /// <summary>Those that wait, the oldest first, those who help, and counts of all.</summary>
    public async Task<ListedApplications> ListAsync(CohortSnapshot cohort, CancellationToken cancellation)
    {
        var all = await AllAsync(cohort.Cohort.CohortId, cancellation);
        var applied = await store.ListAsync<Applied>(cohort.Cohort.CohortId, Applied.DocumentKind, cancellation);
        return new ListedApplications(
            [.. all.Where(a => a.Waits).OrderBy(a => a.ConfirmedAt).Select(ListedApplication.Of)],
            [.. all.Where(a => a.Helps).OrderBy(a => a.ConfirmedAt).Select(ListedApplication.Of)],
            AppliedCounts.Of(cohort.Scheme, [.. all.Where(a => a.Waits).Select(a => a.Count(ApplicationAnswer.None, default)),
                .. applied.Select(a => a.Value)]));
    }

    public async Task<Outcome<AnsweredApplication>> AnswerAsync(
        CohortSnapshot cohort, string id, ApplicationDecision decision, CancellationToken cancellation)
    {
        if (await applicants.FindAsync(cohort.Cohort.CohortId, id, cancellation) is not { ConfirmedAt: not null } application)
        {
            return new Refusal(
                RefusalKind.NotFound, "There is no such application",
                "It was answered, taken back, or its time was over. Nothing was changed.");
        }

        return !application.Waits ? Refusal.Conflict("This application is answered already; the person has been told.")
            : !decision.IsAccepted && application.AnsweredAt is not null
                ? Refusal.Conflict("Somebody has accepted this application at this very moment. Press accept again to finish that.")
            : !decision.IsAccepted ? await DeclineAsync(cohort, application, decision, cancellation)
            : application.Wish == Wish.Helper ? await AcceptHelpAsync(cohort, application, decision, cancellation)
            : await AcceptAsync(cohort, application, decision, cancellation);
    }

    /// <summary>Whom a coordinator has yet to answer.</summary>
    public async Task<int> CountWaitingAsync(string cohortId, CancellationToken cancellation) =>
        (await AllAsync(cohortId, cancellation)).Count(a => a.Waits);

    private async Task<IReadOnlyList<Application>> AllAsync(string cohortId, CancellationToken cancellation) =>
        [.. (await store.ListAsync<Application>(cohortId, Application.DocumentKind, cancellation)).Select(a => a.Value)];

    private Task<Outcome<AnsweredApplication>> DeclineAsync(
        CohortSnapshot cohort, Application application, ApplicationDecision decision, CancellationToken cancellation) =>
        SettleAsync(
            cohort, application, ApplicationAnswer.Declined, decision.Words, clock.GetUtcNow() + Application.KeptDeclined, cancellation);

    /// <summary>Kept, so that the coordinator knows whom to turn to, until the cohort has been looked back on.</summary>
    private Task<Outcome<AnsweredApplication>> AcceptHelpAsync(
        CohortSnapshot cohort, Application application, ApplicationDecision decision, CancellationToken cancellation) =>
        SettleAsync(
            cohort, application, ApplicationAnswer.Accepted, decision.Words, cohort.Instant(cohort.Definition.Evaluation.Closes),
            cancellation);

    /// <summary>
    /// The answer, its count and its email, each once; what a crash leaves out is made good when all are to be answered. Of two answers at
    /// once the first stands.
    /// </summary>
    private async Task<Outcome<AnsweredApplication>> SettleAsync(
        CohortSnapshot cohort, Application application, ApplicationAnswer answer, string words, DateTimeOffset expires,
        CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var settled = await store.UpdateAsync<Application>(
            application.CohortId, application.Id, a => a.Answered(answer, words, now, expires), cancellation);
        if (settled?.Answer != answer)
        {
            return Refusal.Conflict("This application was answered, or taken back, at this very moment.");
        }

        await store.TryCreateAsync(settled.Count(answer, RetentionClock.LastOf(cohort.Definition)), cancellation);
        await store.TryCreateAsync(RecruitingEmails.Answer(settled, cohort, now), cancellation);
        return new AnsweredApplication(application.Id, answer, null);
    }

    private async Task<Outcome<AnsweredApplication>> AcceptAsync(
        CohortSnapshot cohort, Application application, ApplicationDecision decision, CancellationToken cancellation)
    {
        var table = new PeopleTable([RowOf(application, decision)], null);
        var would = await adder.TakeAsync(cohort, table, dryRun: true, cancellation, AppliedWith(application, decision));
        if (!would.Succeeded)
        {
            return AtFields(would.Refusal);
        }

        // Said first, so that a crash leaves a place that can be given once more, and nobody declined meanwhile.
        var now = clock.GetUtcNow();
        var accepted = await store.UpdateAsync<Application>(
            application.CohortId, application.Id, a => a.Answered(ApplicationAnswer.Accepted, "", now, a.Expires), cancellation);
        if (accepted is not { Answer: ApplicationAnswer.Accepted })
        {
            return Refusal.Conflict("This application was answered, or taken back, at this very moment.");
        }

        var added = await adder.TakeAsync(cohort, table, dryRun: false, cancellation, AppliedWith(application, decision));
        if (!added.Succeeded || added.Value.Rows is not [{ Id: { } personId }])
        {
            return added.Succeeded ? Refusal.Conflict("The person left at this very moment; nothing was written.")
                : AtFields(added.Refusal);
        }

        if (!EnrolmentSteps.Opens.IsDone(cohort.Cohort))
        {
            await store.TryCreateAsync(
                OutboxMail.Planned(application.CohortId, "application-answer", RecruitingEmails.Accepted.Template, personId, now),
                cancellation);
        }

        await store.TryCreateAsync(
            application.Count(ApplicationAnswer.Accepted, RetentionClock.LastOf(cohort.Definition)), cancellation);
        await applicants.EraseAsync(application, cancellation);
        return new AnsweredApplication(application.Id, ApplicationAnswer.Accepted, personId);
    }

    private static Func<Person, Person> AppliedWith(Application application, ApplicationDecision decision) =>
        person => person with { AppliedAt = application.ConfirmedAt, AcceptedWith = decision.Words };

    private static PersonRow RowOf(Application application, ApplicationDecision decision) =>
        new("the application", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["role"] = application.Wish == Wish.ReverseMentor ? "reverse mentor" : "reverse mentee",
            ["name"] = application.Name,
            ["email"] = application.Email,
            ["organisation"] = decision.Organisation.Length > 0 ? decision.Organisation : application.Organisation,
            ["rank"] = decision.Rank,
        });

    /// <summary>What is wrong with a column of people is wrong with the field of that name.</summary>
    private static Refusal AtFields(Refusal refusal) => refusal with
    {
        Problems = [.. refusal.Problems.Select(p => p with { Place = $"/{p.Place.Split(", ")[^1]}" })],
    };
}

/// <param name="Person">The id under which they take part; left out where they do not.</param>
public sealed record AnsweredApplication(string Application, ApplicationAnswer Answer, string? Person);
