using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Pairing;

/// <summary>When the coordinator may have the cohort matched again, and release what was proposed.</summary>
public static class ProposalRules
{
    public const string TooLate = "It is too late to match again: a new pair would have fewer than two sessions left.";
    public const string NoProposalYet = "There is no proposal yet. It is made at the pen-portrait deadline.";

    /// <returns>Null where a new proposal may be made.</returns>
    public static Refusal? WhyNotPropose(CohortSnapshot cohort, DateTimeOffset now) => Because(
        cohort.Cohort.Status is not CohortStatus.Running
            ? $"The cohort is {Words(cohort.Cohort.Status)}; only a running one can be matched."
        : now >= Rematching.Until(cohort) ? TooLate
        : !cohort.Cohort.HasDone("portrait-deadline") || cohort.Proposal is null ? NoProposalYet
        : IsBeingReleased(cohort) ? "A release is being carried out at this moment. Ask again when the cohort's status shows it done."
        : null);

    /// <returns>Null where the coordinator may decide rules for the next proposal.</returns>
    public static Refusal? WhyNotRules(CohortSnapshot cohort, DateTimeOffset now) => Because(
        cohort.Cohort.Status is CohortStatus.Cancelled or CohortStatus.Closed
            ? $"The cohort is {Words(cohort.Cohort.Status)}; it is not matched any more."
        : now >= Rematching.Until(cohort) && cohort.Cohort.HasDone(Proposal.FirstRelease) ? TooLate
        : null);

    /// <summary>Released, and not yet carried out.</summary>
    public static bool IsBeingReleased(CohortSnapshot cohort) =>
        cohort.Proposal is { ReleasedAt: not null } proposal && !cohort.Cohort.HasDone(proposal.ReleaseStep);

    /// <summary>Since it was made, somebody has room for fewer pairs than it has for them.</summary>
    public static bool LeavesTooLittleRoom(CohortSnapshot cohort, Proposal proposal) =>
        proposal.Pairs.CountBy(p => p.MentorId).Any(c => cohort.FindPerson(c.Key) is { } mentor && mentor.MentorPlaces < c.Value)
        || proposal.Pairs.CountBy(p => p.MenteeId).Any(c => cohort.FindPerson(c.Key) is { } mentee && mentee.MenteePlaces < c.Value);

    /// <returns>Null where this version may be released.</returns>
    public static Refusal? WhyNotRelease(CohortSnapshot cohort, int version, DateTimeOffset now) => Because(
        cohort.Proposal is not { } proposal ? NoProposalYet
        : proposal.Version != version
        ? $"The proposal has moved on: this is version {proposal.Version}, you asked to release {version}. Look at it again before you "
            + "release it."
        : proposal.ReleasedAt is not null ? null
        : cohort.Cohort.Status is not CohortStatus.Running
        ? $"The cohort is {Words(cohort.Cohort.Status)}; only a running one can be released."
        : LeavesTooLittleRoom(cohort, proposal)
        ? "Somebody has room for fewer pairs now than this proposal has for them. Match again, and look at what it "
            + "gives."
        : proposal.Again && now >= Rematching.Until(cohort) ? TooLate
        : null);

    /// <summary>Makes the proposal, or tells every problem that prevents it.</summary>
    public static Outcome<Proposal> Propose(CohortSnapshot cohort, DateTimeOffset now)
    {
        if (WhyNotPropose(cohort, now) is { } whyNot)
        {
            return whyNot;
        }

        var proposal = ProposalMaker.Make(cohort, NextVersion(cohort), now);
        return Outcome.Of(proposal, [.. proposal.Problems.Select(p => new Problem("/", p))]);
    }

    /// <summary>Reads and checks the coordinator's rules for the next proposal.</summary>
    public static Outcome<CoordinatorRules> Decide(CohortSnapshot cohort, FieldReader asked, DateTimeOffset now) =>
        WhyNotRules(cohort, now) is { } whyNot ? whyNot : RulesRequest.Read(asked, cohort, now);

    /// <returns>The proposal as released; the very one that stands where it was released before.</returns>
    public static Outcome<Proposal> Release(CohortSnapshot cohort, int version, DateTimeOffset now) =>
        WhyNotRelease(cohort, version, now) is { } whyNot ? whyNot
        : cohort.Proposal is { ReleasedAt: null } proposal ? proposal with { ReleasedAt = now }
        : cohort.Proposal!;

    internal static int NextVersion(CohortSnapshot cohort) => (cohort.Proposal?.Version ?? 0) + 1;

    private static Refusal? Because(string? sentence) => sentence is null ? null : Refusal.Conflict(sentence);

    private static string Words(CohortStatus status) => status switch
    {
        CohortStatus.Draft => "not started",
        CohortStatus.Cancelled => "cancelled",
        CohortStatus.Running => "running",
        CohortStatus.Closed => "closed",
        var other => throw new ArgumentOutOfRangeException(nameof(status), other, "There is no word for this status."),
    };
}
