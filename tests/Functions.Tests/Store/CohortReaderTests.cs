using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Functions.Adapters.Sqlite;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Store;

public sealed class CohortReaderTests
{
    [Fact]
    public async Task What_has_not_changed_is_not_read_again()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        var first = await ReadAsync(service);
        Assert.Same(first.People, (await ReadAsync(service)).People);
    }

    [Fact]
    public async Task Whatever_changes_is_seen_at_once()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        var before = await ReadAsync(service);
        var person = before.People[0];
        var stored = (await service.Store.FindAsync<Person>(JudicialCohort.Id, person.Id, default))!;
        Assert.True(await service.Store.TryReplaceAsync(person with { Name = "Changed" }, stored.ETag, default));
        Assert.Equal("Changed", (await ReadAsync(service)).FindPerson(person.Id)!.Name);

        await service.Store.DeleteAsync(JudicialCohort.Id, person.Id, default);
        Assert.Equal(before.People.Count - 1, (await ReadAsync(service)).People.Count);

        Assert.True(await service.Store.TryCreateAsync(person, default));
        Assert.Equal(before.People.Count, (await ReadAsync(service)).People.Count);
    }

    [Fact]
    public async Task What_another_process_writes_into_the_file_is_seen_as_well()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        var person = (await ReadAsync(service)).People[0];
        using (var other = new SqliteCohortStore(Path.Combine(service.Data, "cohorts.db"), durable: true, service.Clock))
        {
            await other.DeleteAsync(JudicialCohort.Id, person.Id, default);
        }

        Assert.Null((await ReadAsync(service)).FindPerson(person.Id));
    }

    [Fact]
    public async Task Waiting_emails_are_counted_anew_as_time_passes()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        var waits = new OutboxMail
        {
            CohortId = JudicialCohort.Id,
            Id = "waits",
            Template = EnrolmentEmails.Invitation.Template,
            StepId = "invitations",
            PersonId = "somebody",
            PlannedAt = service.Clock.GetUtcNow(),
            NotBefore = service.Clock.GetUtcNow().AddHours(1),
        };
        Assert.True(await service.Store.TryCreateAsync(waits, default));
        var early = await ReadAsync(service);
        Assert.Equal((0, waits.NotBefore), (early.OpenMails, early.MailWaitsUntil));
        service.Clock.Advance(TimeSpan.FromHours(2));
        var late = await ReadAsync(service);
        Assert.Equal((1, null), (late.OpenMails, late.MailWaitsUntil));
    }

    private static Task<CohortSnapshot> ReadAsync(TestService service) =>
        service.Host.Services.GetRequiredService<CohortReader>().ReadAsync(JudicialCohort.Id, default);
}
