using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.People;

/// <summary>A coordinator takes somebody off the cohort, such as one who has left the organisation.</summary>
/// <param name="Reason">Kept with the cohort; without names.</param>
public sealed record Removal(string Reason)
{
    public static Outcome<Removal> Read(FieldReader fields) => fields.Done(new Removal(fields.Text("reason", 500)));
}
