using System.CommandLine;

namespace ReverseMentoring.LocalHost;

/// <summary>The command line of the service: two options of its own, and any setting as <c>--Section:Name VALUE</c>.</summary>
internal static class HostCommandLine
{
    /// <returns>Null when the service is to start; else the exit code, and everything is said.</returns>
    public static async Task<int?> AnswerAsync(IReadOnlyList<string> args, InvocationConfiguration? invocation = null)
    {
        var start = false;
        var (own, unfinished) = Split(args);
        var command = new RootCommand(
            """
            Runs the reverse-mentoring service on this machine until Ctrl+C.

            Any setting of docs/operations.md can stand here as well: --Mail:Mode Smtp or --Mail:Mode=Smtp, or in the environment
            as Mail__Mode, or in local.settings.json. The command line counts most.
            """)
        {
            new Option<string>("--data") { Description =
                "Where SQLite files, keys and emails are kept; the same as --Data:Folder [default: data]", HelpName = "FOLDER" },
            new Option<string>("--urls") { Description = "Where it listens [default: http://localhost:7071]", HelpName = "ADDRESS" },
        };
        command.SetAction(_ => { start = true; });
        command.Validators.Add(result =>
        {
            if (unfinished is not null)
            {
                result.AddError($"{unfinished} is a setting and needs a value after it.");
            }
        });
        var code = await CommandLines.RunAsync(command, own, invocation);
        return start && code == 0 ? null : code;
    }

    /// <summary>
    /// What is left once the settings and their values are taken out, which configuration reads; and a last setting that has no value.
    /// </summary>
    private static (List<string> Own, string? Unfinished) Split(IReadOnlyList<string> args)
    {
        var own = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            if (!IsSetting(args[i]))
            {
                own.Add(args[i]);
            }
            else if (!args[i].Contains('=', StringComparison.Ordinal) && ++i == args.Count)
            {
                return (own, args[^1]);
            }
        }

        return (own, null);
    }

    /// <summary>A name with a colon, as all settings of ours have.</summary>
    private static bool IsSetting(string arg) =>
        arg.StartsWith("--", StringComparison.Ordinal) && arg.Split('=')[0].Contains(':', StringComparison.Ordinal);
}
