using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Reflections;
using ReverseMentoring.Domain.Time;
using ReverseMentoring.Rehearsal.People;
using ReverseMentoring.Rehearsal.Script;
using ReverseMentoring.Rehearsal.Stage;

namespace ReverseMentoring.Functions.Tests.CrashedCohort;

/// <summary>
/// The coordinator and the participants. What they mean to do follows from the emails that were sent and the answers that got a
/// receipt, so a new process knows it as well as the one that was killed.
/// </summary>
internal sealed class People(string folder, string cohortId, RehearsalScript script, RehearsalStage stage, Marks marks)
{
    /// <summary>An email's id with this behind it stands for the withdrawal that it made somebody think of.</summary>
    private const string Leaving = " withdrawal";

    private ICohortStore Store => stage.Services.GetRequiredService<ICohortStore>();

    /// <summary>What somebody does next, and when (UTC); nothing where nobody means to do anything.</summary>
    public async Task<(Func<Task>? Act, DateTimeOffset? Due)> NextAsync()
    {
        var people = (await ListAsync<Person>(Person.DocumentKind)).ToDictionary(p => p.Id, StringComparer.Ordinal);
        var pairs = await ListAsync<Pair>(Pair.DocumentKind);
        (Func<Task>? Act, DateTimeOffset? Due) next = default;
        foreach (var mail in (await ListAsync<OutboxMail>(OutboxMail.SettledKind)).Where(m => m.State == MailState.Sent))
        {
            foreach (var (mark, days, act) in ActsOn(mail, people.GetValueOrDefault(mail.PersonId), people, pairs))
            {
                var due = mail.SettledAt!.Value.AddDays(days);
                if (!marks.Receipts.Contains(mark) && (next.Due is null || due < next.Due))
                {
                    next = (async () => { await act(); marks.AddReceipt(mark); }, due);
                }
            }
        }

        return next;
    }

    /// <summary>Whatever got its receipt is in the store, for as long as the person is.</summary>
    public async Task LookForLossesAsync()
    {
        var people = (await ListAsync<Person>(Person.DocumentKind)).ToDictionary(p => p.Id, StringComparer.Ordinal);
        var pairs = await ListAsync<Pair>(Pair.DocumentKind);
        foreach (var mail in (await ListAsync<OutboxMail>(OutboxMail.SettledKind)).Where(
            m => marks.Receipts.Contains(m.Id) && people.ContainsKey(m.PersonId)))
        {
            var person = people[mail.PersonId];
            var kept = MentoringProgramme.Declared.EmailOf(mail).Form?.Key switch
            {
                "pen-portrait" => person.Portrait is not null,
                "session-check" => pairs.First(p => p.Id == mail.PairId).Sessions.GetValueOrDefault(mail.Number) is { Heard: true },
                "session-date" => pairs.First(p => p.Id == mail.PairId).DateSequence(mail.Number) > 0,
                "reflection" => person.Reflected.ContainsKey(mail.Number)
                    && await Store.FindAsync<Reflection>(cohortId, Reflection.DocumentIdOf(person.Id, mail.Number), default) is not null,
                "evaluation" => person.EvaluatedAt is not null
                    && await Store.FindAsync<EvaluationAnswer>(cohortId, EvaluationAnswer.DocumentIdOf(person.Id), default) is not null,
                _ => true,
            };
            if (!kept)
            {
                marks.AddLost($"The answer to {mail.Id} had its receipt and is not in the store.");
            }
        }
    }

    private static DateTime LocalTimeOf(OutboxMail mail) => CohortZone.Of("Europe/London").ToLocal(mail.SettledAt!.Value);

    private IEnumerable<(string Mark, double AfterDays, Func<Task> Act)> ActsOn(
        OutboxMail mail, Person? person, Dictionary<string, Person> people, IReadOnlyList<Pair> pairs)
    {
        if (mail.Template == "matches-proposed")
        {
            yield return (mail.Id, script.ReleasesMatchesAfterDays, ReleaseAsync);
        }

        // Whoever is gone does nothing more.
        if (person is not { TakesPart: true })
        {
            yield break;
        }

        var behaviour = script.Of(person.Email);
        var participant = new Participant(
            person.Name, behaviour, session => Meets(person.Id, session, people, pairs),
            script.MentorsNameDates && person.IsMentor, ChanceFor(person, mail));
        if (participant.Read(mail.Template, mail.Number, LocalTimeOf(mail)) is var (_, days, answers))
        {
            yield return (mail.Id, days, async () => await PostAsync((await OpenAsync(mail)).Links[0], answers));
        }

        if (mail.Template == "reflection-opening" && mail.Number == behaviour.WithdrawsAfterSession)
        {
            yield return (mail.Id + Leaving, 2.25, async () =>
                await PostAsync((await OpenAsync(mail)).Links[^1], Participant.Withdrawal(person.Email)));
        }
    }

    private bool Meets(string personId, int session, Dictionary<string, Person> people, IReadOnlyList<Pair> pairs) =>
        !pairs.Where(p => p.Includes(personId)).SelectMany(p => new[] { p.MentorId, p.MenteeId })
            .Any(id => people.TryGetValue(id, out var person) && script.Of(person.Email).DoesNotMeetInSession == session);

    /// <summary>The same for the same person and email, whichever process asks.</summary>
    private static Func<double> ChanceFor(Person person, OutboxMail mail)
    {
        var seed = Encoding.UTF8.GetBytes($"{person.Email} {mail.Template} {mail.Number}")
            .Aggregate(17, (hash, b) => unchecked((hash * 31) + b));
#pragma warning disable CA5394 // chance for a play, not for a secret
        return new Random(seed).NextDouble;
#pragma warning restore CA5394
    }

    private async Task PostAsync(string link, IReadOnlyDictionary<string, string> answers)
    {
        var path = RehearsalStage.PathOf(link);
        using var form = new FormUrlEncodedContent(answers);
        using var answered = await stage.Browser.PostAsync(path, form);
        if (answered.StatusCode != HttpStatusCode.SeeOther)
        {
            answered.EnsureSuccessStatusCode();
        }
    }

    private async Task ReleaseAsync()
    {
        var proposal = (await Store.FindAsync<Proposal>(cohortId, Proposal.DocumentId, default))!.Value;
        using var released = await stage.Api.PostAsJsonAsync(
            $"api/cohorts/{cohortId}/matching/release", new { version = proposal.Version });
        released.EnsureSuccessStatusCode();
    }

    private Task<Envelope> OpenAsync(OutboxMail mail) => Envelope.OpenAsync(Path.Combine(folder, "emails"), mail, Store);

    private async Task<IReadOnlyList<T>> ListAsync<T>(string kind)
        where T : class, IDocument => [.. (await Store.ListAsync<T>(cohortId, kind, default)).Select(s => s.Value)];
}
