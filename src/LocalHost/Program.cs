using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Functions;
using ReverseMentoring.Functions.Telemetry;
using ReverseMentoring.LocalHost;
using ReverseMentoring.LocalHost.Here;

if (await HostCommandLine.AnswerAsync(args) is { } exitCode)
{
    return exitCode;
}

var web = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
web.Configuration.AddInMemoryCollection(LocalSettings.Values(AppContext.BaseDirectory));
web.Configuration.AddEnvironmentVariables();
web.Configuration.AddCommandLine(args, new Dictionary<string, string>(StringComparer.Ordinal) { ["--data"] = "Data:Folder" });
var urls = web.Configuration["urls"] is { Length: > 0 } asked ? asked : "http://localhost:7071";
if (TakenPort.IsTold(urls))
{
    return 1;
}

OwnAddress.BeginsLinks(web.Configuration);
web.Logging.KeepLinksOut();
web.Services.AddReverseMentoring(web.Configuration);
var data = Path.GetFullPath(web.Configuration["Data:Folder"] is { Length: > 0 } folder ? folder : "data");
try
{
    PrivateFiles.Apply(data);
    web.AddFunctionsHost(new FunctionsHostOptions
    {
        FunctionAssembly = typeof(Composition).Assembly,
        DataFolder = data,
        Url = urls,
    });
    web.Services.AddLocalPages();
    web.Services.AddHostedService<StartupNotice>();
    var app = web.Build();
    app.UseFunctions();
    return TakenPort.Run(app, urls);
}
catch (UnusableFolderException failure)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
