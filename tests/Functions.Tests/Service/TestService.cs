using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.LocalHost;
using ReverseMentoring.LocalHost.Clocks;

namespace ReverseMentoring.Functions.Tests.Service;

/// <summary>The real service in a folder of its own, on a virtual clock, its emails in a pick-up folder.</summary>
public sealed class TestService : IAsyncDisposable
{
    public const string FunctionKey = "coordinators-key";
    public const string AdminKey = "administrators-key";

    /// <summary>Who administers the service by its pages.</summary>
    public const string Administrator = "administrator@example.org";

    /// <summary>The morning on which the judicial sample's coordinator begins.</summary>
    public static readonly DateTimeOffset Epoch = new(2023, 1, 23, 10, 0, 0, TimeSpan.Zero);

    private static readonly SendQuota Plenty = new(100_000, 1_000_000);

    private TestService(string folder, FunctionsHost host, VirtualClock clock)
    {
        Folder = folder;
        Host = host;
        Clock = clock;
        Browser = Client(null);
        Api = Client(FunctionKey);
        Admin = Client(AdminKey);
    }

    public string Folder { get; }

    public string Data => Path.Combine(Folder, "data");

    public string Emails => Path.Combine(Folder, "emails");

    public FunctionsHost Host { get; }

    public VirtualClock Clock { get; }

    /// <summary>Without a key: what participants use.</summary>
    public HttpClient Browser { get; }

    public HttpClient Api { get; }

    public HttpClient Admin { get; }

    public ICohortStore Store => Host.Services.GetRequiredService<ICohortStore>();

    public SortedDictionary<string, string> Documents => Service.Documents.In(Data);

    /// <param name="machine">The machine's clock, made of the time that passes; left out: nobody sets it.</param>
    public static async Task<TestService> StartAsync(
        Action<IServiceCollection>? configure = null, SendQuota? quota = null, Func<VirtualClock, TimeProvider>? machine = null)
    {
        var folder = Directory.CreateTempSubdirectory("service-").FullName;
        var clock = new VirtualClock(Epoch);
        var shown = machine?.Invoke(clock) ?? clock;
        var options = new FunctionsHostOptions
        {
            FunctionAssembly = typeof(Composition).Assembly,
            DataFolder = Path.Combine(folder, "data"),
            Clock = shown,
            FunctionKey = FunctionKey,
            AdminKey = AdminKey,
            DurableCommits = false,
            OneAtATime = true,
        };
        var service = new ServiceOptions
        {
            Web = new WebOptions { BaseAddress = new Uri("https://mentoring.example.org/"), ContentFolder = AppContext.BaseDirectory },
            DataFolder = options.DataFolder,
            Mail = new MailOptions { Folder = Path.Combine(folder, "emails"), FromAddress = "scheme@example.org" },
            Quota = quota ?? Plenty,
            Staff = new StaffOptions { Administrators = [Administrator] },
            DurableWrites = false,
        };
        var host = await FunctionsHost.StartAsync(options, services =>
        {
            services.AddSingleton(shown);
            services.AddReverseMentoring(service);
            configure?.Invoke(services);
        });
        return new TestService(folder, host, clock);
    }

    /// <summary>Lets the service go on by itself until an instant, in UTC, such as 2023-02-27T16:00Z.</summary>
    public Task RunToAsync(string instant) => Host.RunUntilAsync(DateTimeOffset.Parse(instant, null));

    public Task SettleAsync() => Host.WhenIdleAsync();

    /// <summary>An activity, made as the host makes it.</summary>
    public T Activity<T>() => ActivatorUtilities.CreateInstance<T>(Host.Services);

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        Api.Dispose();
        Admin.Dispose();
        await Host.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private HttpClient Client(string? key)
    {
        var client = new HttpClient(new LikeABrowser(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }))
        {
            BaseAddress = Host.BaseAddress,
        };
        if (key is not null)
        {
            client.DefaultRequestHeaders.Add("x-functions-key", key);
        }

        return client;
    }
}
