namespace ReverseMentoring.Domain.Mail;

/// <summary>
/// The provider's limits, which hold for all cohorts together. Azure Communication Services starts at 30 a minute and 100 an hour.
/// </summary>
public sealed record SendQuota(int PerMinute, int PerHour)
{
    /// <summary>What emails that anybody can cause may take of it; one at least, so that they come at all.</summary>
    public SendQuota Tenth => new(Math.Max(1, PerMinute / 10), Math.Max(1, PerHour / 10));
}
