using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Files;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Functions.Activities;
using ReverseMentoring.Functions.Files;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Tests.Privacy;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Files;

public sealed class CohortFilesTests
{
    private const string Files = $"api/cohorts/{JudicialCohort.Id}/files";
    private const string Hostile = "<script>alert(1)</script> {{ scheme }}";

    [Fact]
    public async Task The_step_that_makes_the_report_puts_it_among_the_coordinators_files_once_however_often_it_runs()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReleasedAsync(service);
        await service.RunToAsync("2023-11-21T12:00Z");
        var people = await cohort.PeopleAsync();
        foreach (var person in people.Take(6))
        {
            await cohort.AnswerAsync(
                person,
                "evaluation-opening",
                new Dictionary<string, string>(StringComparer.Ordinal) { ["safe"] = "4", ["comment"] = Hostile });
        }

        await service.RunToAsync("2023-12-12T12:00Z");
        var report = await service.Api.AskAsync($"{Files}/report.html");
        Assert.Equal((HttpStatusCode.OK, "text/html"), (report.Status, report.ContentType));
        Assert.StartsWith("attachment", report.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Contains(
            "<td>I could speak openly and felt safe doing so.</td><td>4 or more</td><td>5 to 9</td>",
            report.Text,
            StringComparison.Ordinal);
        Assert.Contains("<td>not shown</td><td>fewer than 5</td>", report.Text, StringComparison.Ordinal);
        // Six comments are below their threshold of ten.
        Assert.DoesNotContain("alert", report.Text, StringComparison.Ordinal);
        var listed = Assert.Single((await service.Api.AskAsync(Files)).Json.GetProperty("files").EnumerateArray());
        Assert.Equal("coordinator", listed.GetProperty("audience").GetString());
        var link = await cohort.WithdrawLinkAsync(people[7], "report-ready");
        Assert.Equal(HttpStatusCode.NotFound, (await service.Browser.AskAsync($"{link}/files/report.html")).Status);

        // As if the process had died after the file was saved and before the step was recorded.
        await service.Store.UpdateAsync<Cohort>(
            JudicialCohort.Id, Cohort.DocumentId, c => c with { Steps = [.. c.Steps.Where(s => s.Id != "report-ready")] }, default);
        service.Clock.Advance(TimeSpan.FromHours(1));
        await service.Activity<PerformStep>().RunAsync(new StepTicket(JudicialCohort.Id, "report-ready"), default);
        var again = await service.Api.AskAsync($"{Files}/report.html");
        Assert.Equal((report.Text, report.Headers["ETag"]), (again.Text, again.Headers["ETag"]));
    }

