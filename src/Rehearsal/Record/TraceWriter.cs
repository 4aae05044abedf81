using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReverseMentoring.Rehearsal.Record;

/// <summary>Writes one JSON object a line. Ids, names of things and times only.</summary>
public sealed class TraceWriter(TextWriter? to) : IDisposable
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Write(DateTimeOffset at, string kind, string id, params (string Name, object? Value)[] fields)
    {
        if (to is null)
        {
            return;
        }

        var line = new Dictionary<string, object?>(StringComparer.Ordinal) { ["at"] = at.UtcDateTime, ["kind"] = kind, ["id"] = id };
        foreach (var (name, value) in fields.Where(f => f.Value is not null))
        {
            line[name] = value;
        }

        to.WriteLine(JsonSerializer.Serialize(line, Compact));
    }

    public void Dispose() => to?.Dispose();
}
