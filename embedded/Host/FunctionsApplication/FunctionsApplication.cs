namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>The entry point of a Functions app, as the official worker has it.</summary>
public class FunctionsApplication
{
    protected FunctionsApplication()
    {
    }

    /// <summary>
    /// A builder whose app runs the entry assembly's functions on <c>http://localhost:7071</c> (or <c>--urls</c>,
    /// <c>ASPNETCORE_URLS</c>), with its data in <c>./data</c> (or <c>--data</c>, <c>Data__Folder</c>).
    /// </summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
