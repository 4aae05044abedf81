namespace ReverseMentoring.Functions.Adapters.Mail;

/// <summary>The file a message becomes in the pick-up folder.</summary>
public static class PickupFile
{
    /// <param name="operationId">The id the message was sent under.</param>
    public static string NameOf(string operationId) => OperationName.Of(operationId) + ".eml";
}
