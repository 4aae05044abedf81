using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using ReverseMentoring.Functions.Tests.Service;
using ReverseMentoring.Functions.Tests.StaffConsole;
using Spectre.Console;

namespace ReverseMentoring.Bench.Pages;

/// <summary>How long a page takes beside the style sheet of the same server, one after the other; 1,000 people in the cohort.</summary>
internal static class PagesBenchmark
{
    private const int People = 1000;

    private const double Goal = 3;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    private const string Senior = "reverse mentee,Northern Circuit,Circuit Judge";

    private static readonly string[] Console =
        ["", "cohorts/large", "cohorts/large/people", "cohorts/large/plan", "cohorts/large/emails", "cohorts/large/team", "new"];

    public static async Task RunAsync(IAnsiConsole console)
    {
        await using var service = await TestService.StartAsync(quota: new(10_000, 100_000));
        await BeginAsync(service);
        using var coordinator = await StaffBrowser.OfOwnerAsync(service);
        var link = await FirstLinkAsync(service);
        var sheet = await MillisecondsAsync(300, () => service.Browser.GetStringAsync("assets/look.css"));
        console.WriteLine(Line($"{People} people invited; the style sheet takes {sheet:0.00} ms, a page is to take {Goal:0} times that"));
        var table = Tables.OfNumbers("page", "ms", "times the style sheet");
        var invited = await MillisecondsAsync(200, () => service.Browser.GetStringAsync(link));
        table.AddNumbers($"behind an invitation's link", $"{invited:0.0}", $"{invited / sheet:0.0}");
        foreach (var page in Console)
        {
            var time = await MillisecondsAsync(100, () => coordinator.GetAsync($"console/{page}"));
            table.AddNumbers($"console/{page}", $"{time:0.0}", $"{time / sheet:0.0}");
        }

        console.Write(table);
    }

    private static async Task BeginAsync(TestService service)
    {
        var definition = Samples.JudicialDefinition;
        definition["id"] = "large";
        (await service.Api.PostAsJsonAsync("api/cohorts", definition)).EnsureSuccessStatusCode();
        var rows = Enumerable.Range(0, People).Select(n => string.Create(
            CultureInfo.InvariantCulture,
            $"Person {n:0000},person{n}@example.org,{(n % 2 == 0 ? "reverse mentor,Larch Chambers,Barrister" : Senior)}"));
        using var people = new StringContent(
            "name,email,role,organisation,rank\n" + string.Join('\n', rows), Encoding.UTF8, "text/csv");
        var added = await service.Api.PostAsync("api/cohorts/large/people", people);
        var text = await added.Content.ReadAsStringAsync();
        if (!text.Contains($"\"added\":{People}", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"Not everybody was added: {text[..Math.Min(600, text.Length)]}");
        }

        (await service.Api.PostAsync("api/cohorts/large/start", null)).EnsureSuccessStatusCode();
        await service.RunToAsync("2023-01-31T12:00Z");
    }

    private static async Task<string> FirstLinkAsync(TestService service)
    {
        var mail = Directory.EnumerateFiles(service.Emails, "*.eml").First();
        var text = (await MimeKit.MimeMessage.LoadAsync(mail)).TextBody ?? "";
        var start = text.IndexOf("/r/large.", StringComparison.Ordinal) + 1;
        return text[start..text.IndexOf('\n', start)].Trim();
    }

    /// <summary>The middle of so many, after so long that what runs often is compiled as it stays.</summary>
    private static async Task<double> MillisecondsAsync(int times, Func<Task> ask)
    {
        for (var warmUp = Stopwatch.StartNew(); warmUp.Elapsed < WarmUp;)
        {
            await ask();
        }

        var taken = new List<double>();
        for (var n = 0; n < times; n++)
        {
            var watch = Stopwatch.StartNew();
            await ask();
            taken.Add(watch.Elapsed.TotalMilliseconds);
        }

        return taken.Order().ElementAt(times / 2);
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
