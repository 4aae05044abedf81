namespace ReverseMentoring.Domain.Mail;

/// <summary>
/// The provider's limits, which hold for all cohorts together. Azure Communication Services starts at 30 a minute and 100 an hour.
/// </summary>
public sealed record SendQuota(int PerMinute, int PerHour);
