namespace ReverseMentoring.Bench.Costs;

/// <summary>ASSUMED: pay-as-you-go list prices in US dollars, as docs/cost.md states them. Free grants are left out.</summary>
internal static class Prices
{
    public const double MillionRequestUnits = 0.25;
    public const double CosmosGigabyteMonth = 0.25;
    public const double FlexGigabyteSecond = 0.000026;
    public const double FlexMillionExecutions = 0.40;

    /// <summary>Always-ready: the instance's memory for every second it stands by.</summary>
    public const double FlexReadyGigabyteSecond = 0.000004;

    public const double TenThousandQueueCalls = 0.004;
    public const double TenThousandTableCalls = 0.00036;

    public const double InstanceGigabytes = 2;

    /// <summary>On demand every stretch of work is billed as at least one second; here every execution is a stretch of its own.</summary>
    public const double SecondsAnExecution = 1;

    /// <summary>Further seconds that sending one email takes.</summary>
    public const double SecondsAnEmail = 1;

    /// <summary>Of the Azure Storage backend for a turn: the history read, the history written, the instance's row.</summary>
    public const double TableCallsATurn = 3;

    /// <summary>Of each message: put, get, delete.</summary>
    public const double QueueCallsAMessage = 3;

    /// <summary>Four control queues and one for activities, each looked into every 30 seconds while nothing happens.</summary>
    public const double IdleQueueCallsAYear = 5 * 365 * 24 * 120;
}
