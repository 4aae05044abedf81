using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Functions.Cohorts;

/// <summary>Makes a draft from a definition. Whoever asks, the API or the local host's pages, the decision is made here.</summary>
public sealed class CohortCreator(ICohortStore store, ISchemeLibrary schemes, TimeProvider clock)
{
    public Task<Outcome<Cohort>> CreateAsync(FieldReader definition, CancellationToken cancellation) =>
        CohortDefinitionReader.Read(definition, schemes.Ids).Then(Ahead).ThenAsync<Cohort>(async read =>
        {
            var cohort = new Cohort { Definition = read, Status = CohortStatus.Draft, CreatedAt = clock.GetUtcNow() };
            return await store.TryCreateAsync(cohort, cancellation)
                ? cohort
                : Refusal.Conflict("There is a cohort with this id already. Choose another id.");
        });

    private Outcome<CohortDefinition> Ahead(CohortDefinition definition) =>
        Outcome.Of(definition, [.. CohortDefinitionRules.CheckPast(definition, clock.GetUtcNow())]);
}
