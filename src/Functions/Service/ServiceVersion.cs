using System.Reflection;

namespace ReverseMentoring.Functions.Service;

/// <summary>The version that runs, as the build stamped it.</summary>
internal static class ServiceVersion
{
    public static readonly string Text = typeof(ServiceVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
