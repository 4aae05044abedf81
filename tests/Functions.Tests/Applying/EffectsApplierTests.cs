using System.Text.Json;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Reflections;
using ReverseMentoring.Functions.Adapters;
using ReverseMentoring.Functions.Adapters.Files;
using ReverseMentoring.Functions.Adapters.Sqlite;
using ReverseMentoring.Functions.Applying;
using ReverseMentoring.Functions.Files;
using ReverseMentoring.Functions.Tests.CrashedCohort;
using ReverseMentoring.Functions.Tests.Rendering;

namespace ReverseMentoring.Functions.Tests.Applying;

public sealed class EffectsApplierTests : IDisposable
{
    private const string Cohort = "spring";
    private static readonly DateTimeOffset Now = new(2023, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("effects-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_answer_applied_twice_leaves_what_it_left_once()
    {
        var once = await StoreAsync("once");
        await ApplyAsync(once, Answer());
        var twice = await StoreAsync("twice");
        await ApplyAsync(twice, Answer());
        await ApplyAsync(twice, Answer());
        Assert.Equal(await DocumentsAsync(once), await DocumentsAsync(twice));
    }

    [Fact]
    public async Task An_answer_cut_short_after_any_write_and_sent_again_leaves_what_it_would_have_left()
    {
        var whole = await StoreAsync("whole");
        await ApplyAsync(whole, Answer());
        var expected = await DocumentsAsync(whole);
        for (var writes = 0; writes < 5; writes++)
        {
            var store = await StoreAsync($"cut-{writes}");
            await Assert.ThrowsAsync<IOException>(() => ApplyAsync(new StoppingStore(store, writes), Answer()));
            Assert.NotEqual(expected, await DocumentsAsync(store));
            await ApplyAsync(store, Answer());
            Assert.Equal(expected, await DocumentsAsync(store));
        }
    }

    [Fact]
    public async Task No_email_says_that_an_answer_has_come_before_it_has()
    {
        var store = await StoreAsync("promise");
        await Assert.ThrowsAsync<IOException>(() => ApplyAsync(new StoppingStore(store, 4), Answer()));
        Assert.Empty(await store.ListAsync<OutboxMail>(Cohort, OutboxMail.OpenKind, default));
    }

    [Fact]
    public async Task What_is_new_is_told_of_once()
    {
        var store = await StoreAsync("told");
        var told = 0;
        var pair = NewPair("pair-02");
        var effects = Effects.Write(Effects.Create(pair) with { Note = (_, _) => told++ });
        await ApplyAsync(store, effects);
        await ApplyAsync(store, effects);
        Assert.Equal(1, told);
    }

    /// <summary>One of each kind of write, and an email.</summary>
    private static Effects Answer() => new()
    {
        Writes =
        [
            Effects.Create(NewPair("pair-02")),
            Effects.Put(new Reflection
            {
                CohortId = Cohort,
                AuthorId = "p-1",
                Number = 1,
                Declined = false,
                Readers = Readers.OnlyMe,
                Text = "I listened.",
                At = Now,
            }),
            Effects.Change(Someone(), p => p.Reflect(1, Now)),
            Effects.Change(NewPair("pair-01"), p => p.Answer("p-1", 1, met: true, Now)),
        ],
        Mails = [OutboxMail.Planned(Cohort, "answer", "portrait-receipt", "p-1", Now)],
    };

    private async Task<SqliteCohortStore> StoreAsync(string name)
    {
        var store = new SqliteCohortStore(Path.Combine(_folder, $"{name}.db"), durable: false, TimeProvider.System);
        await store.TryCreateAsync(Someone(), default);
        await store.TryCreateAsync(NewPair("pair-01"), default);
        return store;
    }

    private async Task ApplyAsync(ICohortStore store, Effects effects)
    {
        var observer = new Silent();
        var files = new CohortFiles(
            new FolderArchive(Path.Combine(_folder, "files")), store, Templates.Schemes, new ReportFile(Templates.Folder));
        await new EffectsApplier(store, new Eraser(store, observer), files, observer).ApplyAnswerAsync(effects, Cohort, Now, default);
    }

    private static async Task<string> DocumentsAsync(ICohortStore store) => JsonSerializer.Serialize(
        new
        {
            people = (await store.ListAsync<Person>(Cohort, Person.DocumentKind, default)).Select(d => d.Value),
            pairs = (await store.ListAsync<Pair>(Cohort, Pair.DocumentKind, default)).Select(d => d.Value),
            reflections = (await store.ListAsync<Reflection>(Cohort, Reflection.DocumentKind, default)).Select(d => d.Value),
            mails = (await store.ListAsync<OutboxMail>(Cohort, OutboxMail.OpenKind, default)).Select(d => d.Value),
        },
        DocumentJson.Options);

    private static Person Someone() => new()
    {
        CohortId = Cohort,
        Id = "p-1",
        Name = "Uma Jessop",
        Email = "uma@example.org",
        Roles = Roles.ReverseMentor,
        Organisation = "Aspen Law",
        Rank = "Solicitor",
        AddedAt = Now,
    };

    private static Pair NewPair(string id) => new() { CohortId = Cohort, Id = id, MentorId = "p-1", MenteeId = "p-2", ReleasedAt = Now };
}
