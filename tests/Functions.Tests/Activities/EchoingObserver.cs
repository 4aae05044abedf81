using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Activities;
using ReverseMentoring.Functions.Mail;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Activities;

/// <summary>
/// Stands between the service and whoever observes it. Whenever a step is done or an email settled it runs the same activity a
/// second time and keeps what that changed in the store or told anybody, which must be nothing.
/// </summary>
internal sealed class EchoingObserver(ICohortObserver inner, Func<IServiceProvider> services, string dataFolder) : ICohortObserver
{
    private bool _echoing;

    public List<string> Differences { get; } = [];

    public HashSet<string> Kinds { get; } = new(StringComparer.Ordinal);

    public int Emails { get; private set; }

    public void StepDone(string cohortId, string stepId, string name, bool skipped, DateTimeOffset at)
    {
        if (!Echoes($"step {stepId}"))
        {
            inner.StepDone(cohortId, stepId, name, skipped, at);
            Echo(stepId, () =>
            {
                Kinds.Add(KindOf(cohortId, stepId));
                Make<PerformStep>().RunAsync(new StepTicket(cohortId, stepId), default).GetAwaiter().GetResult();
            });
        }
    }

    public void MailSettled(OutboxMail mail, DateTimeOffset at)
    {
        if (!Echoes($"email {mail.Id}"))
        {
            inner.MailSettled(mail, at);
            Echo(mail.Id, () =>
            {
                Emails++;
                var cohort = services().GetRequiredService<CohortReader>().ReadAsync(mail.CohortId, default).GetAwaiter().GetResult();
                services().GetRequiredService<OutboxSender>().SendAsync(mail.Id, [], "another-wave", cohort, default)
                    .GetAwaiter().GetResult();
            });
        }
    }

    public void MailThrottled(string cohortId, TimeSpan wait, DateTimeOffset at) => inner.MailThrottled(cohortId, wait, at);

    public void MailReported(OutboxMail mail, DeliveryResult result, DateTimeOffset at) => inner.MailReported(mail, result, at);

    public void Answered(string cohortId, string personId, string form, int number, DateTimeOffset at) =>
        inner.Answered(cohortId, personId, form, number, at);

    public void Matched(string cohortId, string pairId, string mentorId, string menteeId, DateTimeOffset at)
    {
        if (!Echoes($"match {pairId}"))
        {
            inner.Matched(cohortId, pairId, mentorId, menteeId, at);
        }
    }

    public void Erased(string cohortId, string personId, ErasureReason because, DateTimeOffset at)
    {
        if (!Echoes($"erasure {personId}"))
        {
            inner.Erased(cohortId, personId, because, at);
        }
    }

    public void Problem(string cohortId, string what, DateTimeOffset at) => inner.Problem(cohortId, what, at);

    private bool Echoes(string what)
    {
        if (_echoing)
        {
            Differences.Add($"{what} was told of twice");
        }

        return _echoing;
    }

    private void Echo(string what, Action again)
    {
        var before = Documents.In(dataFolder);
        _echoing = true;
        again();
        _echoing = false;
        var after = Documents.In(dataFolder);
        Differences.AddRange(before.Keys.Union(after.Keys, StringComparer.Ordinal)
            .Where(id => before.GetValueOrDefault(id) != after.GetValueOrDefault(id))
            .Select(id => $"{what} run again changed {id}"));
    }

    private string KindOf(string cohortId, string stepId)
    {
        var cohort = services().GetRequiredService<CohortReader>().ReadAsync(cohortId, default).GetAwaiter().GetResult();
        return cohort.Cohort.Steps.First(s => s.Id == stepId).Kind;
    }

    private T Make<T>() => ActivatorUtilities.CreateInstance<T>(services());
}
