using System.Text.Json.Serialization;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Matching.Solving;

namespace ReverseMentoring.Domain.Pairs;

/// <summary>The matches put before the coordinator. Holds ids only; what people wrote is read afresh wherever reasons are shown.</summary>
public sealed record Proposal : IDocument
{
    public const string DocumentId = "proposal";

    public required string CohortId { get; init; }

    /// <summary>Raised by one with every new proposal; a release names the version it was looking at.</summary>
    public required int Version { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>All pairs, those released earlier and kept included.</summary>
    public required IReadOnlyList<ProposedPair> Pairs { get; init; }

    public required IReadOnlyList<PersonLeftOut> LeftOut { get; init; }

    public Objectives Objectives { get; init; } = Objectives.None;

    /// <summary>Ids of pairs and offers released earlier that a release of this one ends.</summary>
    public IReadOnlyList<EndedMatch> Ends { get; init; } = [];

    /// <summary>The version of the coordinator's rules it was made with.</summary>
    public int RulesVersion { get; init; }

    /// <summary>Why no match could be made, in sentences; then there are no pairs.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>When the coordinator released it; null: not yet.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    public string Id => DocumentId;

    public string Kind => "proposal";

    /// <summary>Made after a first release, so its own release only changes what is new.</summary>
    public bool Again { get; init; }

    /// <summary>The step that carries its release out: the first one has the plain name.</summary>
    [JsonIgnore]
    public string ReleaseStep => Again ? $"{FirstRelease}-{Version}" : FirstRelease;

    public const string FirstRelease = "matches-released";
}

/// <param name="Conflicts">How many things to avoid could not be avoided.</param>
public sealed record ProposedPair(string MentorId, string MenteeId, int Conflicts)
{
    /// <summary>"pair-07": what it is or will be called.</summary>
    public string PairId { get; init; } = "";

    /// <summary>In thousandths of a weight point.</summary>
    public long Score { get; init; }

    public bool Pinned { get; init; }

    /// <summary>Released earlier; this proposal keeps it.</summary>
    public bool Kept { get; init; }
}

/// <param name="Side">"reverse mentor" or "reverse mentee".</param>
public sealed record PersonLeftOut(string PersonId, string Side, string Reason);

/// <param name="PairId">A running pair or an open offer.</param>
public sealed record EndedMatch(string PairId, string Reason);
