namespace ReverseMentoring.Domain.Schemes;

/// <summary>How long the parts of a cohort's course last, from which one date gives all the others. A scheme may have its own.</summary>
public sealed record TimetableLengths
{
    /// <summary>Weeks in which people can send their pen portrait.</summary>
    public int AnswerWeeks { get; init; } = 4;

    /// <summary>Days from the pen-portrait deadline to the last day for releasing the match.</summary>
    public int MatchingDays { get; init; } = 7;

    /// <summary>Days from there to the launch: in time for partners to hear of each other, and to be invited.</summary>
    public int LaunchDays { get; init; } = 21;

    /// <summary>Days from the launch to the opening of the first session.</summary>
    public int FirstSessionDays { get; init; } = 6;

    public int Sessions { get; init; } = 6;

    public int SessionWindowDays { get; init; } = 27;

    /// <summary>Sessions without which a cohort cannot start; 0: any number will do.</summary>
    public int LeastSessions { get; init; }

    /// <summary>Weeks from the launch to the close of the last session without which a cohort cannot start; 0: any will do.</summary>
    public int LeastWeeks { get; init; }

    /// <summary>For how many days after a session has closed a pair may still meet for it.</summary>
    public int StretchDays { get; init; }

    /// <summary>Days from the close of the last session to the wash-up.</summary>
    public int WashUpDays { get; init; } = 21;

    /// <summary>Days from the wash-up to the opening of the evaluation.</summary>
    public int EvaluationDays { get; init; } = 6;

    public int EvaluationWeeks { get; init; } = 3;

    /// <summary>Months for which personal data is kept after somebody's mentoring has ended.</summary>
    public int RetentionMonths { get; init; } = 12;

    /// <summary>What is wrong with a scheme's own, in sentences.</summary>
    public IEnumerable<string> Problems()
    {
        if (AnswerWeeks < 1 || MatchingDays < 1 || LaunchDays < 1 || FirstSessionDays < 0 || WashUpDays < 1 || EvaluationDays < 0
            || EvaluationWeeks < 1)
        {
            yield return "timetable: each part must last at least a day.";
        }

        if (Sessions < LeastSessions || LeastWeeks is < 0 or > 100 || StretchDays is < 0 or > 62)
        {
            yield return "timetable: sessions must be no fewer than leastSessions, stretchDays from 0 to 62, leastWeeks from 0 to 100.";
        }

        if (Sessions is < 1 or > 24 || SessionWindowDays is < 7 or > 31 || RetentionMonths is < 1 or > 60)
        {
            yield return "timetable: sessions must be from 1 to 24, sessionWindowDays from 7 to 31, retentionMonths from 1 to 60.";
        }
    }
}
