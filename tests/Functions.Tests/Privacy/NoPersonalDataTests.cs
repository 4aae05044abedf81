using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Functions.Tests.Service;
using ReverseMentoring.Functions.Tests.Telemetry;
using ReverseMentoring.Rehearsal.People;

namespace ReverseMentoring.Functions.Tests.Privacy;

public sealed class NoPersonalDataTests
{
    private const string Answer = "Quokka thoughts for nobody else";
    private const string Comment = "Wombat words of praise";

    [Fact]
    public async Task Logs_spans_orchestration_state_addresses_and_subjects_hold_no_name_address_or_answer()
    {
        using var log = new LogLines();
        await using var service = await TestService.StartAsync(
            services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log)));
        using var telemetry = new Listening(service);
        var witness = new HistoryWitness(service.Data);
        var cohort = await PlayAsync(service);

        var personal = Personal().ToList();
        Assert.Contains("Uma Jessop", personal);
        var lines = log.Lines.ToList();
        Assert.True(lines.Count > 500, $"Only {lines.Count} lines were logged.");
        Assert.Contains(lines, l => l.Contains("matches-released", StringComparison.Ordinal));
        HoldsNone("the log", string.Join('\n', lines), personal);

        Assert.True(telemetry.Spans.Count > 300, $"Only {telemetry.Spans.Count} spans were heard.");
        HoldsNone("a span or counter", telemetry.Text, personal);

        var history = witness.Texts;
        Assert.True(history.Count > 1000, $"Only {history.Count} pieces of history were seen.");
        HoldsNone("orchestration history", string.Join('\n', history), personal);

        var state = string.Concat(Directory.EnumerateFiles(service.Data, "durable.db*").Select(Bytes));
        Assert.Contains("judicial-2023", state, StringComparison.Ordinal);
        HoldsNone("the orchestrations' file", state, personal);

        var emails = Directory.GetFiles(service.Emails).Select(Envelope.Open).ToList();
        Assert.True(emails.Count > 300, $"Only {emails.Count} emails were sent.");
        HoldsNone("a link", string.Join('\n', emails.SelectMany(e => e.Links)), personal);
        HoldsNone("a file name", string.Join('\n', Directory.GetFiles(service.Emails)), personal);
        HoldsNone("a subject", string.Join('\n', emails.Select(e => e.Subject)), personal);
        var tokens = emails.SelectMany(e => e.Links).Select(l => l[(l.LastIndexOf('.') + 1)..]).ToList();
        HoldsNone("the log", string.Join('\n', lines), tokens);
        HoldsNone("orchestration history", string.Join('\n', history), tokens);
        HoldsNone("the orchestrations' file", state, tokens);
        Assert.Empty(await cohort.PeopleAsync());
    }

    /// <summary>
    /// From enrolment to the end, with a session, a reflection, an evaluation, a withdrawal, a fresh link and every kind of look at it.
    /// </summary>
    private static async Task<JudicialCohort> PlayAsync(TestService service)
    {
        var cohort = await JudicialCohort.ReflectingAsync(service);
        var author = await cohort.PersonAsync("uma.jessop@example.org");
        await cohort.AnswerAsync(author, "reflection-opening", Forms.Reflection(Answer, "only-me"));
        await service.Browser.SubmitAsync(await cohort.LinkAsync(author, "reflection-opening") + "?read", Forms.Address(author.Email));
        await service.Browser.SubmitAsync("r/judicial-2023.unknown", Forms.Address(author.Email));
        await service.Browser.AskAsync("r/judicial-2023.unknown");
        var leaver = await cohort.PersonAsync("zora.dunmore@example.org");
        await service.Browser.SubmitAsync(
            await cohort.WithdrawLinkAsync(leaver, "session-opening"), Forms.Withdrawal(leaver.Email));
        await service.Admin.AskAsync("api/operations/orchestrations");
        await service.Api.AskAsync(JudicialCohort.StatusPath);
        await service.RunToAsync("2023-05-22T09:30Z");
        await cohort.AnswerAsync(author, "session-check", Forms.Met("yes"));
        await service.RunToAsync("2023-11-20T09:30Z");
        await cohort.AnswerAsync(author, "evaluation-opening", Forms.Evaluation(Comment));
        await service.RunToAsync("2024-10-15T12:00Z");
        return cohort;
    }

    /// <summary>Every name, surname, address, organisation and court of the sample, and what was answered.</summary>
    private static IEnumerable<string> Personal()
    {
        foreach (var cells in Samples.JudicialPeople.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1).Select(row => row.Split(',')))
        {
            yield return cells[1];
            yield return cells[1].Split(' ')[1];
            yield return cells[2];
            yield return cells[2].Split('@')[0];
            yield return cells[3];
            foreach (var court in cells[7].Split(';', StringSplitOptions.TrimEntries))
            {
                yield return court;
            }
        }

        yield return Answer;
        yield return Comment;
        foreach (var answer in Forms.Portrait("x").Where(f => f.Key is not ("name" or "undertakings" or "notice" or "declaration")))
        {
            yield return answer.Value;
        }
    }

    private static void HoldsNone(string what, string text, IEnumerable<string> personal)
    {
        var found = personal.Distinct().Where(p => text.Contains(p, StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.True(found.Count == 0, $"In {what}: {string.Join(", ", found)}");
    }

    private static string Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
