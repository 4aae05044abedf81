using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.LocalHost;
using ReverseMentoring.LocalHost.Clocks;

namespace ReverseMentoring.Rehearsal.Stage;

/// <summary>The real service on a virtual clock, its emails in a folder, and a client that reaches it as a browser would.</summary>
public sealed class RehearsalStage : IAsyncDisposable
{
    /// <summary>What links in the emails begin with; the client turns it into wherever the host happens to listen.</summary>
    public static readonly Uri PublicAddress = new("https://mentoring.example.org/");

    private const string Key = "rehearsal";

    private readonly FunctionsHost _host;

    private RehearsalStage(FunctionsHost host, VirtualClock clock)
    {
        _host = host;
        Clock = clock;
        Browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = host.BaseAddress,
        };
        Api = new HttpClient { BaseAddress = host.BaseAddress, DefaultRequestHeaders = { { "x-functions-key", Key } } };
    }

    public VirtualClock Clock { get; }

    /// <summary>Without a key: what participants use.</summary>
    public HttpClient Browser { get; }

    /// <summary>With the coordinator's key.</summary>
    public HttpClient Api { get; }

    public IServiceProvider Services => _host.Services;

    /// <summary>UTC; when the service next does something by itself.</summary>
    public DateTimeOffset? NextDue => _host.NextDue;

    public static async Task<RehearsalStage> OpenAsync(
        string folder, DateTimeOffset starts,
        int seed, SendQuota quota, ICohortObserver observer, Action<IServiceCollection>? configure, CancellationToken cancellation)
    {
        var clock = new VirtualClock(starts);
        var options = new FunctionsHostOptions
        {
            FunctionAssembly = typeof(Composition).Assembly,
            DataFolder = Path.Combine(folder, "data"),
            Clock = clock,
            FunctionKey = Key,
            AdminKey = Key + "-admin",
            DurableCommits = false,
            OneAtATime = true,
        };
        var service = new ServiceOptions
        {
            Web = new WebOptions { BaseAddress = PublicAddress, ContentFolder = AppContext.BaseDirectory },
            DataFolder = Path.Combine(folder, "data"),
            Mail = new MailOptions { Folder = Path.Combine(folder, "emails"), FromAddress = "scheme@example.org" },
            Quota = quota,
            DurableWrites = false,
        };
        var host = await FunctionsHost.StartAsync(
            options,
            services =>
            {
                services.AddSingleton<TimeProvider>(clock);
                services.AddReverseMentoring(service);
                services.AddSingleton<IMakeIds>(new SeededIds(seed));
                services.AddSingleton(observer);
                configure?.Invoke(services);
            },
            cancellation);
        return new RehearsalStage(host, clock);
    }

    public Task WhenIdleAsync(CancellationToken cancellation) => _host.WhenIdleAsync(cancellation);

    /// <summary>The local address of a link as it stands in an email.</summary>
    public static string PathOf(string link) => new Uri(link).PathAndQuery.TrimStart('/');

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        Api.Dispose();
        await _host.DisposeAsync();
    }
}
