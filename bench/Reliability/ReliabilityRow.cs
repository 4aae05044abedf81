namespace ReverseMentoring.Bench.Reliability;

/// <summary>One thing that must not go wrong, played many times.</summary>
/// <param name="Count">How often; with 0 it is left out.</param>
/// <param name="Play">Plays it so often, and tells how far it has come.</param>
internal sealed record ReliabilityRow(string What, int Count, Func<int, Action<string>, Task<ReliabilityResult>> Play);

/// <summary>What came of it.</summary>
/// <param name="Times">How often it was played.</param>
/// <param name="Found">What must be nought, counted, in words.</param>
/// <param name="Wrong">A sentence for each thing that came out wrong; empty when the goal is met.</param>
internal sealed record ReliabilityResult(int Times, FormattableString Found, IReadOnlyList<string> Wrong);

/// <summary>How often each is played.</summary>
internal sealed record ReliabilityCounts(int Kills, int Links, int Bodies, int Orders, int Faults, int Sequences);
