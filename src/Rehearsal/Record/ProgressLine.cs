using System.Globalization;
using Spectre.Console;

namespace ReverseMentoring.Rehearsal.Record;

/// <summary>Shows how far the cohort's time has come: on a terminal one line that moves, in a file a line every virtual quarter.</summary>
public sealed class ProgressLine
{
    private readonly Action<string> _show;
    private readonly bool _everyQuarter;
    private string _lastQuarter = "";

    private ProgressLine(Action<string> show, bool everyQuarter) => (_show, _everyQuarter) = (show, everyQuarter);

    /// <summary>Shows nothing.</summary>
    public static ProgressLine Nowhere { get; } = new(_ => { }, everyQuarter: false);

    /// <summary>Does the work while the line shows how far it has come.</summary>
    public static Task<T> RunAsync<T>(IAnsiConsole console, Func<ProgressLine, Task<T>> work) =>
        console.Profile.Capabilities.Interactive
            ? console.Status().StartAsync(
                "Setting the stage", status => work(new ProgressLine(text => status.Status(Markup.Escape(text)), everyQuarter: false)))
            : work(new ProgressLine(console.WriteLine, everyQuarter: true));

    public void Show(DateTimeOffset now, Recorder recorder)
    {
        var quarter = string.Create(CultureInfo.InvariantCulture, $"{now.Year} {(now.Month + 2) / 3}");
        if (_everyQuarter && quarter == _lastQuarter)
        {
            return;
        }

        _lastQuarter = quarter;
        var (steps, emails, replies) = (recorder.Count("steps"), recorder.Count("emails"), recorder.Count("replies"));
        _show(string.Create(
            CultureInfo.InvariantCulture, $"{now:d MMM yyyy}  {steps,4} steps  {emails,5} emails  {replies,5} replies"));
    }
}
