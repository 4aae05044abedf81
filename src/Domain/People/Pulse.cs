namespace ReverseMentoring.Domain.People;

/// <summary>"Do you feel safe and heard?", as it is answered after some sessions (A5). It is told in counts alone.</summary>
public enum Pulse
{
    Yes,
    Partly,
    No,
}
