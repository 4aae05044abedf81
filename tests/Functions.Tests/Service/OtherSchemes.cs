using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Functions.Tests.Service;

/// <summary>The presets with something changed, for what no preset has.</summary>
internal sealed class OtherSchemes(ISchemeLibrary real, Func<Scheme, Scheme> change) : ISchemeLibrary
{
    public IReadOnlyList<string> Ids => real.Ids;

    public Scheme? Find(string id) => real.Find(id) is { } scheme ? change(scheme) : null;

    public static Task<TestService> ServiceAsync(Func<Scheme, Scheme> change) => TestService.StartAsync(services =>
    {
        var real = (ISchemeLibrary)services.Last(s => s.ServiceType == typeof(ISchemeLibrary)).ImplementationInstance!;
        services.AddSingleton<ISchemeLibrary>(new OtherSchemes(real, change));
    });
}
