using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Tests.Service;
using ReverseMentoring.LocalHost;
using ReverseMentoring.LocalHost.Functions;
using ReverseMentoring.Rehearsal.People;

namespace ReverseMentoring.DurableBackend.Tests;

/// <summary>
/// The service in real time with the judicial sample's dates moved to now, its orchestrations on one back end or the other.
/// </summary>
internal sealed partial class CohortStage : IAsyncDisposable
{
    public const string CohortId = "judicial-2023";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("cohort-on-a-back-end-").FullName;
    private FunctionsHost? _host;
    private StorageTaskHub? _hub;
    private HttpClient? _api;

    public DurableTaskClient Client => (DurableTaskClient?)_hub?.Client ?? _host!.Client;

    /// <param name="connectionString">Of Azure Storage; null: the local host's own back end.</param>
    public static async Task<CohortStage> OpenAsync(string? connectionString)
    {
        var stage = new CohortStage();
        await stage.StartAsync(connectionString);
        return stage;
    }

    /// <summary>Makes and starts the cohort; its enrolment opens so many seconds from now, its other dates follow the deadline.</summary>
    /// <param name="deadline">
    /// Of the pen portraits, UTC. It is near enough for no invitation to wait for a working day: the test is run on all days.
    /// </param>
    public async Task StartCohortAsync(DateTime deadline, int opensInSeconds)
    {
        var definition = Samples.JudicialDefinition;
        var zone = TimeZoneInfo.FindSystemTimeZoneById((string)definition["timeZone"]!);
        var by = TimeZoneInfo.ConvertTimeFromUtc(deadline, zone) - Instant((string)definition["portraitDeadline"]!);
        var moved = JsonNode.Parse(LocalInstant().Replace(definition.ToJsonString(), found => Text(Instant(found.Value) + by)))!;
        moved["portraitReminderDaysBefore"] = new JsonArray();
        moved["enrolmentOpens"] = Text(TimeZoneInfo.ConvertTimeFromUtc(DateTime.UtcNow.AddSeconds(opensInSeconds), zone));
        await PostAsync("api/cohorts", JsonContent.Create(moved));
        await PostAsync($"api/cohorts/{CohortId}/people", new StringContent(Samples.JudicialPeople, Encoding.UTF8, "text/csv"));
        await PostAsync($"api/cohorts/{CohortId}/start", null);
    }

    /// <summary>Every email sent so far, in the order of recipients and subjects.</summary>
    public IReadOnlyList<Envelope> Emails()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "emails"));
        return [.. folder.EnumerateFiles("*.eml", SearchOption.AllDirectories)
            .Select(file => Envelope.Open(file.FullName))
            .OrderBy(mail => mail.To, StringComparer.Ordinal)
            .ThenBy(mail => mail.Subject, StringComparer.Ordinal)];
    }

    /// <summary>Answers the form behind an email's link as a participant does.</summary>
    public async Task AnswerAsync(Envelope mail, IReadOnlyDictionary<string, string> answers)
    {
        using var browser = new HttpClient { BaseAddress = _host!.BaseAddress };
        var path = new Uri(mail.Links[0]).PathAndQuery.TrimStart('/');
        var form = new WebForm(await browser.GetStringAsync(path));
        using var filled = form.Fill(answers);
        using var answered = await browser.PostAsync(path, filled);
        answered.EnsureSuccessStatusCode();
    }

    public async Task<JsonElement> StatusAsync() => await _api!.GetFromJsonAsync<JsonElement>($"api/cohorts/{CohortId}/status");

    /// <summary>What the cohort's orchestrator says it is doing.</summary>
    public async Task<string> DoingAsync()
    {
        var state = await Client.GetInstanceAsync($"cohort-{CohortId}", getInputsAndOutputs: true);
        // A generation that has just begun has none: no text, or on Azure Storage the text "null".
        return state?.SerializedCustomStatus is { } status
            && JsonDocument.Parse(status).RootElement is { ValueKind: JsonValueKind.Object } said
            ? said.GetProperty("Doing").GetString()!
            : "nothing yet";
    }

    public static async Task UntilAsync(Func<Task<bool>> reached, string what)
    {
        for (var waited = Stopwatch.StartNew(); !await reached(); await Task.Delay(200))
        {
            if (waited.Elapsed > Patience)
            {
                throw new TimeoutException($"It never came to this: {what}.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_hub is not null)
        {
            await _hub.DisposeAsync();
        }

        _api?.Dispose();
        await _host!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync(string? connectionString)
    {
        var options = new FunctionsHostOptions
        {
            FunctionAssembly = typeof(Composition).Assembly,
            DataFolder = Path.Combine(_folder, "data"),
            FunctionKey = "key",
            AdminKey = "admin",
            DurableCommits = false,
        };
        var service = new ServiceOptions
        {
            Web = new WebOptions { BaseAddress = new Uri("https://mentoring.example.org/"), ContentFolder = AppContext.BaseDirectory },
            DataFolder = options.DataFolder,
            Mail = new MailOptions { Folder = Path.Combine(_folder, "emails"), FromAddress = "scheme@example.org" },
            Quota = new SendQuota(100_000, 1_000_000),
            DurableWrites = false,
        };
        var storage = connectionString is null ? null : StorageTaskHub.Service(connectionString);
        _host = await FunctionsHost.StartAsync(options, services =>
        {
            services.AddReverseMentoring(service);
            if (storage is not null)
            {
                services.AddSingleton<DurableTaskClient>(s => new StorageTaskClient(storage, s.GetRequiredService<DataConverter>()));
            }
        });
        _api = new HttpClient { BaseAddress = _host.BaseAddress, DefaultRequestHeaders = { { "x-functions-key", "key" } } };
        if (storage is not null)
        {
            _hub = await StorageTaskHub.StartAsync(
                storage, _host.Services.GetRequiredService<DurableFunctions>(), _host.Services.GetRequiredService<DataConverter>());
        }
    }

    private async Task PostAsync(string path, HttpContent? content)
    {
        using (content)
        {
            using var answer = await _api!.PostAsync(path, content);
            if (!answer.IsSuccessStatusCode)
            {
                throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            }
        }
    }

    private static DateTime Instant(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(DateTime instant) => instant.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}", RegexOptions.None, 1000)]
    private static partial Regex LocalInstant();
}
