using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using ReverseMentoring.Functions;
using ReverseMentoring.Functions.Telemetry;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Logging.KeepLinksOut();
builder.Services.AddReverseMentoring(builder.Configuration);
builder.Build().Run();
