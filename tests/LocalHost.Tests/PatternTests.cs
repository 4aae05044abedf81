using ReverseMentoring.DurablePatterns;

namespace ReverseMentoring.LocalHost.Tests;

/// <summary>The patterns of the official documentation, in real time; tests/DurableBackend.Tests plays the same on Azure Storage.</summary>
public sealed class PatternTests
{
    public static TheoryData<string> Names => [.. Pattern.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_pattern_ends_as_it_is_documented(string name)
    {
        var pattern = Pattern.All[name];
        var options = new FunctionsHostOptions
        {
            DataFolder = Directory.CreateTempSubdirectory("local-host-").FullName,
            DurableCommits = false,
            DefaultVersion = string.Empty,
        };
        foreach (var type in Pattern.FunctionTypes)
        {
            options.FunctionTypes.Add(type);
        }

        await using (var host = await FunctionsHost.StartAsync(options))
        {
            var id = $"it-{Guid.NewGuid():N}";
            await pattern.PlayAsync(host.Client, id);

            Assert.Equal(pattern.Expected, await Outcome.OfAsync(host.Client, id));
        }

        Directory.Delete(options.DataFolder, recursive: true);
    }
}
