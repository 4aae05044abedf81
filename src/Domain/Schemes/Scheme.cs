using System.Text.Json.Serialization;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Matching.People;

namespace ReverseMentoring.Domain.Schemes;

/// <summary>A preset: the texts, prompts, ranks and contacts that cohorts of one scheme share (K3, A7).</summary>
public sealed record Scheme
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Its colour and mark on pages and in emails; null: those of the service.</summary>
    public Face? Face { get; init; }

    /// <summary>In which its people are written to; a folder of templates/.</summary>
    public string Language { get; init; } = Schemes.Language.Default;

    /// <summary>What makes it final that somebody leaves, so that nobody to whom an email was forwarded can do it for them.</summary>
    public LeavingProof Leaving { get; init; }

    /// <summary>What two people who coordinate have to decide together; each signs in by themselves.</summary>
    public IReadOnlyList<SharedDecision> TwoPeople { get; init; } = [];

    /// <summary>Whose public holidays count in cohorts that name no country of their own.</summary>
    public string? Country { get; init; }

    /// <summary>How many emails a person is meant to get in a month: what can wait does, where they have had so many.</summary>
    public int EmailsAMonth { get; init; } = 5;

    public QuietHours QuietHours { get; init; } = QuietHours.Usual;

    /// <summary>How that language says what stands in no template. Whoever reads a scheme gives it along.</summary>
    [JsonIgnore]
    public Language Words
    {
        get => field ?? throw new InvalidOperationException("The scheme was read without its language.");
        init;
    }

    public required SchemeContact Contact { get; init; }

    public required SupportLine SupportLine { get; init; }

    /// <summary>Who sees what participants answer, in one sentence for every footer (J26).</summary>
    public required string WhoSees { get; init; }

    public required string PrivacyNotice { get; init; }

    /// <summary>Kept with what somebody sends, so that it is known which notice they had read (J29).</summary>
    public string PrivacyNoticeVersion { get; init; } = "1";

    /// <summary>Of the preset: it changes with every change of its texts or rules.</summary>
    public string Version { get; init; } = "1";

    /// <summary>What it says to whoever thinks of taking part; null: people can't apply in its cohorts.</summary>
    public SchemeRecruiting? Recruiting { get; init; }

    /// <summary>
    /// What is to be kept to when the reverse mentor sits in on a meeting of their partner's (N2); null: the scheme has no such thing.
    /// </summary>
    public string? Observation { get; init; }

    /// <summary>What each gives their word to before a match (J5, J14, N11).</summary>
    public required IReadOnlyList<string> Undertakings { get; init; }

    /// <summary>The sentence of the declaration "if matched" (J30).</summary>
    public required string Declaration { get; init; }

    public required IReadOnlyList<HandbookSection> Handbook { get; init; }

    /// <summary>Something to read, to watch or to turn to.</summary>
    public IReadOnlyList<SchemeResource> Resources { get; init; } = [];

    /// <summary>Points to concentrate on, session by session (J10); a cohort with more sessions uses the last again.</summary>
    public required IReadOnlyList<SessionTopic> Sessions { get; init; }

    /// <summary>Topics that people may choose to speak about, each with where to begin (A2, T5).</summary>
    public IReadOnlyList<TopicGuide> Topics { get; init; } = [];

    public required IReadOnlyList<string> ReflectionPrompts { get; init; }

    /// <summary>
    /// The short evaluation: the same questions for both sides, because both should benefit (A1). Each is answered from 5 (very much) to 1.
    /// </summary>
    public required IReadOnlyList<EvaluationQuestion> EvaluationQuestions { get; init; }

    public SchemeMatching Matching { get; init; } = new();

    /// <summary>How long the parts of a cohort's course last.</summary>
    public TimetableLengths Timetable { get; init; } = new();

    /// <summary>The parts of a scheme's whole life, with how long each takes (K5–K8); none where the preset has no such plan.</summary>
    public IReadOnlyList<SchemeStage> Stages { get; init; } = [];

    public required IReadOnlyList<RankList> Ranks { get; init; }

    public SessionTopic SessionTopic(int number) => Sessions[Math.Min(number, Sessions.Count) - 1];

    /// <returns>Null where the rank is declared, else a sentence.</returns>
    public string? RankProblem(string organisation, string rank)
    {
        var list = RanksOf(organisation);
        if (list is null)
        {
            return $"The scheme declares no ranks for this organisation. It knows: {string.Join(", ", Ranks.Select(r => r.Organisation))}.";
        }

        return list.Level(rank) is null
            ? $"This rank is not declared. {list.Organisation} has, from junior to senior: "
                + $"{string.Join(", ", list.Ranks.Select(r => r.Name))}."
            : null;
    }

    /// <summary>The organisation's own list, else the one for "*", else null.</summary>
    public RankList? RanksOf(string organisation) =>
        Ranks.FirstOrDefault(r => Label.Same(r.Organisation, organisation))
        ?? Ranks.FirstOrDefault(r => r.Organisation == "*");
}

public enum LeavingProof
{
    /// <summary>The person types the address at which they had the email; their data goes at once.</summary>
    Address,

    /// <summary>A second email, and a day in which to come back; then their data goes.</summary>
    Undo,
}

public sealed record SchemeContact(string Name, string Email);

/// <param name="LeastWeeks">How long it takes at the least.</param>
/// <param name="MostWeeks">Null: it may go on.</param>
public sealed record SchemeStage(StageKind Kind, string Name, string About, int LeastWeeks, int? MostWeeks);

public enum StageKind
{
    /// <summary>Purpose, aims and objectives are laid down, before anybody is invited.</summary>
    Purpose,

    /// <summary>People are asked, answer and are matched.</summary>
    Engage,

    /// <summary>From the launch to the end of the last session.</summary>
    Run,

    /// <summary>Reflections and evaluation, from then on.</summary>
    Reflect,
}

/// <param name="Note">When and for what it can be called (K14).</param>
public sealed record SupportLine(string Name, string Phone, string Note);

/// <param name="Name">Under which the answer is kept: lower-case letters.</param>
public sealed record EvaluationQuestion(string Name, string Text);

public sealed record HandbookSection(string Heading, string Text);

/// <param name="Prompts">For both.</param>
public sealed record SessionTopic(string Heading, IReadOnlyList<string> Prompts)
{
    /// <summary>What the reverse mentor may ask (J10).</summary>
    public IReadOnlyList<string> MentorAsks { get; init; } = [];

    /// <summary>What the reverse mentee may ask or answer (J10).</summary>
    public IReadOnlyList<string> MenteeAsks { get; init; } = [];
}

/// <summary>A topic, from the first question to something done.</summary>
/// <param name="Name">As it can be chosen in the pen portrait, where the scheme asks for topics.</param>
/// <param name="Never">What does not belong there.</param>
public sealed record TopicGuide(string Name, string Opening, string Middle, string Act, string Never);

/// <summary>Something to read, to watch or to turn to (J12, K13, N13).</summary>
/// <param name="Url">An address that begins with https://; empty: none.</param>
public sealed record SchemeResource(string Name, string About, string Url);

/// <summary>An organisation's ranks, junior to senior. Equal levels count as equal across organisations.</summary>
public sealed record RankList(string Organisation, IReadOnlyList<RankLevel> Ranks)
{
    public int? Level(string rank) => Ranks.FirstOrDefault(r => Label.Same(r.Name, rank))?.Level;
}

public sealed record RankLevel(string Name, int Level);
