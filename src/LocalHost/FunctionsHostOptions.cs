using System.Reflection;
using ReverseMentoring.LocalHost.Http;

namespace ReverseMentoring.LocalHost;

/// <summary>What to run, where to keep its data, and by which clock.</summary>
public sealed class FunctionsHostOptions
{
    /// <summary>The assembly whose functions are run.</summary>
    public Assembly? FunctionAssembly { get; set; }

    /// <summary>Further assemblies whose functions are run.</summary>
    public IList<Assembly> FunctionAssemblies { get; } = [];

    /// <summary>Single function classes to run, instead of all in an assembly.</summary>
    public IList<Type> FunctionTypes { get; } = [];

    /// <summary>Where durable state and keys are kept; made when there is none.</summary>
    public string DataFolder { get; set; } = "data";

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Where to listen. Port 0: any that is free.</summary>
    public string Url { get; set; } = "http://127.0.0.1:0";

    /// <summary>What comes before every route. Null: as host.json beside the app says, or "api" as the Functions host does.</summary>
    public string? RoutePrefix { get; set; }

    /// <summary>The key of function-level routes. Null: made once and kept in <c>keys/function.key</c> in the data folder.</summary>
    public string? FunctionKey { get; set; }

    /// <summary>The key that opens every route. Null: made once and kept in <c>keys/admin.key</c> in the data folder.</summary>
    public string? AdminKey { get; set; }

    /// <summary>
    /// True: a commit survives a power cut. False: it survives only the death of the process, which is enough for rehearsals and
    /// much faster.
    /// </summary>
    public bool DurableCommits { get; set; } = true;

    /// <summary>Ten for each processor unless set, as the Functions host does.</summary>
    public int MaxConcurrentActivities { get; set; } = 10 * Environment.ProcessorCount;

    /// <summary>
    /// How many sleeping orchestrations are held ready for their next turn; the others are replayed from their history when it comes.
    /// </summary>
    public int MaxKeptExecutions { get; set; } = 1000;

    /// <summary>The version of orchestrations that are started without one. Null: as host.json beside the app says, or none.</summary>
    public string? DefaultVersion { get; set; }

    // Asked at every start of an orchestration, and read once.
    internal string StartVersion => DefaultVersion ??= HostJson.DefaultVersion(AppContext.BaseDirectory);

    public int MaxConcurrentTurns { get; set; } = Environment.ProcessorCount;

    /// <summary>
    /// One turn or activity at a time, each due time run out before the next, so that a run on a virtual clock repeats exactly.
    /// Such a host is driven with <c>WhenIdleAsync</c> or <c>RunUntilAsync</c>, and the two limits above are not used.
    /// </summary>
    public bool OneAtATime { get; set; }

    /// <summary>The largest request body, in bytes; 100 MB unless set, as the Functions host does.</summary>
    public long MaxRequestBodySize { get; set; } = 104_857_600;
}
