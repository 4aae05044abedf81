using System.Globalization;
using System.Text.RegularExpressions;
using Cronos;

namespace ReverseMentoring.LocalHost.Timers;

/// <summary>
/// A timer trigger's schedule, as the Functions host reads it: second, minute, hour, day of the month, month, day of the week (0 is
/// Sunday), in UTC, such as <c>0 30 8 * * Mon-Fri</c>. With five fields the second is 0. A day has to fit both fields about days.
/// </summary>
/// <remarks>
/// What Cronos knows beyond that is refused, since the Functions host would refuse it in production, or read it otherwise: L, W, #, ?, H,
/// 7 for Sunday, names for whole schedules, and ranges that run backwards (22-1), which the Functions host turns round.
/// </remarks>
internal sealed partial class TimerSchedule
{
    private readonly CronExpression _expression;
    private readonly string _function;
    private readonly string _text;

    /// <param name="now">UTC; from then on it has to fall due.</param>
    /// <exception cref="InvalidOperationException">The text is not a schedule, or is one that never falls due; the message names the
    /// function and
    /// the schedule.</exception>
    public TimerSchedule(string function, string text, DateTime now)
    {
        (_function, _text) = (function, text);
        _expression = Parse();
        NextAfter(now);
    }

    /// <summary>The first occurrence after an instant (both UTC).</summary>
    /// <exception cref="InvalidOperationException">There is none, such as on 31 February.</exception>
    public DateTime NextAfter(DateTime instant) => _expression.GetNextOccurrence(instant) ?? throw Wrong("it never falls due");

    private CronExpression Parse()
    {
        var fields = _text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length is not (5 or 6))
        {
            throw Wrong(
                $"it has {fields.Length} fields and needs six: second, minute, hour, day, month and weekday (five: without the second)");
        }

        foreach (var part in fields.SelectMany(field => field.Split(',')))
        {
            if (!Part().IsMatch(part))
            {
                throw Wrong(
                    $"'{part}' is none of *, a number, a name such as Mon or Jan, a range (1-5) or one of these with a step (*/15)");
            }

            if (part.Split('/')[0].Split('-') is [var first, var last] && Ordinal(first) > Ordinal(last))
            {
                throw Wrong($"the range '{part}' runs backwards; write it as two, with a comma");
            }
        }

        if (Sunday().IsMatch(fields[^1]))
        {
            throw Wrong("Sunday is 0, not 7");
        }
        // To Cronos a week runs from 0 to 7, so that 5/2 would be Friday and Sunday; to the Functions host Saturday is the last.
        fields[^1] = OpenStep().Replace(fields[^1], "${first}-6/${step}");
        try
        {
            return CronExpression.Parse(string.Join(' ', fields), fields.Length == 6 ? CronFormat.IncludeSeconds : CronFormat.Standard);
        }
        catch (CronFormatException wrong)
        {
            throw Wrong(wrong.Message, wrong);
        }
    }

    private InvalidOperationException Wrong(string why, Exception? cause = null) =>
        new($"The timer schedule '{_text}' of function {_function} is not right: {why.TrimEnd('.')}.", cause);

    private static int Ordinal(string value)
    {
        var names = CultureInfo.InvariantCulture.DateTimeFormat;
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : Math.Max(In(names.AbbreviatedDayNames), In(names.AbbreviatedMonthNames) + 1);

        int In(string[] all) => Array.FindIndex(all, name => name.Equals(value, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"^(\*|(\d+|[A-Za-z]{3})(-(\d+|[A-Za-z]{3}))?)(/\d+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"(^|[,-])0*7(?!\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sunday();

    [GeneratedRegex(@"(?<=^|,)(?<first>\w+)/(?<step>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OpenStep();
}
