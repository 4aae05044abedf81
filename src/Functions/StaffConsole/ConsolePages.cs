namespace ReverseMentoring.Functions.StaffConsole;

/// <summary>Every page of the console that this assembly declares.</summary>
public static class ConsolePages
{
    public static IReadOnlyList<Type> All { get; } =
        [.. typeof(ConsolePage).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ConsolePage)) && !t.IsAbstract)
            .OrderBy(t => t.Name, StringComparer.Ordinal)];
}
