namespace ReverseMentoring.Domain.Time;

/// <summary>Knows the public holidays of countries.</summary>
public interface IPublicHolidays
{
    /// <summary>In order; ISO 3166, with a part of the country where parts differ, such as GB-SCT.</summary>
    IReadOnlyList<string> Countries { get; }

    /// <exception cref="ArgumentException">The country is none of <see cref="Countries"/>.</exception>
    WorkingDays Of(string country, int firstYear, int lastYear);
}
