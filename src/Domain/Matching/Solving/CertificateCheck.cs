using ReverseMentoring.Domain.Matching.Rules;

namespace ReverseMentoring.Domain.Matching.Solving;

/// <summary>Checks a certificate against the request and the result it came with, by adding up; nothing is solved.</summary>
public static class CertificateCheck
{
    /// <summary>True when the certificate proves all four objectives of the result best. False also when there is none.</summary>
    public static bool Proves(MatchingRequest request, MatchingResult result)
    {
        if (result.Certificate is not { } proof)
        {
            return false;
        }

        var sums = new ProofSums(new Pool(request), result);
        return sums.PutsPairsThenConflictsFirst(proof.PairsAndConflicts) && proof.PairsAndConflicts is { FloorAtLeast: <= 0, ScoreWorth: 0 }
            && sums.LeastCost(proof.PairsAndConflicts) == sums.CostOfResult(proof.PairsAndConflicts)
            && (sums.FloorIsHighestOfItself || FloorIsHighest(sums, proof.NoHigherFloor))
            && sums.PutsPairsThenConflictsFirst(proof.Total)
            && proof.Total.ScoreWorth == 1
            && proof.Total.FloorAtLeast <= result.Objectives.Floor
            && sums.LeastCost(proof.Total) == sums.CostOfResult(proof.Total);
    }

    private static bool FloorIsHighest(ProofSums sums, DualProof? proof) =>
        proof is { ScoreWorth: 0 } && proof.FloorAtLeast <= sums.NextFloor && sums.PutsPairsThenConflictsFirst(proof)
        && sums.LeastCost(proof) > sums.CostOfResult(proof);
}
