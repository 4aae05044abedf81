namespace ReverseMentoring.Bench.Costs;

/// <summary>
/// What Cosmos DB would charge: ASSUMED, from Microsoft's published figures. docs/cost.md says which and where they are only rules of
/// thumb.
/// </summary>
internal static class RequestUnits
{
    /// <summary>1 RU for 1 KB, 10 for 100 KB; the same for a document that is not there.</summary>
    public static double PointRead(long bytes) => 1 + (0.0909 * (Kilobytes(bytes) - 1));

    /// <summary>5 RU for 1 KB and 50 for 100 KB without an index; 0.5 more for the two indexed properties.</summary>
    public static double Create(long bytes) => 5.5 + (0.4545 * (Kilobytes(bytes) - 1));

    /// <summary>Twice a creation: the old version goes, the new one comes.</summary>
    public static double Replace(long bytes) => 2 * Create(bytes);

    public static double Delete(long bytes) => Create(bytes);

    /// <summary>One partition and an indexed filter: 2.8 RU, and 0.1 for each document and each KB that comes back.</summary>
    public static double Query(int documents, long bytes) => 2.8 + (0.1 * documents) + (0.1 * bytes / 1024);

    /// <summary>
    /// One that says an email has arrived: the note that leads from the provider's id to the email is made, read and later gone, the person
    /// is read, the email read and replaced. All below 1 KB, or little more.
    /// </summary>
    public static double DeliveryReport => Create(0) + (3 * PointRead(0)) + Replace(0) + Delete(0);

    private static long Kilobytes(long bytes) => Math.Max(1, (bytes + 1023) / 1024);
}
