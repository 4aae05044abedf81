using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReverseMentoring.Domain.Time;

namespace ReverseMentoring.LocalHost.Here;

/// <summary>samples/try-now as it would read if written today: a cohort definition like any other, with dates that begin now.</summary>
internal sealed class TryNowDefinition(string folder)
{
    private const string LocalTime = "yyyy-MM-ddTHH:mm";

    public byte[] People => File.ReadAllBytes(Path.Combine(folder, "people.csv"));

    /// <summary>All dates move by the same number of days and keep their time of day, but the first: enrolment opens this minute.</summary>
    /// <param name="number">The first is 1; every further one has it in its id and its name.</param>
    /// <param name="now">UTC.</param>
    public JsonDocument At(int number, DateTimeOffset now)
    {
        var definition = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "cohort.json")))!.AsObject();
        var today = CohortZone.Of(definition["timeZone"]!.GetValue<string>()).ToLocal(now);
        var days = (today.Date - Parse(definition["enrolmentOpens"]!.GetValue<string>())!.Value.Date).Days;
        var moved = Moved(definition, days)!.AsObject();
        moved["enrolmentOpens"] = today.ToString(LocalTime, CultureInfo.InvariantCulture);
        moved["id"] = IdOf(number);
        if (number > 1)
        {
            moved["name"] = string.Create(CultureInfo.InvariantCulture, $"{moved["name"]!.GetValue<string>()} {number}");
        }

        return JsonSerializer.SerializeToDocument(moved);
    }

    public static string IdOf(int number) => number == 1 ? "try-now" : string.Create(CultureInfo.InvariantCulture, $"try-now-{number}");

    private static JsonNode? Moved(JsonNode? node, int days) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(f => KeyValuePair.Create(f.Key, Moved(f.Value, days)))),
        JsonArray items => new JsonArray([.. items.Select(i => Moved(i, days))]),
        JsonValue value when value.TryGetValue(out string? text) && Parse(text) is { } at =>
            at.AddDays(days).ToString(LocalTime, CultureInfo.InvariantCulture),
        _ => node?.DeepClone(),
    };

    private static DateTime? Parse(string text) =>
        DateTime.TryParseExact(text, LocalTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;
}
