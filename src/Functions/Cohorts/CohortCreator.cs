using System.Text.Json;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Functions.Cohorts;

/// <summary>Makes a draft from a definition. Whoever asks, the API or the local host's pages, the decision is made here.</summary>
public sealed class CohortCreator(ICohortStore store, ISchemeLibrary schemes, TimeProvider clock)
{
    public async Task<CohortCreation> CreateAsync(JsonElement definition, CancellationToken cancellation)
    {
        var read = CohortDefinitionReader.Read(definition);
        var problems = read.Problems.ToList();
        if (read.Value is { Scheme.Length: > 0 } named && schemes.Find(named.Scheme) is null)
        {
            problems.Add(new Problem("/scheme", $"There is no such scheme. There are: {string.Join(", ", schemes.Ids)}."));
        }

        if (problems.Count > 0)
        {
            return new CohortCreation(null, problems);
        }

        var cohort = new Cohort { Definition = read.Value!, Status = CohortStatus.Draft, CreatedAt = clock.GetUtcNow() };
        return new CohortCreation(await store.TryCreateAsync(cohort, cancellation) ? cohort : null, []);
    }
}

/// <param name="Created">Null where nothing was changed: the definition has problems or, without any, its id is taken.</param>
public sealed record CohortCreation(Cohort? Created, IReadOnlyList<Problem> Problems);
