using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Domain.Time;

namespace ReverseMentoring.Functions.Cohorts;

/// <summary>Makes a draft from a definition. Whoever asks, the API or the local host's pages, the decision is made here.</summary>
public sealed class CohortCreator(ICohortStore store, ISchemeLibrary schemes, IPublicHolidays holidays, TimeProvider clock)
{
    public Task<Outcome<Cohort>> CreateAsync(FieldReader fields, CancellationToken cancellation) =>
        CohortDefinitionReader.Read(fields, schemes.Ids, holidays.Countries).Then(Ahead).ThenAsync<Cohort>(async read =>
        {
            // From now on its own: it stays where it is, whatever becomes of the scheme.
            var definition = read with { Country = read.Country ?? schemes.Find(read.Scheme)?.Country };
            var cohort = new Cohort { Definition = definition, Status = CohortStatus.Draft, CreatedAt = clock.GetUtcNow() };
            return await store.TryCreateAsync(cohort, cancellation)
                ? cohort
                : Refusal.Conflict("There is a cohort with this id already. Choose another id.");
        });

    private Outcome<CohortDefinition> Ahead(CohortDefinition definition) =>
        Outcome.Of(definition, [.. CohortDefinitionRules.CheckPast(definition, clock.GetUtcNow())]);
}
