namespace ReverseMentoring.Functions.Orchestrations;

/// <summary>The activities that orchestrators call, by name, so that neither side needs the other's types.</summary>
internal static class ActivityNames
{
    public const string DecideNextMove = "DecideNextMove";
    public const string PerformStep = "PerformStep";
    public const string SendNextEmails = "SendNextEmails";
    public const string NoteTrouble = "NoteTrouble";
    public const string SendSignIn = "SendSignIn";
}
