using System.Globalization;
using System.Text.Json;
using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.FreshLinks;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.People;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Staff;
using ReverseMentoring.Functions.Store;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.StaffConsole.People;

// Over 200 lines because it is everything a coordinator may see of a person, and may do for them.
/// <summary>
/// One person, as the coordinator gave them, with what they were sent: nothing that they wrote for themselves or for the evaluation, and
/// nothing that would tell what they declined.
/// </summary>
public sealed class PersonPage(
    CohortReader reader, ICohortStore store, AddressCorrector corrector, PersonRemover remover, TwoPeople two, PageRenderer pages)
    : ConsolePage
{
    private const int MostMails = 60;

    public override string Route => "cohorts/{cohort}/people/{person}";

    public override Audience Audience => Audience.Coordinator;

    public override async Task<ConsoleAnswer> ShowAsync(Visit visit, CancellationToken cancellation)
    {
        var cohort = await reader.ReadAsync(visit.CohortId, cancellation);
        return cohort.FindPerson(visit.Route["person"]) is { } person
            ? await ShowAsync(visit, cohort, person, cancellation)
            : ConsoleAnswer.NothingHere;
    }

    public override async Task<ConsoleAnswer> DoAsync(Visit visit, CancellationToken cancellation)
    {
        var cohort = await reader.ReadAsync(visit.CohortId, cancellation);
        if (cohort.FindPerson(visit.Route["person"]) is not { } person)
        {
            return ConsoleAnswer.NothingHere;
        }

        return visit.Does switch
        {
            "correct" => await CorrectAsync(visit, cohort, person, cancellation),
            "fresh-link" => await FreshLinkAsync(visit, cohort, person, cancellation),
            "again" => await AgainAsync(visit, person, cancellation),
            "ask-remove" => new ConsoleAnswer("person-remove", Of(
                ("name", person.Name),
                ("person", person.Id),
                ("draft", cohort.Cohort.Status == CohortStatus.Draft),
                ("has_partner", cohort.PairsOf(person.Id).Any(p => p.IsRunning)),
                ("reason", "")))
            {
                Place = "people",
            },
            "remove" => await RemoveAsync(visit, cohort, person, cancellation),
            "decline" => await DeclineAsync(visit, cohort, person, cancellation),
            _ => ConsoleAnswer.NoSuchButton,
        };
    }

    private async Task<ConsoleAnswer> CorrectAsync(Visit visit, CohortSnapshot cohort, Person person, CancellationToken cancellation)
    {
        var (email, reason) = (visit.Typed("email").Trim(), visit.Typed("reason").Trim());
        var read = AddressCorrection.Read(FieldReader.Of(JsonSerializer.SerializeToElement(new { email, reason })));
        var done = read.Succeeded
            ? await two.DecideAsync(
                cohort, SharedDecision.Address, visit.Session.Email, person.Id, EmailAddress.KeyOf(read.Value.Email),
                () => corrector.CorrectAsync(cohort, person.Id, read.Value, isShared: true, cancellation), cancellation)
            : read.Refusal;
        return done is null
            ? Done(visit, new Deed("address-asked", person.Id, reason))
            : await AfterAsync(visit, cohort, person, done, new Deed("address-corrected", person.Id, reason), cancellation);
    }

    /// <summary>To the form that would be asked of them now; two in a minute are one.</summary>
    private async Task<ConsoleAnswer> FreshLinkAsync(Visit visit, CohortSnapshot cohort, Person person, CancellationToken cancellation)
    {
        if (!cohort.Cohort.HasOrchestrator || !EnrolmentSteps.Opens.IsDone(cohort.Cohort) || !person.TakesPart)
        {
            var words = pages.WordsOf("console/person");
            return (await ShowAsync(visit, cohort, person, cancellation)).Refused(Refusal.Conflict(words["fresh-link.none"]));
        }

        var (form, asked) = MentoringProgramme.Declared.AskedOf(person, cohort, visit.Now);
        var step = $"fresh-{visit.Now.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture)}";
        await store.TryCreateAsync(FreshLinkEmails.To(person, form, asked, step, visit.Now), cancellation);
        return Done(visit, new Deed("fresh-link", person.Id));
    }

    /// <summary>One email that they were sent, once more; where it is no longer true it is left out when its turn comes.</summary>
    private async Task<ConsoleAnswer> AgainAsync(Visit visit, Person person, CancellationToken cancellation)
    {
        if (await store.FindAsync<OutboxMail>(visit.CohortId, visit.Typed("mail"), cancellation) is not { Value: { IsOpen: false } mail }
            || mail.PersonId != person.Id || IsHidden(mail))
        {
            return ConsoleAnswer.NothingHere;
        }

        var id = $"{mail.Id}-again-{visit.Now.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture)}";
        await store.TryCreateAsync(mail.Again(id, visit.Now), cancellation);
        return Done(visit, new Deed("sent-again", person.Id));
    }

    private async Task<ConsoleAnswer> DeclineAsync(Visit visit, CohortSnapshot cohort, Person person, CancellationToken cancellation)
    {
        var done = await two.DecideAsync(
            cohort, SharedDecision.Removal, visit.Session.Email, person.Id, "declined",
            () => remover.DeclineAsync(cohort, person.Id, isShared: true, cancellation), cancellation);
        return done is null ? Done(visit, new Deed("removal-asked", person.Id))
            : done.Succeeded
            ? ConsoleAnswer.Done($"cohorts/{visit.CohortId}/people", new Deed("declined", person.Id)) with { Nudges = visit.CohortId }
            : (await ShowAsync(visit, cohort, person, cancellation)).Refused(done.Refusal);
    }

    private async Task<ConsoleAnswer> RemoveAsync(Visit visit, CohortSnapshot cohort, Person person, CancellationToken cancellation)
    {
        var reason = visit.Typed("reason").Trim();
        var read = Removal.Read(FieldReader.Of(JsonSerializer.SerializeToElement(new { reason })));
        var done = read.Succeeded
            ? await two.DecideAsync(
                cohort, SharedDecision.Removal, visit.Session.Email, person.Id, "",
                () => remover.RemoveAsync(cohort, person.Id, read.Value, isShared: true, cancellation), cancellation)
            : read.Refusal;
        return done is null ? Done(visit, new Deed("removal-asked", person.Id, reason))
            : done.Succeeded
            ? ConsoleAnswer.Done($"cohorts/{visit.CohortId}/people", new Deed("removed", person.Id, reason)) with
            {
                Nudges = visit.CohortId,
            }
            : new ConsoleAnswer("person-remove", Of(
                ("name", person.Name),
                ("person", person.Id),
                ("draft", cohort.Cohort.Status == CohortStatus.Draft),
                ("has_partner", cohort.PairsOf(person.Id).Any(p => p.IsRunning)),
                ("reason", reason)))
            { Place = "people" }.Refused(done.Refusal);
    }

    private async Task<ConsoleAnswer> AfterAsync<T>(
        Visit visit, CohortSnapshot cohort, Person person, Outcome<T> outcome, Deed deed, CancellationToken cancellation)
        where T : notnull =>
        outcome.Succeeded ? Done(visit, deed) : (await ShowAsync(visit, cohort, person, cancellation)).Refused(outcome.Refusal);

    private static ConsoleAnswer Done(Visit visit, Deed deed) =>
        ConsoleAnswer.Done($"cohorts/{visit.CohortId}/people/{visit.Route["person"]}", deed) with { Nudges = visit.CohortId };

    private async Task<ConsoleAnswer> ShowAsync(Visit visit, CohortSnapshot cohort, Person person, CancellationToken cancellation)
    {
        var listed = ListedPerson.Of(person, cohort);
        var paired = cohort.PairsOf(person.Id).Where(p => p.IsRunning).ToList();
        var mails = (await store.ListAsync<OutboxMail>(visit.CohortId, OutboxMail.SettledKind, cancellation))
            .Concat(await store.ListAsync<OutboxMail>(visit.CohortId, OutboxMail.OpenKind, cancellation))
            .Select(m => m.Value).Where(m => m.PersonId == person.Id && !IsHidden(m))
            .OrderByDescending(m => m.SettledAt ?? DateTimeOffset.MaxValue).ThenByDescending(m => m.PlannedAt).Take(MostMails);
        var words = pages.WordsOf(MailWords.Template);
        var waiting = (await two.WaitingAsync(cohort, cancellation)).Where(f => f.AboutId == person.Id).ToList();
        return new ConsoleAnswer("person", Of(
            ("address_waits", FirstOfTwoValues.Of(waiting.Find(f => f.What == SharedDecision.Address), visit)),
            ("removal_waits", FirstOfTwoValues.Of(waiting.Find(f => f.What == SharedDecision.Removal), visit)),
            ("address_by_two", TwoPeople.Asks(cohort, SharedDecision.Address)),
            ("name", person.Name),
            ("person", person.Id),
            ("email", person.Email),
            ("typed_email", visit.Posted.ContainsKey("email") ? visit.Typed("email") : person.Email),
            ("typed_reason", visit.Typed("reason")),
            ("role", listed.Role),
            ("applied_at", person.AppliedAt is { } applied ? visit.Day(applied) : null),
            ("mentor", person.IsMentor),
            ("facts", Facts(listed)),
            ("state", PeoplePage.StateOf(
                listed, paired.SelectMany(p => new[] { p.MentorId, p.MenteeId }).ToHashSet(StringComparer.Ordinal))),
            ("portrait_at", listed.PenPortraitAt is { } portrait ? visit.When(portrait) : null),
            ("answer_by", visit.When(listed.AnswerBy)),
            ("may_answer", visit.Now < listed.AnswerBy),
            ("no_mail_since", listed.NoMailSince is { } since ? visit.When(since) : null),
            ("partners", paired.Select(p => Of(
                ("id", p.PartnerOf(person.Id)),
                ("name", cohort.FindPerson(p.PartnerOf(person.Id))?.Name),
                ("pair", cohort.Scheme.Words.PairOf(p.NumberInWords)))).ToList()),
            ("takes_part", person.WithdrawnAt is null),
            ("begun", EnrolmentSteps.Opens.IsDone(cohort.Cohort)),
            ("may_decline", EnrolmentSteps.Opens.IsDone(cohort.Cohort) && person.Portrait is null),
            ("mails", mails.Select(m => Of(
                ("id", m.Id),
                ("what", MailWords.Of(words, m)),
                ("state", MailWords.StateOf(m)),
                ("at", visit.When(m.SettledAt ?? m.PlannedAt)),
                ("reason", m.Reason),
                ("open", m.IsOpen))).ToList())))
        {
            Place = "people",
        };
    }

    private static List<Dictionary<string, object?>> Facts(ListedPerson p) =>
        [.. new (string Key, string Value)[]
        {
            ("organisation", p.Organisation), ("rank", p.Rank), ("team", p.Team),
            ("managers", string.Join(", ", p.Managers)), ("courts", string.Join(", ", p.Courts)),
        }.Where(f => f.Value.Length > 0).Select(f => Of(("key", f.Key), ("value", f.Value)))];

    private static bool IsHidden(OutboxMail mail) => MentoringProgramme.Declared.EmailOf(mail).IsConfidential(mail);
}
