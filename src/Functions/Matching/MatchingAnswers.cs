using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Matching.Rules;

namespace ReverseMentoring.Functions.Matching;

/// <summary>What the coordinator reads about a matching; scores are whole thousandths of a weight point.</summary>
public sealed record ShownMatching
{
    public required int Version { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>UTC; left out until it is released.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>Made after a first release, so its own release only changes what is new.</summary>
    public required bool Again { get; init; }

    /// <summary>
    /// The rules have changed since, somebody has joined whom it knows nothing of, or has room for fewer pairs than it has for them.
    /// </summary>
    public required bool Outdated { get; init; }

    /// <summary>Late joiners whose pen portrait came after this proposal was made.</summary>
    public required IReadOnlyList<ShownPerson> JoinedSince { get; init; }

    public required ShownObjectives Objectives { get; init; }

    public required IReadOnlyList<ShownPair> Pairs { get; init; }

    public required IReadOnlyList<ShownLeftOut> LeftOut { get; init; }

    /// <summary>Pairs and offers released earlier that a release of this proposal ends.</summary>
    public required IReadOnlyList<ShownEnd> Ends { get; init; }

    /// <summary>Why no match could be made; then there are no pairs.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>Pairs that were asked, and whether they came about.</summary>
    public required IReadOnlyList<ShownOffer> Offers { get; init; }

    public required ShownRules Rules { get; init; }

    public required ShownReadiness Readiness { get; init; }

    /// <summary>Left out for more than 250 people unless it is asked for.</summary>
    public ShownFrontier? Frontier { get; init; }
}

/// <param name="Name">"someone who has left" for whoever is no longer in the cohort.</param>
public sealed record ShownPerson(string Id, string Name, string? Organisation, string? Rank);

/// <param name="Pair">What the pair is or will be called.</param>
/// <param name="Factors">What each factor added, greatest first.</param>
/// <param name="Conflicts">Things to avoid that could not be avoided.</param>
/// <param name="Kept">Released earlier; this proposal keeps it.</param>
public sealed record ShownPair(
    string Pair, ShownPerson Mentor, ShownPerson Mentee, long? Score,
    IReadOnlyList<ShownFactor> Factors, int Conflicts, IReadOnlyList<string> ConflictReasons, bool Pinned, bool Kept);

/// <param name="OutOf">The most that this factor could have added.</param>
public sealed record ShownFactor(Factor Factor, long Points, long OutOf);

/// <param name="Side">"reverse mentor" or "reverse mentee".</param>
public sealed record ShownLeftOut(ShownPerson Person, string Side, string Reason);

public sealed record ShownEnd(string Pair, ShownPerson Mentor, ShownPerson Mentee, string Reason);

/// <param name="State">Who declined stays with them: what came to nothing is "not-available", whatever the cause.</param>
/// <param name="AnswerBy">
/// UTC; by when both could have answered, fixed at the release. Left out once the match has come about or to nothing.
/// </param>
public sealed record ShownOffer(string Pair, ShownPerson Mentor, ShownPerson Mentee, OfferState State, DateTimeOffset? AnswerBy);

public enum OfferState
{
    Asked,
    Agreed,
    NotAvailable,
}

/// <summary>In the order in which they count; floor and total in thousandths of a weight point.</summary>
public sealed record ShownObjectives(int Pairs, int Conflicts, long Floor, long Total);

/// <summary>A point of the frontier, as it can be chosen in the rules.</summary>
public sealed record ShownChoice(int Pairs, long FloorAtLeast, Preference Prefer);

/// <param name="Complete">Whether these are all the points there are.</param>
public sealed record ShownFrontier(bool Complete, IReadOnlyList<ShownPoint> Points);

public sealed record ShownPoint(ShownObjectives Objectives, ShownChoice Choice);

/// <param name="Weights">By factor; the scheme's, or those decided in their place.</param>
/// <param name="ChangedAt">UTC; left out until rules are decided.</param>
public sealed record ShownRules(
    int Version, IReadOnlyList<ShownTwo> Pins, IReadOnlyList<ShownTwo> Forbids,
    IReadOnlyDictionary<string, double> Weights, ShownChoice? Choice, DateTimeOffset? ChangedAt);

public sealed record ShownTwo(ShownPerson Mentor, ShownPerson Mentee);

/// <summary>Of those whose pen portrait has come; pins aside.</summary>
public sealed record ShownReadiness
{
    public required int Mentors { get; init; }

