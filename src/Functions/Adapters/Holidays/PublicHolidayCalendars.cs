using System.Collections.Concurrent;
using System.Globalization;
using PublicHoliday;
using ReverseMentoring.Domain.Time;

namespace ReverseMentoring.Functions.Adapters.Holidays;

/// <summary>
/// Public holidays as the package PublicHoliday works them out, with substitute days. What holds only in a part of a country is known of
/// the United Kingdom; elsewhere the nationwide ones count.
/// </summary>
public sealed class PublicHolidayCalendars : Domain.Time.IPublicHolidays
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    private static readonly SortedDictionary<string, Func<PublicHoliday.IPublicHolidays>> Known = new(
        Enum.GetValues<PublicHolidayCountryCode>()
            .Where(IsWhole)
            .ToDictionary(
                code => code.ToString().ToUpperInvariant(),
                code => (Func<PublicHoliday.IPublicHolidays>)(() => PublicHolidayFactory.GetPublicHolidayForCountry(code))),
        StringComparer.Ordinal)
    {
        ["GB-EAW"] = () => new UKBankHoliday(UKBankHoliday.UkCountries.England),
        ["GB-SCT"] = () => new UKBankHoliday(UKBankHoliday.UkCountries.Scotland),
        ["GB-NIR"] = () => new UKBankHoliday(UKBankHoliday.UkCountries.NorthernIreland),
    };

    private readonly ConcurrentDictionary<(string Country, int First, int Last), WorkingDays> _read = new();

    public IReadOnlyList<string> Countries => [.. Known.Keys];

    public WorkingDays Of(string country, int firstYear, int lastYear) => _read.GetOrAdd((country, firstYear, lastYear), Read);

    private static WorkingDays Read((string Country, int First, int Last) key)
    {
        var calendar = Known.TryGetValue(key.Country, out var make)
            ? make()
            : throw new ArgumentException($"The public holidays of {key.Country} are not known.", nameof(key));
        var days = new Dictionary<DateOnly, string>();
        // The year after as well: its New Year may be kept on the last day of this one.
        foreach (var year in Enumerable.Range(key.First, key.Last - key.First + 2))
        {
            var names = NamesOf(calendar, year);
            foreach (var holiday in calendar.PublicHolidaysInformation(year))
            {
                var name = holiday.GetName(English) is { Length: > 0 } own ? own
                    : names.GetValueOrDefault(holiday.HolidayDate) ?? names.GetValueOrDefault(holiday.ObservedDate);
                foreach (var date in new[] { holiday.HolidayDate, holiday.ObservedDate })
                {
                    days[DateOnly.FromDateTime(date)] = name is null ? "public holiday" : $"{name} (public holiday)";
                }
            }
        }

        return new WorkingDays(days);
    }

    /// <summary>Where two holidays fall on one day (in Germany once in a lifetime) the package has no names for that year.</summary>
    private static Dictionary<DateTime, string> NamesOf(PublicHoliday.IPublicHolidays calendar, int year)
    {
        try
        {
            return new Dictionary<DateTime, string>(calendar.PublicHolidayNames(year));
        }
        catch (ArgumentException)
        {
            return [];
        }
    }

    /// <summary>Its holidays are told for every year that a cohort may be in, and hold in all of it. Po is Poland once more.</summary>
    private static bool IsWhole(PublicHolidayCountryCode code) =>
        code is not (PublicHolidayCountryCode.Gb or PublicHolidayCountryCode.Tr or PublicHolidayCountryCode.Po);
}
