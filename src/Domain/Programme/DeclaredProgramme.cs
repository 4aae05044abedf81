using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Time;

namespace ReverseMentoring.Domain.Programme;

/// <summary>The engine: it goes over what capabilities declare, and knows no kind of step, email or form by itself.</summary>
public sealed class DeclaredProgramme
{
    /// <summary>
    /// A link outlives its form by this long, so that a late visitor reads that the form is closed instead of "unknown link".
    /// </summary>
    public static readonly TimeSpan LinkGrace = TimeSpan.FromDays(14);

    /// <summary>A link whose form never closes works this long from the sending of its email.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromDays(365);

    private readonly Dictionary<string, EmailDeclaration> _emails;
    private readonly Dictionary<string, FormDeclaration> _forms;
    private readonly IReadOnlyList<StepAddition> _additions;
    private readonly IReadOnlyList<Func<EmailDeclaration, EmailContext, string?>> _whyNotAlone;

    public DeclaredProgramme(IReadOnlyList<Capability> capabilities)
    {
        Steps = [.. capabilities.SelectMany(c => c.Steps).OrderBy(s => s.Order)];
        Emails = [.. capabilities.SelectMany(c => c.Emails)];
        Forms = [.. capabilities.SelectMany(c => c.Forms)];
        _emails = Emails.ToDictionary(e => e.Template, StringComparer.Ordinal);
        _forms = Forms.ToDictionary(f => f.Key, StringComparer.Ordinal);
        _whyNotAlone = [.. capabilities.Select(c => c.WhyNotAlone)];
        _additions = [.. capabilities.SelectMany(c => c.Additions)];
    }

    public IReadOnlyList<StepDeclaration> Steps { get; }

    public IReadOnlyList<EmailDeclaration> Emails { get; }

    public IReadOnlyList<FormDeclaration> Forms { get; }

    /// <exception cref="ArgumentException">No capability declares this email.</exception>
    public EmailDeclaration EmailOf(OutboxMail mail) =>
        _emails.GetValueOrDefault(mail.Template) ?? throw new ArgumentException($"There is no email {mail.Template}.", nameof(mail));

    /// <exception cref="ArgumentException">No capability declares this form.</exception>
    public FormDeclaration FormOf(string key) =>
        _forms.GetValueOrDefault(key) ?? throw new ArgumentException($"There is no form {key}.", nameof(key));

    /// <summary>
    /// Who answered it, and when, is told to nobody beside those who have to know. What is no declared form is not confidential.
    /// </summary>
    public bool IsConfidential(string form) => _forms.GetValueOrDefault(form) is { IsConfidential: true };

    /// <summary>The form that an email's link opens; null where it asks for nothing, or comes too late to ask.</summary>
    public FormDeclaration? FormOf(OutboxMail mail, CohortSnapshot cohort, DateTimeOffset now) =>
        EmailOf(mail).FormKey(mail) is { } key && FormOf(key) is var form && form.IsOffered(cohort, now) ? form : null;

    public CohortTimeline TimelineOf(CohortSnapshot cohort, DateTimeOffset now) => CohortTimeline.Of(Steps, cohort, now);

    public NextMove MoveOf(CohortSnapshot cohort, DateTimeOffset now) => NextMove.Of(TimelineOf(cohort, now), cohort);

    /// <param name="step">A step of the cohort's own timeline that is due.</param>
    /// <param name="read">What the step's declaration reads.</param>
    /// <param name="now">UTC.</param>
    public Effects Plan(TimelineStep step, CohortSnapshot cohort, ReadDocuments read, DateTimeOffset now)
    {
        var declaration = step.Declaration
            ?? throw new ArgumentException($"The step {step.Id} is of no kind that is declared.", nameof(step));
        var context = new StepContext(step, cohort, now) { Read = read };
        var own = declaration.Plan(context);
        var effects = _additions.Where(a => a.Step.Kind == declaration.Kind).Select(a => a.Plan(context)).Where(e => e != Effects.Nothing)
            .Aggregate(own, (all, more) => all.And(more));
        if (declaration.Told(now, cohort) is var told && told > now)
        {
            return effects with { Mails = [.. effects.Mails.Select(m => m with { NotBefore = told })] };
        }

        if (effects.Mails.Count == 0)
        {
            return effects;
        }

        // Few steps plan what can wait, and only those look ahead.
        var timeline = new Lazy<CohortTimeline>(() => TimelineOf(cohort, now));
        return effects with { Mails = [.. effects.Mails.Select(m => Letters.Held(m, EmailOf(m), timeline, cohort, now))] };
    }