    public required int Mentees { get; init; }

    /// <summary>How many pairs the reverse mentors together have room for.</summary>
    public required long MentorPlaces { get; init; }

    /// <summary>How many pairs the reverse mentees together have room for.</summary>
    public required long MenteePlaces { get; init; }

    /// <summary>How many pairs the hard rules allow.</summary>
    public required int AllowedPairs { get; init; }

    /// <summary>How many of them can be made at once.</summary>
    public required int MostPairs { get; init; }

    public required int NotAnswered { get; init; }

    public required IReadOnlyList<ShownWithoutPartner> WithoutPartner { get; init; }

    public required IReadOnlyList<ShownCompetition> Competing { get; init; }

    /// <summary>What people need in order to meet beside the scheme's list, in their own words: for a human to judge.</summary>
    public required IReadOnlyList<ShownAccessNote> AccessNotes { get; init; }

    /// <summary>Of everybody who takes part: managers who are nobody here, and labels that nearly coincide.</summary>
    public required LabelWarnings Warnings { get; init; }

    public required IReadOnlyList<string> Problems { get; init; }
}

/// <param name="Side">"reverse mentor" or "reverse mentee".</param>
public sealed record ShownWithoutPartner(ShownPerson Person, string Side, IReadOnlyList<ShownRuledOut> Reasons);

public sealed record ShownAccessNote(ShownPerson Person, string Note);

/// <param name="People">How many of the other side this rule rules out.</param>
public sealed record ShownRuledOut(HardRule Rule, int People, string Sentence);

/// <summary>People who together want more places than their possible partners have.</summary>
/// <param name="Side">"reverse mentor" or "reverse mentee".</param>
/// <param name="CanHave">How many of the places can be filled at once.</param>
public sealed record ShownCompetition(
    string Side, IReadOnlyList<ShownPerson> People, long Places, IReadOnlyList<ShownPerson> Partners, long CanHave, string Sentence);

/// <summary>Either the hard rules, or the price of forcing the pair and solving again.</summary>
public sealed record ShownWhyNot(WhyNotAnswer Answer)
{
    /// <summary>For "forbidden".</summary>
    public IReadOnlyList<ShownRule>? Rules { get; init; }

    /// <summary>For "they-are-a-pair".</summary>
    public IReadOnlyList<string>? Why { get; init; }

    /// <summary>For "would-cost".</summary>
    public string? Sentence { get; init; }

    /// <summary>For "would-cost": the objectives as they are.</summary>
    public ShownObjectives? Best { get; init; }

    /// <summary>For "would-cost": the objectives with the pair forced.</summary>
    public ShownObjectives? Forced { get; init; }

    public ShownObjectives? Loss { get; init; }

    /// <summary>For "would-cost": released pairs that would end.</summary>
    public IReadOnlyList<ShownTwo>? Ends { get; init; }

    /// <summary>For "would-cost": all pairs with this one forced.</summary>
    public IReadOnlyList<ShownTwo>? Pairs { get; init; }

    /// <summary>For "cannot-say".</summary>
    public IReadOnlyList<string>? Problems { get; init; }
}

public enum WhyNotAnswer
{
    Forbidden,
    TheyAreAPair,
    WouldCost,
    CannotSay,
}

public sealed record ShownRule(HardRule Rule, string Sentence);

public sealed record ReleasedMatching(string Id, int Version, bool Released);
