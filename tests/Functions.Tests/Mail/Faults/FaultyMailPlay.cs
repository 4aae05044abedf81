using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions.Adapters.Mail;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Mail.Faults;

/// <summary>What came of a cohort's emails through a server that had a fault for a while.</summary>
/// <param name="Planned">Emails that the outbox meant to send.</param>
/// <param name="Lost">Of these: neither arrived nor left out because no longer true.</param>
/// <param name="Repeated">Arrived again under the same Message-ID; right only where the sender can't know better.</param>
/// <param name="Wrong">A sentence for each thing that came out wrong; empty when all is well.</param>
internal sealed record MailPlayed(int Planned, int Lost, int Repeated, IReadOnlyList<string> Wrong);

/// <summary>A cohort's invitations, sent by the real service through a server with a fault that heals.</summary>
internal static class FaultyMailPlay
{
    private const string FromAddress = "scheme@example.org";

    /// <summary>For a loopback; long enough that a healthy server never meets it on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>What one attempt may take beyond its patience on a busy machine.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(10);

    /// <param name="times">For how many connections the server has the fault.</param>
    public static async Task<MailPlayed> RunAsync(SmtpFault fault, int times)
    {
        await using var server = new FaultyMailServer(fault, times);
        var sender = new TimedSender(new SmtpSender(new MailOptions
        {
            Mode = MailMode.Smtp,
            Host = "127.0.0.1",
            Port = server.Port,
            EnableTls = false,
            FromAddress = FromAddress,
            Timeout = Patience,
        }));
        await using var service = await TestService.StartAsync(
            services => services.AddSingleton<ISendMail>(sender), new SendQuota(30, 100));
        await JudicialCohort.EnrollingAsync(service);
        await service.RunToAsync("2023-02-01T09:00Z");
        var open = await service.Store.ListAsync<OutboxMail>(JudicialCohort.Id, OutboxMail.OpenKind, default);
        var settled = await service.Store.ListAsync<OutboxMail>(JudicialCohort.Id, OutboxMail.SettledKind, default);
        var planned = open.Concat(settled).Select(m => m.Value).Where(m => m.State != MailState.Skipped).Select(MessageIdOf).ToHashSet();
        var arrived = server.Taken.Select(MessageIdIn).ToList();
        var played = new MailPlayed(
            planned.Count,
            planned.Except(arrived).Count(),
            arrived.Count - arrived.Distinct(StringComparer.Ordinal).Count(),
            []);
        return played with { Wrong = [.. WrongWith(played, fault, server, times, open.Count, arrived.Except(planned), sender.Longest)] };
    }

    private static IEnumerable<string> WrongWith(
        MailPlayed played, SmtpFault fault, FaultyMailServer server, int times, int open, IEnumerable<string> strange, TimeSpan longest)
    {
        if (server.Faults != times)
        {
            yield return $"{fault}: {server.Faults} connections of {times} met the fault.";
        }

        if (played.Planned == 0 || played.Lost > 0 || open > 0)
        {
            yield return $"{fault}: of {played.Planned} emails {played.Lost} never arrived, and {open} still wait.";
        }

        if (played.Repeated != (fault.HidesThatItTook() ? times : 0))
        {
            yield return $"{fault}: {played.Repeated} emails arrived again.";
        }

        foreach (var id in strange)
        {
            yield return $"{fault}: {id} arrived, which is no email of the outbox.";
        }

        if (longest > Patience + Slack)
        {
            yield return $"{fault}: one attempt held up the service for {longest.TotalSeconds:0} seconds.";
        }
    }

    private static string MessageIdOf(OutboxMail mail) =>
        $"{Path.GetFileNameWithoutExtension(PickupFile.NameOf($"{mail.CohortId}-{mail.Id}"))}@example.org";

    private static string MessageIdIn(string message)
    {
        using var read = Emails.Read(message);
        return read.MessageId!;
    }

    /// <summary>Knows how long the longest attempt took.</summary>
    private sealed class TimedSender(ISendMail inner) : ISendMail
    {
        public TimeSpan Longest { get; private set; }

        public async Task<SendOutcome> SendAsync(OutgoingEmail email, CancellationToken cancellation)
        {
            var since = Stopwatch.GetTimestamp();
            var outcome = await inner.SendAsync(email, cancellation);
            var took = Stopwatch.GetElapsedTime(since);
            Longest = took > Longest ? took : Longest;
            return outcome;
        }
    }
}
