// Over 200 lines because each part of the service is named here once.
using Azure.Communication.Email;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Files;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Domain.Time;
using ReverseMentoring.Functions.Adapters;
using ReverseMentoring.Functions.Adapters.Acs;
using ReverseMentoring.Functions.Adapters.Blobs;
using ReverseMentoring.Functions.Adapters.Calendars;
using ReverseMentoring.Functions.Adapters.Cosmos;
using ReverseMentoring.Functions.Adapters.EventGrid;
using ReverseMentoring.Functions.Adapters.Files;
using ReverseMentoring.Functions.Adapters.Holidays;
using ReverseMentoring.Functions.Adapters.Mail;
using ReverseMentoring.Functions.Adapters.Sqlite;
using ReverseMentoring.Functions.Applying;
using ReverseMentoring.Functions.Cohorts;
using ReverseMentoring.Functions.Files;
using ReverseMentoring.Functions.Gatherings;
using ReverseMentoring.Functions.Links;
using ReverseMentoring.Functions.Mail;
using ReverseMentoring.Functions.Matching;
using ReverseMentoring.Functions.Operations;
using ReverseMentoring.Functions.People;
using ReverseMentoring.Functions.Recruiting;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Staff;
using ReverseMentoring.Functions.StaffConsole;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Telemetry;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions;

/// <summary>What the service is made of. The rehearsal and the tests start from the same and exchange single parts.</summary>
public static class Composition
{
    /// <exception cref="InvalidOperationException">Settings are missing or wrong; the message names all of them.</exception>
    public static IServiceCollection AddReverseMentoring(this IServiceCollection services, IConfiguration configuration) =>
        services.AddReverseMentoring(ServiceOptions.From(configuration));

