namespace Microsoft.DurableTask;

/// <summary>How an orchestration starts over.</summary>
public class ContinueAsNewOptions
{
    public object? NewInput { get; set; }

    /// <summary>Hand events that nothing waited for to the next generation.</summary>
    public bool PreserveUnprocessedEvents { get; set; } = true;
}
