namespace ReverseMentoring.Functions.Links;

/// <summary>What a person is told after answering, and again whenever they open the link later. It repeats nothing they wrote.</summary>
/// <param name="At">When the answer was first recorded as it stands; posting the same again keeps it.</param>
/// <param name="Next">What happens next, in a sentence.</param>
public sealed record Receipt(string Title, DateTimeOffset At, string Heading, string Text, string Next, bool CanChange)
{
    /// <summary>Whoever opens the link again is asked again at once: "not yet" may have become "yes", and shows nothing anybody wrote.</summary>
    public bool AsksAgain { get; init; }
}
