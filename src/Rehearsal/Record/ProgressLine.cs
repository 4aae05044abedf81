using System.Diagnostics;
using System.Globalization;

namespace ReverseMentoring.Rehearsal.Record;

/// <summary>One line that shows how far the cohort's time has come; on a file, a line every virtual quarter.</summary>
public sealed class ProgressLine(TextWriter to, bool plain) : IDisposable
{
    private readonly Stopwatch _sinceShown = Stopwatch.StartNew();
    private string _lastQuarter = "";
    private bool _open;

    public void Show(DateTimeOffset now, Recorder recorder)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture, $"{now:d MMM yyyy}  {recorder.Count("steps"),4} steps  {recorder.Count("emails"),5} emails  {recorder.Count("replies"),5} replies");
        if (plain)
        {
            var quarter = string.Create(CultureInfo.InvariantCulture, $"{now.Year} {(now.Month + 2) / 3}");
            if (quarter != _lastQuarter)
            {
                to.WriteLine(text);
                _lastQuarter = quarter;
            }
        }
        else if (_sinceShown.ElapsedMilliseconds > 80)
        {
            to.Write($"\r{text}   ");
            _open = true;
            _sinceShown.Restart();
        }
    }

    public void Dispose()
    {
        if (_open)
        {
            to.WriteLine();
            _open = false;
        }
    }
}