    [Fact]
    public async Task A_report_whose_file_could_not_be_saved_is_not_ready_until_it_is()
    {
        Broken? broken = null;
        await using var service = await TestService.StartAsync(services =>
        {
            var real = services.Last(s => s.ServiceType == typeof(IArchive)).ImplementationFactory!;
            services.AddSingleton<IArchive>(s => broken = new Broken((IArchive)real(s)));
        });
        await JudicialCohort.ReleasedAsync(service);
        broken!.Works = false;
        await service.RunToAsync("2023-12-12T12:00Z");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await service.Api.AskAsync(Files)).Status);
        var stored = (await service.Store.FindAsync<Report>(JudicialCohort.Id, Report.DocumentId, default))!.Value;
        broken.Works = true;
        Assert.Empty((await service.Api.AskAsync(Files)).Json.GetProperty("files").EnumerateArray());
        await service.RunToAsync("2023-12-12T13:00Z");
        Assert.Equal("report.html", (await service.Api.AskAsync(Files)).Json.GetProperty("files")[0].GetProperty("name").GetString());
        Assert.Equal(stored.MadeAt, (await service.Store.FindAsync<Report>(JudicialCohort.Id, Report.DocumentId, default))!.Value.MadeAt);
    }

    [Fact]
    public async Task An_export_is_a_table_of_what_was_planned_and_done_that_names_nobody()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReflectingAsync(service);
        var people = await cohort.PeopleAsync();
        await service.Browser.SubmitAsync(
            await cohort.WithdrawLinkAsync(await cohort.PersonAsync("uma.jessop@example.org"), "session-opening"),
            Forms.Withdrawal("uma.jessop@example.org"));
        await service.SettleAsync();
        var made = await service.Api.TellAsync($"api/cohorts/{JudicialCohort.Id}/exports", null);
        Assert.Equal((HttpStatusCode.Created, $"/{Files}/timeline-2023-05-03.csv"), (made.Status, made.Location?.ToString()));
        var table = await service.Api.AskAsync(made.Location!.ToString());
        Assert.Equal("text/csv", table.ContentType);
        var rows = table.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("step,state,planned (Europe/London),done (Europe/London),emails sent,emails skipped,emails refused", rows[0]);
        Assert.Contains("enrolment-opens,done,2023-01-30 09:00,2023-01-30 09:00,24,0,0", rows);
        Assert.Contains(rows, r => r.StartsWith("withdrawal,done,", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.StartsWith("cohort-closed,", StringComparison.Ordinal));
        Assert.All(
            people.SelectMany(p => new[] { p.Id, p.Name, p.Email }),
            personal => Assert.DoesNotContain(personal, table.Text, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(HttpStatusCode.Created, (await service.Api.TellAsync($"api/cohorts/{JudicialCohort.Id}/exports", null)).Status);
        Assert.Single((await service.Api.AskAsync(Files)).Json.GetProperty("files").EnumerateArray());
    }

    [Fact]
    public async Task When_the_cohort_ends_its_files_go_but_for_the_report_and_leave_a_proof_and_no_more_are_taken()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.ReleasedAsync(service);
        await FilesApiTests.SaveAsync(service, "handbook.pdf?audience=everyone", "application/pdf", "the handbook");
        await FilesApiTests.SaveAsync(service, "notes on Uma Jessop.txt", "text/plain", "notes");
        await service.Api.TellAsync($"api/cohorts/{JudicialCohort.Id}/exports", null);
        await service.RunToAsync("2024-10-15T12:00Z");
        Assert.Equal("closed", (await service.Api.AskAsync($"api/cohorts/{JudicialCohort.Id}")).Json.GetProperty("status").GetString());
        Assert.Equal(
            "report.html",
            Assert.Single((await service.Api.AskAsync(Files)).Json.GetProperty("files").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal(
            ["report.html"],
            Directory.GetFiles(Path.Combine(service.Data, "files"), "*", SearchOption.AllDirectories).Select(Path.GetFileName));
        var proof = (await service.Store.FindAsync<FilesErasure>(JudicialCohort.Id, FilesErasure.DocumentId, default))!.Value;
        Assert.Equal(3, proof.Removed);
        Assert.DoesNotContain(service.Documents.Values, d => d.Contains("Jessop", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Conflict, (await FilesApiTests.SaveAsync(service, "late.txt", "text/plain", "x")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await service.Api.TellAsync($"api/cohorts/{JudicialCohort.Id}/exports", null)).Status);
        await service.Activity<CohortFiles>().EraseAsync(JudicialCohort.Id, service.Clock.GetUtcNow(), default);
        Assert.Equal(proof, (await service.Store.FindAsync<FilesErasure>(JudicialCohort.Id, FilesErasure.DocumentId, default))!.Value);
    }

    [Fact]
    public async Task A_file_name_gets_into_no_log_line_no_document_and_no_orchestration()
    {
        using var log = new LogLines();
        await using var service = await TestService.StartAsync(
            services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log)));
        var cohort = await JudicialCohort.EnrollingAsync(service);
        const string Name = "Quokka Jessop.pdf";
        var link = await cohort.LinkAsync((await cohort.PeopleAsync())[0], "invitation");
        await FilesApiTests.SaveAsync(service, $"{Name}?audience=everyone", "application/pdf", "x");
        await FilesApiTests.SaveAsync(service, Name, "text/plain", "x");
        await service.Api.AskAsync($"{Files}/{Name}");
        await service.Browser.AskAsync($"{link}/files/{Name}");
        await service.Browser.AskAsync($"{link}?files");
        await service.Api.SendToAsync(HttpMethod.Delete, $"{Files}/{Name}", null);
        await service.SettleAsync();
        Assert.True(log.Lines.Count > 50, $"Only {log.Lines.Count} lines were logged.");
        Assert.DoesNotContain(log.Lines, l => l.Contains("Quokka", StringComparison.Ordinal));
        Assert.DoesNotContain(service.Documents.Values, d => d.Contains("Quokka", StringComparison.Ordinal));
        foreach (var file in Directory.EnumerateFiles(service.Data, "durable.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            Assert.DoesNotContain("Quokka", await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    /// <summary>An archive that can be out of order.</summary>
    private sealed class Broken(IArchive inner) : IArchive
    {
        public bool Works { get; set; } = true;

        private IArchive Inner => Works ? inner : throw new IOException("The archive is out of order.");

        public Task<SaveOutcome> SaveAsync(
            string cohortId,
            FileName name,
            FileAudience audience,
            ReadOnlyMemory<byte> content,
            SaveRule rule,
            CancellationToken cancellation) =>
            Inner.SaveAsync(cohortId, name, audience, content, rule, cancellation);

        public Task<OpenedFile?> OpenAsync(string cohortId, FileName name, CancellationToken cancellation) =>
            Inner.OpenAsync(cohortId, name, cancellation);

        public Task<IReadOnlyList<StoredFile>> ListAsync(string cohortId, CancellationToken cancellation) =>
            Inner.ListAsync(cohortId, cancellation);

        public Task<bool> DeleteAsync(string cohortId, FileName name, CancellationToken cancellation) =>
            Inner.DeleteAsync(cohortId, name, cancellation);
    }
}
