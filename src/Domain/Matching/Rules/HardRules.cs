using ReverseMentoring.Domain.Matching.People;

namespace ReverseMentoring.Domain.Matching.Rules;

/// <summary>The rules no pair may break, for a mentor and a mentee of one request.</summary>
internal sealed class HardRules(MatchingRules rules)
{
    /// <summary>The first rule the pair would break, cheapest to see first; null when the pair is allowed.</summary>
    public HardRule? First(Member mentor, Member mentee)
    {
        if (mentor.Number == mentee.Number)
        {
            return HardRule.SamePerson;
        }

        if (Seniority(mentor, mentee) is { } seniority)
        {
            return seniority;
        }

        if (SameTeam(mentor, mentee))
        {
            return HardRule.SameTeam;
        }

        if (SameLine(mentor, mentee))
        {
            return HardRule.SameReportingLine;
        }

        if (!AccessMet(mentor, mentee))
        {
            return HardRule.AccessNeedsNotMet;
        }

        return Forbidden(mentor, mentee);
    }

    /// <summary>Every rule the pair would break, sides and capacity included, in the order of <see cref="HardRule"/>.</summary>
    public IReadOnlyList<HardRule> All(Member mentor, Member mentee)
    {
        if (mentor.Number == mentee.Number)
        {
            return [HardRule.SamePerson];
        }

        var broken = new List<HardRule>();
        if (!mentor.Person.Sides.HasFlag(Sides.Mentor) || !mentee.Person.Sides.HasFlag(Sides.Mentee))
        {
            broken.Add(HardRule.NotOnTheseSides);
        }

        if (Seniority(mentor, mentee) is { } seniority)
        {
            broken.Add(seniority);
        }

        if (SameLine(mentor, mentee))
        {
            broken.Add(HardRule.SameReportingLine);
        }

        if (SameTeam(mentor, mentee))
        {
            broken.Add(HardRule.SameTeam);
        }

        if (Forbidden(mentor, mentee) is { } forbidden)
        {
            broken.Add(forbidden);
        }

        if (!AccessMet(mentor, mentee))
        {
            broken.Add(HardRule.AccessNeedsNotMet);
        }

        if (mentor.Person.CapacityAsMentor <= 0 || mentee.Person.CapacityAsMentee <= 0)
        {
            broken.Add(HardRule.NoCapacity);
        }

        return broken;
    }

    private static HardRule? Seniority(Member mentor, Member mentee)
    {
        if (mentor.Rank is not { } junior || mentee.Rank is not { } senior || !senior.IsComparableWith(junior))
        {
            return HardRule.RanksNotComparable;
        }

        return senior.IsSeniorTo(junior) ? null : HardRule.MenteeNotMoreSenior;
    }

    private bool SameTeam(Member mentor, Member mentee) => rules.SameTeamForbidden && mentor.Team >= 0 && mentor.Team == mentee.Team;

    private static bool SameLine(Member mentor, Member mentee) =>
        mentor.Line.AsSpan().Contains(mentee.Number) || mentee.Line.AsSpan().Contains(mentor.Number);

    private bool AccessMet(Member mentor, Member mentee) => !rules.AccessNeedsMustBeMet
        || (mentor.AccessRequired.IsWithin(mentee.AccessOffered) && mentee.AccessRequired.IsWithin(mentor.AccessOffered));

    private static HardRule? Forbidden(Member mentor, Member mentee)
    {
        if (mentor.Forbidden.Count == 0 || !mentor.Forbidden.TryGetValue(mentee.Number, out var kind))
        {
            return null;
        }

        return kind switch
        {
            ForbidKind.PastPairing => HardRule.PastPairing,
            ForbidKind.CameToNothing => HardRule.NotAvailable,
            ForbidKind.Coordinator => HardRule.ForbiddenByCoordinator,
            var other => throw new InvalidOperationException($"There is no rule for a pair that is forbidden as {other}."),
        };
    }
}
