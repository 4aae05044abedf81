using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Rehearsal;
using ReverseMentoring.Rehearsal.Record;

namespace ReverseMentoring.Functions.Tests.Rehearsals;

/// <summary>A rehearsal that was played, and its trace.</summary>
internal sealed record Trace(PlayedRehearsal Played, string Text)
{
    public IReadOnlyList<JsonElement> Lines { get; } =
        [.. Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    public IEnumerable<JsonElement> Of(string kind) => Lines.Where(l => Get(l, "kind") == kind);

    /// <summary>When a step was done, as the trace writes it.</summary>
    public string At(string step) => Get(Of("step").Single(l => Get(l, "name") == step), "at");

    public static string Get(JsonElement line, string field) => line.GetProperty(field).ToString();

    public static async Task<Trace> PlayAsync(string sample, int seed, string folder, Action<IServiceCollection>? configure = null)
    {
        var file = $"{folder}.jsonl";
        var played = await RehearsalRun.PlayAsync(
            new RehearsalOptions(sample, file, seed, folder, 1), ProgressLine.Nowhere, configure, default);
        return new Trace(played, await File.ReadAllTextAsync(file));
    }
}
