using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Pairing;

/// <summary>A coordinator's release of a proposal.</summary>
/// <param name="Version">The version that was looked at.</param>
public sealed record ReleaseRequest(int Version)
{
    public static Outcome<ReleaseRequest> Read(FieldReader fields) =>
        fields.Done(new ReleaseRequest(fields.Whole("version", 1, int.MaxValue)));
}
