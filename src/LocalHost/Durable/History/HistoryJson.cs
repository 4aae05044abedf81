using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReverseMentoring.LocalHost.Durable.History;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(List<HistoryEvent>))]
[JsonSerializable(typeof(HistoryEvent))]
[JsonSerializable(typeof(Failure))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class HistoryJson : JsonSerializerContext
{
    public static string Write(List<HistoryEvent> events) => JsonSerializer.Serialize(events, Default.ListHistoryEvent);

    public static string Write(HistoryEvent happened) => JsonSerializer.Serialize(happened, Default.HistoryEvent);

    public static string Write(Failure failure) => JsonSerializer.Serialize(failure, Default.Failure);

    public static string Write(IReadOnlyDictionary<string, string> tags)
        => JsonSerializer.Serialize(tags, Default.IReadOnlyDictionaryStringString);

    public static List<HistoryEvent> ReadEvents(string json) => JsonSerializer.Deserialize(json, Default.ListHistoryEvent)!;

    public static HistoryEvent ReadEvent(string json) => JsonSerializer.Deserialize(json, Default.HistoryEvent)!;

    public static Failure ReadFailure(string json) => JsonSerializer.Deserialize(json, Default.Failure)!;

    public static IReadOnlyDictionary<string, string> ReadTags(string json)
        => JsonSerializer.Deserialize(json, Default.IReadOnlyDictionaryStringString)!;
}
