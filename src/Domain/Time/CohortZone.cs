using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ReverseMentoring.Domain.Time;

/// <summary>
/// The zone a cohort's dates are written in. A date in a cohort is local time plus this zone; the instant is derived here and nowhere else.
/// </summary>
/// <remarks>
/// The rule for the two odd hours of a year: a local time that the clocks skip is moved on by the length of the gap;
/// a local time that comes twice means its first occurrence.
/// </remarks>
public sealed record CohortZone
{
    /// <summary>A cohort has some hundred dates, and asks for each once a person.</summary>
    private const int MostKept = 20_000;

    private static readonly ConcurrentDictionary<string, CohortZone> Found = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<DateTime, DateTimeOffset> _instants = new();
    private readonly TimeZoneInfo _zone;

    private CohortZone(TimeZoneInfo zone, string id)
    {
        _zone = zone;
        Id = id;
    }

    /// <summary>The IANA name, such as Europe/London.</summary>
    public string Id { get; }

    /// <summary>By which people know it, such as London; null for UTC.</summary>
    public string? City => Id is "Etc/UTC" or "UTC" ? null : Id[(Id.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <exception cref="ArgumentException">The name is not an IANA zone; <see cref="TryFind"/> asks without throwing.</exception>
    public static CohortZone Of(string ianaId) =>
        TryFind(ianaId, out var zone) ? zone : throw new ArgumentException($"'{ianaId}' is not an IANA time zone.", nameof(ianaId));

    public static bool TryFind(string ianaId, [NotNullWhen(true)] out CohortZone? zone)
    {
        if (Found.TryGetValue(ianaId, out zone))
        {
            return true;
        }

        var looksIana = ianaId.Contains('/', StringComparison.Ordinal) || ianaId == "UTC";
        if (!looksIana || !TimeZoneInfo.TryFindSystemTimeZoneById(ianaId, out var found))
        {
            return false;
        }

        zone = Found.GetOrAdd(ianaId, new CohortZone(found, ianaId));
        return true;
    }

    /// <summary>Etc/GMT+5 and the like are named after POSIX, where plus is west: its clocks are five hours behind UTC.</summary>
    public static bool ReadsBackwards(string ianaId) =>
        ianaId.StartsWith("Etc/GMT", StringComparison.OrdinalIgnoreCase) && ianaId.AsSpan(7).IndexOfAnyInRange('1', '9') >= 0;

    /// <summary>The instant, in UTC, at which the zone's clocks show <paramref name="local"/>.</summary>
    public DateTimeOffset ToInstant(DateTime local)
    {
        if (_instants.TryGetValue(local, out var known))
        {
            return known;
        }

        if (_instants.Count >= MostKept)
        {
            _instants.Clear();
        }

        return _instants[local] = Worked(DateTime.SpecifyKind(local, DateTimeKind.Unspecified));
    }

    /// <summary>What the zone's clocks show at <paramref name="instant"/>.</summary>
    public DateTime ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone).DateTime;

    public bool Equals(CohortZone? other) => other is not null && other.Id == Id;

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    private DateTimeOffset Worked(DateTime wall)
    {
        if (_zone.IsInvalidTime(wall))
        {
            // The offset in force before the gap: 01:30 in a gap of one hour becomes 02:30 of the new offset.
            return new DateTimeOffset(wall, _zone.GetUtcOffset(wall.AddDays(-1))).ToUniversalTime();
        }

        var offset = _zone.IsAmbiguousTime(wall) ? _zone.GetAmbiguousTimeOffsets(wall).Max() : _zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }
}
