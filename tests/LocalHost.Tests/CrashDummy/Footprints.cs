namespace ReverseMentoring.LocalHost.Tests.CrashDummy;

/// <summary>A file with a line for each time an activity ran.</summary>
public sealed class Footprints(string path)
{
    private readonly Lock _gate = new();

    public void Leave(string place)
    {
        lock (_gate)
        {
            File.AppendAllText(path, place + "\n");
        }
    }
}
