namespace ReverseMentoring.Functions.Settings;

public enum StoreMode
{
    /// <summary>A file in the data folder.</summary>
    Sqlite,

    /// <summary>Azure Cosmos DB for NoSQL.</summary>
    Cosmos,
}

/// <summary>Where cohorts are kept.</summary>
public sealed record StoreOptions
{
    public StoreMode Mode { get; init; } = StoreMode.Sqlite;

    /// <summary>
    /// For Cosmos: the account's https address, such as https://NAME.documents.azure.com. Signs in with the app's own identity.
    /// </summary>
    public string Endpoint { get; init; } = "";

    /// <summary>For Cosmos, as is the container; the infrastructure files make both.</summary>
    public string Database { get; init; } = "reverse-mentoring";

    public string Container { get; init; } = "cohorts";

    internal static StoreOptions Read(SettingReader settings) => settings.Checked(
        new StoreOptions
        {
            Mode = settings.Choice("Store:Mode", StoreMode.Sqlite),
            Endpoint = settings.Text("Store:Endpoint"),
            Database = settings.Text("Store:Database", "reverse-mentoring"),
            Container = settings.Text("Store:Container", "cohorts"),
        },
        o => o.Problems());

    /// <returns>A sentence for each setting that is wrong; empty when all is well.</returns>
    public IEnumerable<string> Problems()
    {
        if (Mode != StoreMode.Cosmos)
        {
            yield break;
        }

        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var endpoint) || endpoint.Scheme != "https")
        {
            yield return "Store:Endpoint must be the https address of the Cosmos DB account when Store:Mode is Cosmos.";
        }

        if (!IsName(Database))
        {
            yield return "Store:Database must be the name of a database: 1 to 255 characters, none of / \\ # ?";
        }

        if (!IsName(Container))
        {
            yield return "Store:Container must be the name of a container: 1 to 255 characters, none of / \\ # ?";
        }
    }

    private static bool IsName(string name) => name.Length is >= 1 and <= 255 && name.AsSpan().IndexOfAny("/\\#?") < 0;
}
