using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Settings;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.StaffConsole.Operations;

/// <summary>The settings as the service runs with them; no secret.</summary>
public sealed class SettingsPage(SettingsInForce settings) : ConsolePage
{
    public override string Route => "admin/settings";

    public override Audience Audience => Audience.Administrator;

    public override Task<ConsoleAnswer> ShowAsync(Visit visit, CancellationToken cancellation) => Task.FromResult(
        new ConsoleAnswer("admin-settings", Of(("settings", settings.All.Select(s => Of(("name", s.Name), ("value", s.Value))).ToList())))
        {
            Place = "admin",
        });
}
