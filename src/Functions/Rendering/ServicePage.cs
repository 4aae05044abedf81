namespace ReverseMentoring.Functions.Rendering;

/// <summary>The pages that belong to no cohort: pages/service, in a frame of their own. Each names its title itself.</summary>
public static class ServicePage
{
    /// <summary>For everybody: it says what such a service is, and nothing of what runs in it.</summary>
    public static Page Public() => Of("home", new Dictionary<string, object?>(StringComparer.Ordinal) { ["here"] = false });

    /// <param name="name">The file's name below templates/LANGUAGE/pages/service, without its ending.</param>
    public static Page Of(string name, IReadOnlyDictionary<string, object?> values) =>
        new($"service/{name}", "", values, [], "") { Frame = "service/frame" };
}
