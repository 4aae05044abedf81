using ReverseMentoring.Domain.People;

namespace ReverseMentoring.Domain.Cohorts;

/// <summary>Those few of a cohort's people whom its timeline asks for at each look, picked out once from a list of them.</summary>
public sealed class Groups
{
    internal Groups(IReadOnlyList<Person> people)
    {
        var here = people.Where(p => p.TakesPart).ToList();
        Declined = [.. people.Where(p => p.HasDeclined)];
        Withdrawn = [.. people.Where(p => p is { WithdrawnAt: not null, HasDeclined: false })];
        Leaving = [.. people.Where(p => p.IsLeaving)];
        CameBack = [.. here.Where(p => p.CameBackAt is not null)];
        Late = [.. here.Where(p => p.AnswerBy is not null)];
        SilentBy = [.. here.Where(p => p.Portrait is null).Select(p => p.AnswerBy).Distinct()];
        MentoringEnds = [.. people.Select(p => p.MentoringEndedAt).Distinct()];
        MentoringEndsOfThoseHere = [.. here.Select(p => p.MentoringEndedAt).Distinct()];
    }

    /// <summary>They said that the invitation is not for them.</summary>
    public IReadOnlyList<Person> Declined { get; }

    /// <summary>They left for good, and had not declined.</summary>
    public IReadOnlyList<Person> Withdrawn { get; }

    /// <summary>They asked to leave and can still come back.</summary>
    public IReadOnlyList<Person> Leaving { get; }

    /// <summary>They take part again after they had asked to leave.</summary>
    public IReadOnlyList<Person> CameBack { get; }

    /// <summary>They take part and were given a deadline of their own.</summary>
    public IReadOnlyList<Person> Late { get; }

    /// <summary>UTC; the deadlines of those who take part and have written no pen portrait; null: the cohort's.</summary>
    public IReadOnlyList<DateTimeOffset?> SilentBy { get; }

    /// <summary>UTC; when the mentoring of anybody ended, each once; null: it goes on.</summary>
    public IReadOnlyList<DateTimeOffset?> MentoringEnds { get; }

    /// <summary>The same of those who take part.</summary>
    public IReadOnlyList<DateTimeOffset?> MentoringEndsOfThoseHere { get; }
}
