using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Matching;
using ReverseMentoring.Functions.Staff;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.StaffConsole.Matching;

/// <summary>
/// Before the deadline what stands in the way of a good match; then the proposal with its reasons, what can be decided about it, and its
/// release.
/// </summary>
public sealed class MatchingPage(CohortReader reader, MatchingDesk desk, TwoPeople two) : ConsolePage
{
    /// <summary>Marked as changed at most; more than so many are "most of them".</summary>
    private const int MostChanged = 40;

    public override string Route => "cohorts/{cohort}/matching";

    public override Audience Audience => Audience.Coordinator;

    public override async Task<ConsoleAnswer> ShowAsync(Visit visit, CancellationToken cancellation)
    {
        var cohort = await reader.ReadAsync(visit.CohortId, cancellation);
        var shown = Show(visit, cohort);
        var version = cohort.Proposal?.Version.ToString(CultureInfo.InvariantCulture);
        var waiting = (await two.WaitingAsync(cohort, cancellation))
            .FirstOrDefault(f => f.What == SharedDecision.Release && f.AboutId == version);
        return shown with { Values = new Dictionary<string, object?>(shown.Values) { ["waiting"] = FirstOfTwoValues.Of(waiting, visit) } };
    }

    public override async Task<ConsoleAnswer> DoAsync(Visit visit, CancellationToken cancellation)
    {
        var cohort = await reader.ReadAsync(visit.CohortId, cancellation);
        if (visit.Does == "release")
        {
            return int.TryParse(visit.Typed("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? await ReleaseAsync(visit, cohort, version, cancellation)
                : ConsoleAnswer.NoSuchButton;
        }

        if (visit.Does == "propose")
        {
            return await ProposeAsync(visit, cohort, "proposed", cancellation);
        }

        if (RulesForm.Read(cohort, visit) is not { } asked)
        {
            return ConsoleAnswer.NoSuchButton;
        }

        var decided = await desk.DecideAsync(cohort, asked, cancellation);
        if (!decided.Succeeded)
        {
            return Show(visit, cohort).Refused(decided.Refusal);
        }

        // Rules may be decided before there is a proposal; they count in the first one.
        return cohort.Proposal is null || ProposalRules.WhyNotPropose(cohort, visit.Now) is not null
            ? ConsoleAnswer.Done(Path(visit), Deed(visit, "decided"))
            : await ProposeAsync(
                visit, await reader.ReadAsync(visit.CohortId, cancellation), visit.Does == "free" ? "freed" : visit.Does, cancellation);
    }

    private static ConsoleAnswer Show(Visit visit, CohortSnapshot cohort) =>
        new("matching", new Dictionary<string, object?>(new MatchingValues(visit, cohort).Values())
        {
            ["two_people"] = TwoPeople.Asks(cohort, SharedDecision.Release),
            ["waiting"] = null,
        })
        { Place = "matching", HasFields = false };

    private async Task<ConsoleAnswer> ReleaseAsync(Visit visit, CohortSnapshot cohort, int version, CancellationToken cancellation)
    {
        var about = version.ToString(CultureInfo.InvariantCulture);
        var released = desk.WhyNotRelease(cohort, version) is { } refusal
            ? refusal
            : await two.DecideAsync(
                cohort, SharedDecision.Release, visit.Session.Email, about, "",
                () => desk.ReleaseAsync(cohort, version, isShared: true, cancellation), cancellation);
        return released is null ? ConsoleAnswer.Done(Path(visit), new Deed("release-asked"))
            : released.Succeeded
            ? ConsoleAnswer.Done(Path(visit), new Deed("released")) with { Nudges = visit.CohortId }
            : Show(visit, await reader.ReadAsync(visit.CohortId, cancellation)).Refused(released.Refusal);
    }

    /// <summary>The rules that were decided stay decided where no match comes of them: the page says what stands in the way.</summary>
    private async Task<ConsoleAnswer> ProposeAsync(Visit visit, CohortSnapshot cohort, string deed, CancellationToken cancellation)
    {
        var made = await desk.ProposeAsync(cohort, cancellation);
        if (!made.Succeeded)
        {
            return Show(visit, await reader.ReadAsync(visit.CohortId, cancellation)).Refused(made.Refusal);
        }

        var changed = Changed(cohort.Proposal, made.Value);
        var marked = string.Join('.', changed.Take(MostChanged));
        return ConsoleAnswer.GoTo(
            $"{Path(visit)}?done={deed}&changes={changed.Count.ToString(CultureInfo.InvariantCulture)}&changed={marked}") with
        {
            Deed = Deed(visit, deed),
            Nudges = visit.CohortId,
        };
    }

    /// <summary>Reverse mentors whose partner is another than before.</summary>
    private static List<string> Changed(Proposal? before, Proposal after)
    {
        var was = (before?.Pairs ?? []).Select(p => (p.MentorId, p.MenteeId)).ToHashSet();
        return [.. after.Pairs.Where(p => !was.Contains((p.MentorId, p.MenteeId))).Select(p => p.MentorId)
            .Distinct(StringComparer.Ordinal)];
    }

    private static Deed Deed(Visit visit, string name) =>
        new(name, visit.Typed("mentor") is { Length: > 0 } mentor ? $"{mentor} {visit.Typed("mentee")}" : null);

    private static string Path(Visit visit) => $"cohorts/{visit.CohortId}/matching";
}
