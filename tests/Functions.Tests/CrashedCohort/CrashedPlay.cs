using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Rehearsal.Script;
using ReverseMentoring.Rehearsal.Stage;

namespace ReverseMentoring.Functions.Tests.CrashedCohort;

/// <summary>
/// The real service in a folder, and the coordinator and the people of a sample, who remember nothing but what is on disk.
/// </summary>
internal sealed class CrashedPlay : IAsyncDisposable
{
    private readonly string _folder;
    private readonly string _sample;
    private readonly RehearsalStage _stage;
    private readonly Marks _marks;
    private readonly People _people;
    private readonly string _cohortId;

    private CrashedPlay(string folder, string sample, string cohortId, RehearsalScript script, RehearsalStage stage, Marks marks)
    {
        (_folder, _sample, _cohortId, _stage, _marks) = (folder, sample, cohortId, stage, marks);
        _people = new People(folder, cohortId, script, stage, marks);
    }

    private ICohortStore Store => _stage.Services.GetRequiredService<ICohortStore>();

    public static async Task<CrashedPlay> OpenAsync(string folder, string sample)
    {
        Directory.CreateDirectory(Path.Combine(folder, "emails"));
        var marks = new Marks(folder);
        var script = RehearsalScript.Load(Path.Combine(sample, "script.json"));
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(sample, "cohort.json")));
        var definition = CohortDefinitionReader.Read(FieldReader.Of(json.RootElement)).Value!;
        var now = marks.Clock ?? definition.Zone.ToInstant(script.Starts);
        var stage = await RehearsalStage.OpenAsync(folder, now, marks.CountStart(), new SendQuota(30, 100), new Silent(), null, default);
        var play = new CrashedPlay(folder, sample, definition.Id, script, stage, marks);
        await play._people.LookForLossesAsync();
        return play;
    }

    public async Task ToTheEndAsync(Action happened)
    {
        await BeginAsync();
        while (true)
        {
            await _stage.WhenIdleAsync(default);
            happened();
            var now = _stage.Clock.GetUtcNow();
            var (act, due) = await _people.NextAsync();
            if (act is not null && due <= now)
            {
                await act();
                continue;
            }

            if (await HasEndedAsync() || Sooner(_stage.NextDue, due) is not { } next)
            {
                break;
            }

            _marks.KeepClock(next);
            _stage.Clock.AdvanceTo(next);
        }

        await _people.LookForLossesAsync();
        var results = Path.Combine(_folder, "results.json");
        await File.WriteAllTextAsync($"{results}.new", await Outcome.OfAsync(Store, _cohortId));
        File.Move($"{results}.new", results);
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    /// <summary>The coordinator's first day, as far as it is not done.</summary>
    private async Task BeginAsync()
    {
        using var definition = new StringContent(
            JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_sample, "cohort.json")))!.ToJsonString());
        using (await _stage.Api.PostAsync("api/cohorts", definition))
        {
            // Created, or 409: there already.
        }

        if (await CohortAsync() is { Status: CohortStatus.Draft })
        {
            using var people = new StringContent(await File.ReadAllTextAsync(Path.Combine(_sample, "people.csv")));
            using var added = await _stage.Api.PostAsync($"api/cohorts/{_cohortId}/people", people);
            added.EnsureSuccessStatusCode();
        }

        using (await _stage.Api.PostAsync($"api/cohorts/{_cohortId}/start", null))
        {
            // Accepted, or 409: running already. A start cut short between its two writes is finished by this one.
        }
    }

    private async Task<Cohort> CohortAsync() => (await Store.FindAsync<Cohort>(_cohortId, Cohort.DocumentId, default))!.Value;

    private async Task<bool> HasEndedAsync() => await CohortAsync() is { Status: CohortStatus.Closed }
        && (await Store.ListAsync<OutboxMail>(_cohortId, OutboxMail.OpenKind, default)).Count == 0;

    private static DateTimeOffset? Sooner(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;
}
