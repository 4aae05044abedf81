using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Gatherings;

/// <summary>Who was at a gathering, as whoever led it says (N6). It is shown in counts alone.</summary>
/// <param name="Present">Ids of people who were invited; the others were not there.</param>
public sealed record Attendance(IReadOnlyList<string> Present)
{
    private const int Most = 2000;

    public static Outcome<Attendance> Read(FieldReader fields)
    {
        var present = fields.List("present", Most, person => person.Text("id", 60));
        return fields.Done(new Attendance(present));
    }

    /// <param name="name">Of the gathering, among the cohort's steps.</param>
    /// <returns>By the id of each who was invited, whether they were there; or why it can't be recorded.</returns>
    public Outcome<IReadOnlyDictionary<string, bool>> Decide(CohortSnapshot cohort, string name, DateTimeOffset now)
    {
        if (GatheringSteps.Named(name, cohort.Definition) is not { } gathering)
        {
            return new Refusal(
                RefusalKind.NotFound, "There is no such event in the cohort", "Nothing was changed. GET …/events names them.");
        }

        if (gathering.IsCancelled)
        {
            return Refusal.Conflict("That event was called off, so nobody can have been there.");
        }

        if (now < cohort.Instant(gathering.At))
        {
            return Refusal.Conflict("That event has not begun. Record who is there once it has.");
        }

        var invited = GatheringSteps.Invited(cohort, gathering).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var strangers = Present.Select((id, n) => (id, n)).Where(p => !invited.Contains(p.id))
            .Select(p => new Problem($"/present/{p.n}/id", "Nobody with this id was invited to the event.")).ToList();
        return strangers.Count > 0
            ? Refusal.Invalid(strangers)
            : invited.ToDictionary(id => id, id => Present.Contains(id), StringComparer.Ordinal);
    }
}

/// <summary>How many come to a gathering, and how many came.</summary>
/// <param name="Silent">Those who have not said whether they come.</param>
/// <param name="Present">Null: nobody has recorded it.</param>
public sealed record GatheringCounts(int Invited, int Coming, int NotComing, int Silent, int? Present)
{
    public static GatheringCounts Of(CohortSnapshot cohort, CohortEvent gathering)
    {
        var invited = cohort.Cohort.HasDone(GatheringSteps.InvitationId(gathering))
            ? GatheringSteps.Invited(cohort, gathering).ToList()
            : [];
        var said = invited.Select(p => EventReplyForm.Said(p, gathering)?.Comes).ToList();
        var there = invited.Select(p => p.Gatherings.GetValueOrDefault(gathering.StepName())?.WasThere).Where(w => w is not null).ToList();
        return new GatheringCounts(
            invited.Count, said.Count(s => s == true), said.Count(s => s == false), said.Count(s => s is null),
            there.Count == 0 ? null : there.Count(w => w == true));
    }
}
