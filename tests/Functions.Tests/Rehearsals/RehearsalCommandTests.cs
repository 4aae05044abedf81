using System.CommandLine;
using System.Globalization;
using ReverseMentoring.Functions.Tests.Service;
using ReverseMentoring.LocalHost;
using ReverseMentoring.Rehearsal;
using ReverseMentoring.Rehearsal.Record;

namespace ReverseMentoring.Functions.Tests.Rehearsals;

public sealed class RehearsalCommandTests
{
    private static readonly string Sample = Path.Combine(Samples.Root, "samples", "judicial-2023");

    private readonly StringWriter _out = new(CultureInfo.InvariantCulture);
    private readonly StringWriter _error = new(CultureInfo.InvariantCulture);

    private RehearsalOptions? _played;

    [Fact]
    public async Task Only_the_sample_is_needed()
    {
        Assert.Equal(0, await RunAsync(Sample));
        Assert.Equal(new RehearsalOptions(Sample, null, 1, null, 1), _played);
    }

    [Fact]
    public async Task Every_option_is_passed_on()
    {
        var trace = Path.Combine(Path.GetTempPath(), "trace.jsonl");
        Assert.Equal(0, await RunAsync("--seed", "-7", "--trace", trace, Sample, "--keep=out/elsewhere", "--cohorts", "3"));
        Assert.Equal(new RehearsalOptions(Sample, trace, -7, "out/elsewhere", 3), _played);
    }

    [Theory]
    [InlineData("Required argument 'SAMPLE' missing")]
    [InlineData("There is no cohort.json in 'nowhere'. Run this from the project's root", "nowhere")]
    [InlineData("Unrecognized command or argument '--sed'", "SAMPLE", "--sed", "2")]
    [InlineData("Unrecognized command or argument 'another'", "SAMPLE", "another")]
    [InlineData("--seed is a whole number from -2147483648 to 2147483647, not 'one'.", "SAMPLE", "--seed", "one")]
    [InlineData("--cohorts is a whole number from 1 to 1000, not '0'.", "SAMPLE", "--cohorts", "0")]
    [InlineData("Required argument missing for option: '--seed'", "SAMPLE", "--seed")]
    [InlineData("--trace: there is no folder 'no/such' to write the trace to.", "SAMPLE", "--trace", "no/such/trace.jsonl")]
    [InlineData("is not empty and no rehearsal made it. Nothing was deleted; choose another with --keep.", "SAMPLE", "--keep", "SAMPLE")]
    public async Task What_is_wrong_is_said_and_nothing_is_played(string said, params string[] args)
    {
        Assert.Equal(2, await RunAsync([.. args.Select(arg => arg == "SAMPLE" ? Sample : arg)]));
        Assert.Contains(said, _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("--help", _error.ToString(), StringComparison.Ordinal);
        Assert.Null(_played);
    }

    [Fact]
    public async Task Help_names_every_option_and_plays_nothing()
    {
        Assert.Equal(0, await RunAsync("--help"));
        Assert.All(
            ["<SAMPLE>", "--trace <FILE>", "--seed <N>", "--keep <FOLDER>", "--cohorts <N>"],
            part => Assert.Contains(part, _out.ToString(), StringComparison.Ordinal));
        Assert.Null(_played);
    }

    [Fact]
    public async Task In_a_file_the_progress_is_plain_text_a_line_a_quarter()
    {
        using var trace = new TraceWriter(null);
        var recorder = new Recorder(trace, () => default);
        var console = Consoles.Of(_out, plain: true);
        await ProgressLine.RunAsync(console, progress =>
        {
            foreach (var day in new[] { "2023-01-24", "2023-03-31", "2023-04-01", "2023-06-30" })
            {
                progress.Show(DateTimeOffset.Parse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), recorder);
            }

            return Task.FromResult(0);
        });
        Assert.Equal(
            "24 Jan 2023     0 steps      0 emails      0 replies\n1 Apr 2023     0 steps      0 emails      0 replies\n", _out.ToString()
                .ReplaceLineEndings("\n"));
    }

    private Task<int> RunAsync(params string[] args) => CommandLines.RunAsync(
        RehearsalCommand.Create((options, _) =>
        {
            _played = options;
            return Task.FromResult(0);
        }),
        args,
        new InvocationConfiguration { Output = _out, Error = _error });
}
