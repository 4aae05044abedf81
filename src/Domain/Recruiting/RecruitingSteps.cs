using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Recruiting;

/// <summary>The two dates of applications: no more are taken, and all are answered.</summary>
public static class RecruitingSteps
{
    internal static IReadOnlyList<StepDeclaration> All => [Close, Answered];

    public static readonly StepDeclaration Close = new()
    {
        Kind = "applications-close",
        Order = 42,
        WaitsForLate = true,
        OnDayOff = DayOff.MailWaits,
        Reads = [new Need.All<Application>(Application.DocumentKind)],
        ForeseenMails = _ => 1,
        Occurs = (step, cohort, _) => cohort.Definition.Applications is { } plan ? [step.Once(cohort.Instant(plan.Closes))] : [],
        Plan = c => c.Read.All<Application>().Count(a => a.Waits) is > 0 and var count
            ? Effects.Mail([c.ToCoordinator(RecruitingEmails.Waiting, new WaitingApplications(count))])
            : Effects.Nothing,
    };

    /// <summary>Whoever still waits hears, kindly, that it came to nothing; so does everybody when the cohort is called off.</summary>
    public static readonly StepDeclaration Answered = new()
    {
        Kind = "applications-answered",
        Order = 44,
        IsHeldByPause = false,
        EndsWithCancellation = false,
        Reads = [new Need.All<Application>(Application.DocumentKind)],
        ForeseenMails = _ => 0,
        Occurs = (step, cohort, _) => cohort.Definition.Applications is { } plan
            ? [step.Once(cohort.Instant(plan.AnsweredBy) is var by && cohort.Cohort.CancelledAt is { } off && off < by ? off : by)]
            : [],
        Plan = c => new Effects
        {
            Writes =
            [
                .. Open(c).SelectMany(a => new DocumentWrite[]
                {
                    Effects.Create(a.Count(ApplicationAnswer.Late, RetentionClock.LastOf(c.Definition))),
                    new DocumentWrite.Change<Application>(
                        a.Id, x => x.Answered(ApplicationAnswer.Late, "", c.Now, c.Now + Application.KeptDeclined)),
                }),
            ],
            // Those that were answered before are told again under the same id: whoever was told already is not told twice.
            Mails = [.. Open(c).Concat(c.Read.All<Application>().Where(a => a.Answer == ApplicationAnswer.Declined || a.Helps))
                .Select(a => RecruitingEmails.Answer(a, c.Cohort, c.Now))],
        },
    };

    /// <summary>Those that no one has begun to answer.</summary>
    private static IEnumerable<Application> Open(StepContext c) =>
        c.Read.All<Application>().Where(a => a is { ConfirmedAt: not null, AnsweredAt: null });
}
