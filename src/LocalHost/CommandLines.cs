using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;

namespace ReverseMentoring.LocalHost;

/// <summary>What all command lines of this project have in common.</summary>
public static class CommandLines
{
    /// <summary>The exit code for a command line that is wrong; nothing was done then.</summary>
    public const int Wrong = 2;

    // A value that begins with @ is a value, not the name of a file with more of them.
    private static readonly ParserConfiguration Plain = new() { ResponseFileTokenReplacer = null };

    /// <summary>An option whose value is a whole number between two others.</summary>
    public static Option<int> WholeNumber(string name, string description, int otherwise, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => otherwise,
        CustomParser = given =>
        {
            var text = given.Tokens[^1].Value;
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number >= least
                && number <= most)
            {
                return number;
            }

            given.AddError($"{name} is a whole number from {least} to {most}, not '{text}'.");
            return otherwise;
        },
    };

    /// <summary>
    /// Does what the command line says. A wrong one is answered on the error output with what is wrong and where help is.
    /// </summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(RootCommand command, IReadOnlyList<string> args, InvocationConfiguration? invocation = null)
    {
        invocation ??= new InvocationConfiguration();
        // An exception nobody expected is shown whole, as in any other program.
        invocation.EnableDefaultExceptionHandler = false;
        var parsed = command.Parse(args, Plain);
        if (parsed.Action is not ParseErrorAction wrong)
        {
            return await parsed.InvokeAsync(invocation);
        }

        wrong.ShowHelp = false;
        wrong.ShowTypoCorrections = false;
        await parsed.InvokeAsync(invocation);
        await invocation.Error.WriteLineAsync("Nothing was done. --help shows what there is.");
        return Wrong;
    }
}
