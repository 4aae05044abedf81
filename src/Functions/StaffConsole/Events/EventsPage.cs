using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Store;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.StaffConsole.Events;

/// <summary>The cohort's gatherings: who was invited, who comes, how one joins, who came.</summary>
public sealed class EventsPage(CohortReader reader) : ConsolePage
{
    public override string Route => "cohorts/{cohort}/events";

    public override Audience Audience => Audience.Team;

    public override async Task<ConsoleAnswer> ShowAsync(Visit visit, CancellationToken cancellation)
    {
        var cohort = await reader.ReadAsync(visit.CohortId, cancellation);
        return new ConsoleAnswer("events", Of(("events", cohort.Definition.Events.OrderBy(e => e.At)
            .Select(e => EventPage.Values(visit, cohort, e)).ToList())))
        {
            Place = "events",
            HasFields = false,
        };
    }
}
