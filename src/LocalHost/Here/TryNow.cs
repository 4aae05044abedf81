using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Cohorts;
using ReverseMentoring.Functions.People;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.LocalHost.Here;

/// <summary>
/// Makes the cohort of samples/try-now and starts it, by the very decisions of the API: create, add people, start. Each may be done twice,
/// so whoever asks again for the same number finds it there, and one that was left half made by a crash is finished.
/// </summary>
internal sealed class TryNow(
    TryNowDefinition sample,
    CohortCreator creator,
    CohortReader reader,
    PeopleAdder adder,
    CohortLaunch launch,
    DurableTaskClient client,
    ICohortStore store,
    TimeProvider clock)
{
    /// <summary>The first number that has no cohort, or one that was never started.</summary>
    public async Task<int> NextNumberAsync(CancellationToken cancellation)
    {
        var number = 1;
        while (await IsStartedAsync(TryNowDefinition.IdOf(number), cancellation))
        {
            number++;
        }

        return number;
    }

    /// <summary>How many people the sample has.</summary>
    public int People => Sample().Count;

    /// <returns>The cohort's id.</returns>
    /// <exception cref="InvalidOperationException">The files in samples/try-now are not right; the message says what is wrong.</exception>
    public async Task<string> BeginAsync(int number, CancellationToken cancellation)
    {
        var id = TryNowDefinition.IdOf(number);
        using (var definition = sample.At(number, clock.GetUtcNow()))
        {
            var created = await creator.CreateAsync(FieldReader.Of(definition.RootElement), cancellation);
            Check("cohort.json", created.Problems);
        }

        var cohort = await reader.ReadAsync(id, cancellation);
        if (cohort.Cohort.Status != CohortStatus.Draft)
        {
            return id;
        }

        var added = await Sample().Read(ColumnChoice.None, cohort.Scheme)
            .ThenAsync(people => adder.TakeAsync(cohort, people, dryRun: false, cancellation));
        Check("people.csv", [.. added.Problems, .. added.Value?.Rows.SelectMany(r => r.Problems ?? []) ?? []]);
        // Somebody who pressed the button twice meets their own first press here: either way the cohort is started.
        var started = await launch.StartAsync(client, await reader.ReadAsync(id, cancellation), cancellation);
        Check("cohort.json", started.Problems);

        return id;
    }

    private async Task<bool> IsStartedAsync(string id, CancellationToken cancellation) =>
        await store.FindAsync<Cohort>(id, Cohort.DocumentId, cancellation) is { Value.Status: not CohortStatus.Draft };

    private SentPeople Sample() =>
        PeopleBody.Read(sample.People, "text/csv", ColumnChoice.None).Value
            ?? throw new InvalidOperationException(
                "samples/try-now/people.csv holds no people that can be read, so no cohort can be tried. Put the file back as it was.");

    private static void Check(string file, IReadOnlyList<Problem> problems)
    {
        if (problems.Count > 0)
        {
            throw new InvalidOperationException(
                $"samples/try-now/{file} is not right, so the cohort to try was not started. Mend it, or put it back as it was. " +
                string.Join(" ", problems.Select(p => $"{p.Place}: {p.Sentence}")));
        }
    }
}
