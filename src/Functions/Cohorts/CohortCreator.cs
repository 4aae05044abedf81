using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Domain.Time;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Cohorts;

/// <summary>Makes a draft from a definition. Whoever asks, the API or the local host's pages, the decision is made here.</summary>
public sealed class CohortCreator(ICohortStore store, ISchemeLibrary schemes, IPublicHolidays holidays, TimeProvider clock)
{
    private const string Overtaken = "Somebody changed or started this cohort at the same moment. Look at it, then send the "
        + "definition again.";

    public Task<Outcome<Cohort>> CreateAsync(FieldReader fields, CancellationToken cancellation) =>
        CohortDefinitionReader.Read(fields, schemes.Ids, holidays.Countries).Then(Ahead).ThenAsync<Cohort>(async read =>
        {
            var cohort = new Cohort { Definition = InCountry(read), Status = CohortStatus.Draft, CreatedAt = clock.GetUtcNow() };
            return await store.TryCreateAsync(cohort, cancellation)
                ? cohort
                : Refusal.Conflict("There is a cohort with this id already. Choose another id.");
        });

    /// <summary>Lays a draft down anew; the people in it stay.</summary>
    public Task<Outcome<Cohort>> EditAsync(CohortSnapshot cohort, FieldReader fields, CancellationToken cancellation) =>
        CohortDefinitionReader.Read(fields, schemes.Ids, holidays.Countries).Then(Ahead).Then(read => MayBecome(cohort, read))
            .ThenAsync(read => store.ReplaceAsync(cohort, cohort.Cohort with { Definition = InCountry(read) }, Overtaken, cancellation));

    /// <summary>From now on its own: it stays where it is, whatever becomes of the scheme.</summary>
    private CohortDefinition InCountry(CohortDefinition read) =>
        read with { Country = read.Country ?? schemes.Find(read.Scheme)?.Country };

    private static Outcome<CohortDefinition> MayBecome(CohortSnapshot cohort, CohortDefinition read) =>
        cohort.Cohort.Status != CohortStatus.Draft
            ? Refusal.Conflict(
                "It was started, so it is changed date by date, and people are told: POST api/cohorts/{id}/changes.")
        : read.Id != cohort.Cohort.CohortId
            ? Refusal.Invalid("/id", $"It is {cohort.Cohort.CohortId} and stays so; leave it, or create another cohort.")
        : read.Scheme != cohort.Definition.Scheme && cohort.People.Count > 0
            ? Refusal.Invalid("/scheme", "There are people in it, with ranks of the other scheme. Delete the draft and create it anew.")
        : read;

    private Outcome<CohortDefinition> Ahead(CohortDefinition definition) =>
        Outcome.Of(definition, [.. CohortDefinitionRules.CheckPast(definition, clock.GetUtcNow()), .. CheckRecruiting(definition)]);

    private IEnumerable<Problem> CheckRecruiting(CohortDefinition definition) =>
        definition.Applications is not null && schemes.Find(definition.Scheme) is { Recruiting: null }
            ? [new Problem("/applications", "This scheme says nothing of its roles, so people can't apply. Leave it out, and add people.")]
            : [];
}
