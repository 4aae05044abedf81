using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace ReverseMentoring.LocalHost.Functions;

/// <summary>The functions of an app, by what triggers them.</summary>
internal sealed class FunctionCatalog
{
    private readonly Dictionary<string, FunctionEntry> orchestrators = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, FunctionEntry> activities = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(FunctionEntry Function, HttpTriggerAttribute Trigger)> http = [];
    private readonly List<(FunctionEntry Function, TimerTriggerAttribute Trigger)> timers = [];

    /// <exception cref="InvalidOperationException">A function has no trigger, one nobody offers, or a name that is taken.</exception>
    public FunctionCatalog(IEnumerable<Type> types)
    {
        const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var methods = types.SelectMany(type => type.GetMethods(Any | BindingFlags.DeclaredOnly));
        foreach (var method in methods.Where(method => method.IsDefined(typeof(FunctionAttribute), inherit: false)))
        {
            var function = new FunctionEntry(method);
            if (!names.Add(function.Name))
                throw new InvalidOperationException($"Two functions are named '{function.Name}': give one another name.");
            Add(function);
        }
    }

    public IReadOnlyList<(FunctionEntry Function, HttpTriggerAttribute Trigger)> Http => http;

    public IReadOnlyList<(FunctionEntry Function, TimerTriggerAttribute Trigger)> Timers => timers;

    public IReadOnlyCollection<FunctionEntry> Orchestrators => orchestrators.Values;

    public IReadOnlyCollection<FunctionEntry> Activities => activities.Values;

    public FunctionEntry? Orchestrator(string name) => orchestrators.GetValueOrDefault(name);

    public FunctionEntry? Activity(string name) => activities.GetValueOrDefault(name);

    private void Add(FunctionEntry function)
    {
        switch (function.Trigger)
        {
            case OrchestrationTriggerAttribute trigger:
                orchestrators.Add(trigger.Orchestration ?? function.Name, function);
                break;
            case ActivityTriggerAttribute trigger:
                activities.Add(trigger.Activity ?? function.Name, function);
                break;
            case HttpTriggerAttribute trigger:
                http.Add((function, trigger));
                break;
            case TimerTriggerAttribute trigger:
                timers.Add((function, trigger));
                break;
            default:
                throw new InvalidOperationException(
                    $"Function '{function.Name}' has a {function.Trigger.GetType().Name}; this host runs HTTP, timer, orchestration " +
                    "and activity triggers.");
        }
    }
}
