using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace ReverseMentoring.LocalHost.Functions;

/// <summary>The functions of an app, by what triggers them.</summary>
internal sealed class FunctionCatalog
{
    private readonly Dictionary<string, FunctionEntry> _orchestrators = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, FunctionEntry> _activities = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(FunctionEntry Function, HttpTriggerAttribute Trigger)> _http = [];
    private readonly List<(FunctionEntry Function, TimerTriggerAttribute Trigger)> _timers = [];

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
            {
                throw new InvalidOperationException($"Two functions are named '{function.Name}': give one another name.");
            }

            Add(function);
        }
    }

    public IReadOnlyList<(FunctionEntry Function, HttpTriggerAttribute Trigger)> Http => _http;

    public IReadOnlyList<(FunctionEntry Function, TimerTriggerAttribute Trigger)> Timers => _timers;

    public IReadOnlyCollection<FunctionEntry> Orchestrators => _orchestrators.Values;

    public IReadOnlyCollection<FunctionEntry> Activities => _activities.Values;

    public FunctionEntry? Orchestrator(string name) => _orchestrators.GetValueOrDefault(name);

    public FunctionEntry? Activity(string name) => _activities.GetValueOrDefault(name);

    private void Add(FunctionEntry function)
    {
        switch (function.Trigger)
        {
            case OrchestrationTriggerAttribute trigger:
                _orchestrators.Add(trigger.Orchestration ?? function.Name, function);
                break;
            case ActivityTriggerAttribute trigger:
                _activities.Add(trigger.Activity ?? function.Name, function);
                break;
            case HttpTriggerAttribute trigger:
                _http.Add((function, trigger));
                break;
            case TimerTriggerAttribute trigger:
                _timers.Add((function, trigger));
                break;
            default:
                throw new InvalidOperationException(
                    $"Function '{function.Name}' has a {function.Trigger.GetType().Name}; this host runs HTTP, timer, orchestration " +
                    "and activity triggers.");
        }
    }
}
