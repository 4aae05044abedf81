using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using ReverseMentoring.Functions;
using ReverseMentoring.Functions.Telemetry;
using ReverseMentoring.Functions.Web;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<HttpAnswers>();
builder.Logging.KeepLinksOut();
builder.Services.AddReverseMentoring(builder.Configuration);
builder.Build().Run();