    /// <summary>Whether a planned email is still true when its turn to be sent comes, perhaps after an outage.</summary>
    /// <returns>Null where it is true; else why it is left out, without personal data.</returns>
    public NotSent? WhyNot(OutboxMail mail, CohortSnapshot cohort, DateTimeOffset now)
    {
        if (mail.Departed is not null)
        {
            return null;
        }

        var email = EmailOf(mail);
        if (cohort.Cohort.CancelledAt is not null && email.EndsWithCancellation)
        {
            return new NotSent("the cohort was cancelled");
        }

        var context = new EmailContext(mail, cohort, now);
        if (mail.IsForTeam)
        {
            return context.Member is null ? new NotSent("the recipient is no longer of the team")
                : email.WhyNot(context) is { } because ? new NotSent(because)
                : null;
        }

        if (!context.ForCoordinator && context.Person is not { TakesPart: true }
            && !(email.ReachesLeavers && context.Person is { IsLeaving: true }))
        {
            return new NotSent("the recipient has left");
        }

        var suppressed = context.ForCoordinator ? cohort.Cohort.CoordinatorSuppressedAt : context.Person!.SuppressedAt;
        return suppressed is not null ? new NotSent("mail to this address is suppressed") { WaitsForAddress = true }
            : (email.WhyNot(context) ?? _whyNotAlone.Select(w => w(email, context)).FirstOrDefault(w => w is not null)) is { } reason
            ? new NotSent(reason)
            : null;
    }

    /// <summary>Until when (UTC) an email that may be tried now waits all the same; null: it does not wait.</summary>
    /// <param name="sent">What its recipient has got.</param>
    public DateTimeOffset? WaitsUntil(OutboxMail mail, CohortSnapshot cohort, DateTimeOffset now, IEnumerable<OutboxMail> sent)
    {
        var email = EmailOf(mail);
        return cohort.FindPerson(mail.PersonId) is null ? null
            : email.KeepsQuiet && cohort.Scheme.QuietHours.EndAfter(now, cohort.Definition.Zone, cohort.Days) is { } end ? end
            : email.MayWaitUntil(mail, cohort) is { } latest && latest > now ? Letters.RoomAt(latest, cohort, now, sent)
            : null;
    }

    /// <summary>Whether it matters to <see cref="WaitsUntil"/> what the recipient has got.</summary>
    public bool CanWait(OutboxMail mail, CohortSnapshot cohort, DateTimeOffset now) => EmailOf(mail).MayWaitUntil(mail, cohort) > now;

    /// <exception cref="ArgumentException">The context lacks what this email is about.</exception>
    public IReadOnlyDictionary<string, object?> ValuesOf(EmailContext context) => TemplateValues.OfEmail(EmailOf(context.Mail), context);

    /// <summary>From then on (UTC) a link to a form looks like an unknown link.</summary>
    public static DateTimeOffset Expires(FormDeclaration form, FormContext context) =>
        Until(form, context) is { } closes ? closes + LinkGrace : context.Now + LinkLife;

    /// <summary>What an email says about how long its link can be used (UTC).</summary>
    public static DateTimeOffset UsableUntil(FormDeclaration form, FormContext context) => Until(form, context) ?? Expires(form, context);

    /// <summary>Why no answer is taken, as a key of the page's words; null while one is.</summary>
    public static string? ClosedBecause(FormDeclaration form, FormContext context) =>
        (context.Person.IsLeaving && !form.IsForLeavers ? Leaving : null)
        ?? (form.ClosedBecause is { } own ? own(context) : context.Now >= form.Closes(context) ? "closed" : null)
        ?? (IsSealed(form, context) ? Sealed : null);

    /// <summary>
    /// Why an answer that is sent now is not taken: whoever was still writing when the form closed has some minutes, of which no page
    /// speaks.
    /// </summary>
    public static string? RefusedBecause(FormDeclaration form, FormContext context) =>
        IsSealed(form, context) ? Sealed : ClosedBecause(form, context with { Now = context.Now - Deadlines.Grace });

    /// <summary>An answer from before the person was moved to another address is neither shown nor overwritten from there.</summary>
    public static bool IsSealed(FormDeclaration form, FormContext context) =>
        form.Receipt(context) is { AsksAgain: false } receipt && context.IsSealed(receipt.At);

    /// <summary>The most pressing form of a person who lost their link.</summary>
    /// <exception cref="InvalidOperationException">No form can be asked of them: leaving always can, where it is declared.</exception>
    public (FormDeclaration Form, AskedForm Asked) AskedOf(Person person, CohortSnapshot cohort, DateTimeOffset now) =>
        AllAskedOf(person, cohort, now).First();

    /// <summary>All forms that would be asked of a person now, the most pressing first; leaving is always among them.</summary>
    public IEnumerable<(FormDeclaration Form, AskedForm Asked)> AllAskedOf(
        Person person, CohortSnapshot cohort, DateTimeOffset now) => Forms
        .Where(f => cohort.Cohort.CancelledAt is null || f.OutlivesCancellation)
        .Where(f => !person.IsLeaving || f.IsForLeavers)
        .SelectMany(f => f.AskedNow(person, cohort, now).Select(a => (Form: f, Asked: a)))
        .OrderBy(a => a.Asked.Urgency).ThenBy(a => a.Asked.Number).ThenBy(a => a.Asked.Place);

    /// <summary>The key of the words that say so.</summary>
    public const string Sealed = "sealed";

    /// <inheritdoc cref="Sealed"/>
    public const string Leaving = "leaving";

    private static DateTimeOffset? Until(FormDeclaration form, FormContext context) => form.LinkOutlivesForm ? null : form.Closes(context);
}

/// <summary>Why an email is left out.</summary>
/// <param name="Reason">No personal data.</param>
public sealed record NotSent(string Reason)
{
    /// <summary>It is sent when the address is corrected.</summary>
    public bool WaitsForAddress { get; init; }
}
