using ReverseMentoring.Domain.People;

namespace ReverseMentoring.Functions.Settings;

/// <summary>Who may sign in beside the coordinators that cohorts name, and how.</summary>
public sealed record StaffOptions
{
    /// <summary>Addresses of the administrators.</summary>
    public IReadOnlyList<string> Administrators { get; init; } = [];

    /// <summary>
    /// The platform's own sign-in stands before the app, so its headers say who somebody is. Without it anybody could write them.
    /// </summary>
    public bool EntraId { get; init; }

    internal static StaffOptions Read(SettingReader settings)
    {
        var administrators = settings.Text("Staff:Administrators")
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (administrators.Any(a => EmailAddress.Parse(a) is null))
        {
            settings.Refuse("Staff:Administrators must be email addresses with a semicolon between them.");
        }

        var entraId = settings.Choice("Staff:EntraId", Switch.Off) == Switch.On;
        if (entraId && !string.Equals(settings.Text(PlatformSignIn), "True", StringComparison.OrdinalIgnoreCase))
        {
            settings.Refuse(
                $"Staff:EntraId is On, but {PlatformSignIn} does not say that the platform signs people in: anybody could forge its "
                    + "headers. Switch authentication on for the app, or leave the setting out.");
        }

        return new StaffOptions { Administrators = administrators, EntraId = entraId };
    }

    /// <summary>What App Service sets where its authentication stands before the app.</summary>
    private const string PlatformSignIn = "WEBSITE_AUTH_ENABLED";

    private enum Switch
    {
        Off,
        On,
    }
}
