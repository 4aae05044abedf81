using Spectre.Console;

namespace ReverseMentoring.Rehearsal.Record;

/// <summary>Where a program of ours writes to: a person's terminal, or a file that shall hold plain text.</summary>
public static class Consoles
{
    /// <summary>Wider than any line of ours: in a file no line is broken.</summary>
    private const int WidthOfFiles = 500;

    public static IAnsiConsole Output() => Of(Console.Out, Console.IsOutputRedirected);

    public static IAnsiConsole Error() => Of(Console.Error, Console.IsErrorRedirected);

    /// <param name="plain">True: no colour, no movement, no broken lines.</param>
    public static IAnsiConsole Of(TextWriter to, bool plain)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(to),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = plain ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (plain)
        {
            console.Profile.Width = WidthOfFiles;
        }

        return console;
    }
}
