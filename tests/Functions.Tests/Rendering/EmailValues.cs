namespace ReverseMentoring.Functions.Tests.Rendering;

/// <summary>What each email gets besides the values that all get.</summary>
internal static class EmailValues
{
    private static readonly Dictionary<string, object?> Event = new()
    {
        ["name"] = "Collective launch",
        ["when"] = "Tuesday 28 March 2023, 4.30pm, London time",
        ["where"] = "Online",
        ["about"] = "A welcome from those who lead the scheme.",
    };

    private static readonly Dictionary<string, object?> Session = new()
    {
        ["number"] = 2,
        ["of"] = 6,
        ["opens"] = "1 May 2023",
        ["closes"] = "31 May 2023, 11.59pm, London time",
        ["heading"] = "Culture",
        ["prompts"] = new[] { "What is a usual day like?", "What surprises you?" },
    };

    private static readonly Dictionary<string, object?> Reflection = new()
    {
        ["number"] = 1,
        ["of"] = 2,
        ["closes"] = "30 June 2023, noon, London time",
        ["prompts"] = new[] { "What have you learnt?" },
    };

    private static readonly Dictionary<string, object?> Evaluation = new()
    {
        ["closes"] = "30 November 2023, noon, London time",
        ["minutes"] = "5",
        ["thresholds"] = "Scores need five answers, free text ten.",
    };

    private static readonly Dictionary<string, object?> Partner = new()
    {
        ["name"] = "Robin Partner",
        ["role"] = "reverse mentee",
        ["role_and_experience"] = "Circuit Judge since 2015",
        ["why_interested"] = "To listen.",
        ["contact"] = "robin@example.org",
    };

    public static readonly Dictionary<string, Dictionary<string, object?>> ByTemplate = new()
    {
        ["invitation"] = new()
        {
            ["deadline"] = "Monday 27 February 2023, 4pm, London time",
            ["launch"] = "28 March 2023",
            ["minutes"] = "10",
        },
        ["portrait-reminder"] = new() { ["deadline"] = "Monday 27 February 2023" },
        ["portrait-receipt"] = new()
        {
            ["deadline"] = "Monday 27 February 2023",
            ["shared_fields"] = new[] { "Name", "Role" },
            ["private_fields"] = new[] { "Courts" },
        },
        ["not-taken-up"] = [],
        ["matches-proposed"] = new()
        {
            ["counts"] = new Dictionary<string, object?>
            {
                ["pairs"] = 41,
                ["unmatched"] = 1,
                ["conflicts"] = 2,
                ["mentors"] = 41,
                ["mentees"] = 40,
            },
            ["release_by"] = "20 March 2023",
            ["how_to_release"] = "Send a POST to the matching route.",
        },
        ["release-reminder"] = new() { ["release_by"] = "20 March 2023", ["overdue"] = true },
        ["introduction"] = new()
        {
            ["partner"] = Partner,
            ["launch"] = "28 March 2023",
            ["undertakings"] = new[] { "Keep the times you agree" },
            ["handbook"] = new[]
            {
                new Dictionary<string, object?> { ["heading"] = "First session", ["text"] = "Get to know each other." },
            },
        },
        ["match-offer"] = new()
        {
            ["partner"] = Partner,
            ["answer_by"] = "20 March 2023",
            ["launch"] = "28 March 2023",
            ["undertakings"] = new[] { "Keep the times you agree" },
        },
        ["match-reminder"] = new() { ["answer_by"] = "20 March 2023" },
        ["late-joiners"] = new()
        {
            ["counts"] = new Dictionary<string, object?> { ["answered"] = "3", ["left_out"] = "1" },
            ["launch"] = "28 March 2023",
            ["how_to_propose"] = "Send a POST",
        },
        ["undelivered"] = new()
        {
            ["person"] = "Ada Mentor",
            ["result"] = "Bounced",
            ["how_to_correct"] = "Send a PUT",
        },
        ["match-not-available"] = [],
        ["pairing-ended"] = new() { ["ended"] = "3 May 2023" },
        ["consent-closed"] = new()
        {
            ["counts"] = new Dictionary<string, object?> { ["pairs"] = "12", ["not_available"] = "2", ["without"] = "3" },
            ["launch"] = "28 March 2023",
            ["how_to_propose"] = "Send a POST",
        },
        ["not-matched"] = new() { ["kept_until"] = "28 March 2024" },
        ["launch-invitation"] = new() { ["event"] = Event },
        ["training"] = new() { ["event"] = Event },
        ["support-session"] = new() { ["event"] = Event },
        ["mixer"] = new() { ["event"] = Event },
        ["wash-up"] = new() { ["event"] = Event },
        ["session-opening"] = new() { ["session"] = Session },
        ["session-check"] = new() { ["session"] = Session },
        ["session-nudge"] = new() { ["session"] = Session },
        ["session-missed"] = new()
        {
            ["session"] = Session,
            ["pair"] = "Pair 7",
            ["mentor"] = "Ada Mentor",
            ["mentee"] = "Robin Partner",
            ["heard"] = true,
        },
        ["reflection-opening"] = new() { ["reflection"] = Reflection },
        ["reflection-reminder"] = new() { ["reflection"] = Reflection },
        ["evaluation-opening"] = new() { ["evaluation"] = Evaluation },
        ["evaluation-reminder"] = new() { ["evaluation"] = Evaluation },
        ["report-ready"] = new()
        {
            ["report"] = new Dictionary<string, object?> { ["answers"] = "62", ["asked"] = 80, ["address"] = null },
        },
        ["partner-withdrew"] = new() { ["ended"] = "3 May 2023" },
        ["participant-withdrew"] = new() { ["pair"] = "Pair 7", ["role"] = "reverse mentor", ["ended"] = "3 May 2023" },
        ["withdrawal-receipt"] = new()
        {
            ["asked_on"] = "3 May 2023, 10.12am",
        },
        ["retention-notice"] = new() { ["erase_on"] = "30 November 2024", ["months"] = 12 },
        ["erasure-receipt"] = new()
        {
            ["erased_on"] = "30 November 2024",
            ["months"] = 12,
            ["proof"] = "ER-7F3A",
        },
        ["fresh-link"] = new() { ["purpose"] = "Your reflection" },
        ["cohort-closed"] = new() { ["people"] = 81, ["erased"] = 81, ["report"] = "Kept without personal data." },
        ["change-notice"] = new() { ["what"] = "The wash-up", ["old"] = "6 November 2023", ["new"] = "13 November 2023" },
        ["cohort-cancelled"] = new() { ["because"] = "Too few people could take part." },
    };
}