    public static IServiceCollection AddReverseMentoring(this IServiceCollection services, ServiceOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options.Web);
        services.AddSingleton(options.Store);
        services.AddSingleton(options.Staff);
        services.AddSingleton(SettingsInForce.Of(options));
        services.AddSingleton<IMakeIds, RandomIds>();
        services.AddStore(options);
        services.AddFiles(options);
        services.AddTexts(options.Web.ContentFolder);
        services.AddMail(options);
        services.AddTelemetry(options);
        services.AddWork();
        services.AddPages();
        services.AddConsole();
        return services;
    }

    /// <summary>The Cosmos client is the container's own, so that it is closed with it.</summary>
    private static void AddStore(this IServiceCollection services, ServiceOptions options)
    {
        if (options.Store.Mode == StoreMode.Cosmos)
        {
            services.AddSingleton<IKnowOutages, CosmosOutages>();
            services.AddSingleton(_ => CosmosClients.Open(new Uri(options.Store.Endpoint), new DefaultAzureCredential()));
            services.AddSingleton<ICohortStore>(s => new CosmosCohortStore(
                s.GetRequiredService<CosmosClient>()
                    .GetContainer(options.Store.Database, options.Store.Container), s.GetRequiredService<TimeProvider>()));
            return;
        }

        services.AddSingleton<IKnowOutages, SqliteOutages>();
        services.AddSingleton<ICohortStore>(s => new SqliteCohortStore(
            Path.Combine(
                Directory.CreateDirectory(options.DataFolder).FullName,
                "cohorts.db"), options.DurableWrites, s.GetRequiredService<TimeProvider>()));
    }

    private static void AddFiles(this IServiceCollection services, ServiceOptions options)
    {
        var files = options.Files;
        services.AddSingleton(files);
        if (files.Mode == FilesMode.Blobs)
        {
            services.AddSingleton<IKnowOutages, BlobOutages>();
        }

        services.AddSingleton<IArchive>(_ => files.Mode switch
        {
            FilesMode.Blobs =>
                new BlobArchive(new BlobContainerClient(files.ContainerAddress, new DefaultAzureCredential(), BlobArchive.Options())),
            FilesMode.Folder => new FolderArchive(files.Folder.Length > 0 ? files.Folder : Path.Combine(options.DataFolder, "files")),
            var other => throw new InvalidOperationException($"Nothing keeps files in {other}."),
        });
    }

    private static void AddTexts(this IServiceCollection services, string contentFolder)
    {
        var templates = Path.Combine(contentFolder, "templates");
        var languages = new Languages(templates);
        services.AddSingleton(languages);
        var look = new LookSheet(templates);
        services.AddSingleton(look);
        var holidays = new PublicHolidayCalendars();
        services.AddSingleton<IPublicHolidays>(holidays);
        services.AddSingleton<ISchemeLibrary>(
            new SchemeFolder(Path.Combine(contentFolder, "schemes"), languages, holidays.Countries, look));
        services.AddSingleton<IRenderEmails>(new TemplateEmails(templates, look));
        services.AddSingleton<IWriteDiaries, IcalDiaries>();
        services.AddSingleton(new PageRenderer(templates));
        services.AddSingleton(new ReportFile(templates));
    }

    private static void AddMail(this IServiceCollection services, ServiceOptions options)
    {
        services.AddSingleton(options.Mail);
        services.AddSingleton(options.Quota);
        services.AddSingleton<ISendMail>(Mailer(options.Mail));
        services.AddSingleton(options.DeliveryReports);
        services.AddSingleton<IConfigurationManager<OpenIdConnectConfiguration>>(new ConfigurationManager<OpenIdConnectConfiguration>(
            options.DeliveryReports.MetadataAddress, new OpenIdConnectConfigurationRetriever()));
        services.AddSingleton<EventGridCaller>();
    }

    private static void AddTelemetry(this IServiceCollection services, ServiceOptions options)
    {
        services.AddSingleton<ServiceTelemetry>();
        services.AddSingleton<LoggingObserver>();
        services.AddSingleton<ICohortObserver>(
            s => new CountingObserver(s.GetRequiredService<LoggingObserver>(), s.GetRequiredService<ServiceTelemetry>()));
        if (options.TelemetryEndpoint is { } collector)
        {
            services.AddSingleton<IHostedService>(new OtlpExport(collector));
        }

        if (options.ApplicationInsights is { Length: > 0 } connection)
        {
            services.AddSingleton<IHostedService>(_ => new AzureMonitorExport(connection, new DefaultAzureCredential()));
        }
    }

    private static void AddWork(this IServiceCollection services)
    {
        services.AddSingleton<CohortReader>();
        services.AddSingleton<Calls>();
        services.AddSingleton<EffectsApplier>();
        services.AddSingleton<Eraser>();
        services.AddSingleton<CohortFiles>();
        services.AddSingleton<FileShelf>();
        services.AddSingleton<LinkMinter>();
        services.AddSingleton<OutboxContexts>();
        services.AddSingleton<Companions>();
        services.AddSingleton<OutboxSender>();
        services.AddSingleton<MailQuota>();
        services.AddSingleton<FreshLinkMails>();
        services.AddSingleton<CohortCreator>();
        services.AddSingleton<CohortLaunch>();
        services.AddSingleton<CohortChanger>();
        services.AddSingleton<CohortProgressReader>();
        services.AddSingleton<PeopleAdder>();
        services.AddSingleton<PersonRemover>();
        services.AddSingleton<DraftKeeper>();
        services.AddSingleton<StoppedCohorts>();
        services.AddSingleton<Levers>();
        services.AddSingleton<ServiceStateReader>();
        services.AddSingleton<AddressCorrector>();
        services.AddSingleton<DeliveryRecorder>();
    }

    private static void AddPages(this IServiceCollection services)
    {
        services.AddSingleton<TroublePages>();
        services.AddSingleton<FailureAnswers>();
        services.AddSingleton<PostedForms>();
        services.AddSingleton<CommonPages>();
        services.AddSingleton<FormPages>();
        services.AddSingleton(_ => new Callers());
        services.AddSingleton<FreshLinks>();
        services.AddSingleton<LinkContexts>();
        services.AddSingleton<Drafts>();
        services.AddSingleton<MinePages>();
        services.AddSingleton<LinkPages>();
        services.AddSingleton<LinkAnswers>();
        services.AddSingleton<StaffLinkPages>();
        services.AddSingleton<MatchingDesk>();
        services.AddSingleton<PairDesk>();
        services.AddSingleton<AttendanceDesk>();
        services.AddSingleton<LinkFiles>();
        services.AddSingleton<Applicants>();
        services.AddSingleton<ApplicationDesk>();
        services.AddSingleton<ApplyPages>();
        services.AddSingleton<ApplicantPages>();
    }

    private static void AddConsole(this IServiceCollection services)
    {
        services.AddSingleton<Sessions>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<TwoPeople>();
        services.AddSingleton<OwnerPass>();
        services.AddSingleton<SignInPages>();
        services.AddSingleton<ConsoleForms>();
        services.AddSingleton<ConsoleRenderer>();
        services.AddSingleton<ConsoleDesk>();
        foreach (var page in ConsolePages.All)
        {
            services.AddSingleton(typeof(ConsolePage), page);
        }
    }

    private static ISendMail Mailer(MailOptions mail)
    {
        ISendMail sender = mail.Mode switch
        {
            MailMode.Smtp => new SmtpSender(mail),
            MailMode.Acs => new AcsEmailSender(
                new EmailClient(new Uri(mail.Endpoint), new DefaultAzureCredential(), AcsEmailSender.OptionsWithoutRetries(mail.Timeout)),
                mail.FromAddress),
            MailMode.Pickup => new PickupFolderSender(mail),
            var other => throw new InvalidOperationException($"Nothing sends mail by {other}."),
        };
        return mail.IsLimited ? new AllowListSender(sender, mail.AllowedDomains) : sender;
    }
}
