using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Gatherings;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Gatherings;

/// <summary>Records who was at a gathering, whoever asks: the API or the pages. Recorded again, it takes the place of what was.</summary>
public sealed class AttendanceDesk(ICohortStore store, TimeProvider clock)
{
    /// <returns>The counts as they are then.</returns>
    public Task<Outcome<GatheringCounts>> RecordAsync(
        CohortSnapshot cohort, string gathering, Attendance asked, CancellationToken cancellation) =>
        asked.Decide(cohort, gathering, clock.GetUtcNow()).ThenAsync<GatheringCounts>(async there =>
        {
            var people = new List<Person>();
            foreach (var person in cohort.People)
            {
                people.Add(there.TryGetValue(person.Id, out var wasThere)
                    ? await store.UpdateAsync<Person>(
                        person.CohortId, person.Id, p => p.Attend(gathering, wasThere), cancellation) ?? person
                    : person);
            }

            return GatheringCounts.Of(cohort with { People = people }, GatheringSteps.Named(gathering, cohort.Definition)!);
        });
}
