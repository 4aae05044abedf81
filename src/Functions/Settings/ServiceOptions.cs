using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions.Telemetry;

namespace ReverseMentoring.Functions.Settings;

/// <summary>All settings, read and checked once at start. Each has a default that suits one machine.</summary>
public sealed record ServiceOptions
{
    public required WebOptions Web { get; init; }

    public required string DataFolder { get; init; }

    public StoreOptions Store { get; init; } = new();

    public required MailOptions Mail { get; init; }

    public required SendQuota Quota { get; init; }

    public DeliveryReportOptions DeliveryReports { get; init; } = new("", "");

    /// <summary>Where an OpenTelemetry collector listens; null: spans and counters go nowhere.</summary>
    public Uri? TelemetryEndpoint { get; init; }

    /// <summary>The connection string of Application Insights, to which spans and counters go as well; empty: none.</summary>
    public string ApplicationInsights { get; init; } = "";

    public FilesOptions Files { get; init; } = new();

    /// <summary>True: what was written survives a power cut.</summary>
    public bool DurableWrites { get; init; } = true;

    /// <exception cref="InvalidOperationException">Something is missing or wrong; the message names all of it, and no secret.</exception>
    public static ServiceOptions From(IConfiguration settings)
    {
        var problems = new List<string>();
        var data = Path.GetFullPath(Text(settings, "Data:Folder", "data"));
        var address = Text(settings, "Web:BaseAddress", "http://localhost:7071/");
        if (!Uri.TryCreate(address.EndsWith('/') ? address : address + "/", UriKind.Absolute, out var baseAddress)
            || baseAddress.Scheme is not ("http" or "https"))
        {
            problems.Add("Web:BaseAddress must be the http(s) address that people reach the service at; links in emails begin with it.");
            baseAddress = new Uri("http://localhost:7071/");
        }

        var mail = new MailOptions
        {
            Mode = Choice<MailMode>(settings, "Mail:Mode", MailMode.Pickup, problems),
            Folder = Path.GetFullPath(Text(settings, "Mail:Folder", Path.Combine(data, "emails"))),
            Endpoint = Text(settings, "Mail:Endpoint", ""),
            Host = Text(settings, "Mail:Host", ""),
            Port = Number(settings, "Mail:Port", 587, problems),
            UserName = Text(settings, "Mail:UserName", ""),
            Password = Text(settings, "Mail:Password", ""),
            EnableTls = Text(settings, "Mail:EnableTls", "true") != "false",
            CheckRevocation = Text(settings, "Mail:CheckRevocation", "true") != "false",
            FromAddress = Text(settings, "Mail:FromAddress", "reverse-mentoring@example.org"),
            AllowedDomains = Text(settings, "Mail:AllowedDomains", "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries),
        };
        problems.AddRange(mail.Problems());
        var store = new StoreOptions
        {
            Mode = Choice<StoreMode>(settings, "Store:Mode", StoreMode.Sqlite, problems),
            Endpoint = Text(settings, "Store:Endpoint", ""),
            Database = Text(settings, "Store:Database", "reverse-mentoring"),
            Container = Text(settings, "Store:Container", "cohorts"),
        };
        problems.AddRange(store.Problems());
        var reports = new DeliveryReportOptions(
            Text(settings, DeliveryReportOptions.TenantSetting, ""), Text(settings, DeliveryReportOptions.AudienceSetting, ""));
        problems.AddRange(reports.Problems());
        var files = new FilesOptions
        {
            Mode = Choice<FilesMode>(settings, "Files:Mode", FilesMode.Folder, problems),
            Folder = Path.GetFullPath(Text(settings, "Files:Folder", Path.Combine(data, "files"))),
            Endpoint = Text(settings, "Files:Endpoint", ""),
            Container = Text(settings, "Files:Container", "files"),
            MaxBytes = Number(settings, "Files:MaxBytes", 10 * 1024 * 1024, problems),
        };
        problems.AddRange(files.Problems());
        var quota = new SendQuota(
            Number(settings, "Mail:QuotaPerMinute", 30, problems), Number(settings, "Mail:QuotaPerHour", 100, problems));
        if (quota.PerMinute < 1 || quota.PerHour < 1)
        {
            problems.Add("Mail:QuotaPerMinute and Mail:QuotaPerHour must be at least 1.");
        }

        var collector = Text(settings, "Telemetry:Endpoint", "");
        if (!Uri.TryCreate(collector, UriKind.Absolute, out var telemetry) && collector.Length > 0)
        {
            problems.Add("Telemetry:Endpoint must be the http(s) address of an OpenTelemetry collector, such as http://localhost:4317.");
        }

        var insights = Text(settings, AzureMonitorExport.ConnectionSetting, "");
        if (insights.Length > 0 && !IsConnectionString(insights))
        {
            problems.Add(
                $"{AzureMonitorExport.ConnectionSetting} must be the connection string of Application Insights: "
                    + "InstrumentationKey=…;IngestionEndpoint=https://…");
        }

        var options = new ServiceOptions
        {
            Web = new WebOptions
            {
                BaseAddress = baseAddress,
                MaxBodyBytes = Number(settings, "Web:MaxBodyBytes", 1024 * 1024, problems),
                ContentFolder = Path.GetFullPath(Text(settings, "Web:ContentFolder", AppContext.BaseDirectory)),
            },
            DataFolder = data,
            Store = store,
            Mail = mail,
            Quota = quota,
            TelemetryEndpoint = telemetry,
            ApplicationInsights = insights,
            DeliveryReports = reports,
            Files = files,
        };
        return problems.Count == 0
            ? options
            : throw new InvalidOperationException(
                $"The settings are not right, so the service did not start:{Environment.NewLine}- "
                    + $"{string.Join($"{Environment.NewLine}- ", problems)}");
    }

    private static bool IsConnectionString(string text)
    {
        var parts = new DbConnectionStringBuilder();
        try
        {
            parts.ConnectionString = text;
        }
        // Its message would quote the text.
        catch (ArgumentException)
        {
            return false;
        }

        return parts.TryGetValue("InstrumentationKey", out var key) && Guid.TryParse(key as string, out _);
    }

    private static string Text(IConfiguration settings, string name, string otherwise) =>
        settings[name] is { Length: > 0 } text ? text : otherwise;

    private static int Number(IConfiguration settings, string name, int otherwise, List<string> problems)
    {
        var text = Text(settings, name, "");
        if (text.Length == 0)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        problems.Add($"{name} must be a whole number.");
        return otherwise;
    }

    private static TEnum Choice<TEnum>(IConfiguration settings, string name, TEnum otherwise, List<string> problems)
        where TEnum : struct, Enum
    {
        var text = Text(settings, name, otherwise.ToString());
        // By name only: a number would be taken by Enum.Parse, and the message below promises names.
        if (Enum.GetNames<TEnum>().Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return Enum.Parse<TEnum>(text, ignoreCase: true);
        }

        problems.Add($"{name} must be one of {string.Join(", ", Enum.GetNames<TEnum>())}.");
        return otherwise;
    }
}
