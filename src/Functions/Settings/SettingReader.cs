using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace ReverseMentoring.Functions.Settings;

/// <summary>Reads settings by name and collects a sentence about each that is wrong, so that all are told at once.</summary>
internal sealed class SettingReader(IConfiguration settings)
{
    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    public string Text(string name, string otherwise = "") => settings[name] is { Length: > 0 } text ? text : otherwise;

    /// <summary>A path made whole.</summary>
    public string Folder(string name, string otherwise) => Path.GetFullPath(Text(name, otherwise));

    public int Number(string name, int otherwise)
    {
        var text = Text(name);
        if (text.Length == 0)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Refuse($"{name} must be a whole number.");
        return otherwise;
    }

    public TEnum Choice<TEnum>(string name, TEnum otherwise)
        where TEnum : struct, Enum
    {
        var text = Text(name, otherwise.ToString());
        // By name only: a number would be taken by Enum.Parse, and the message below promises names.
        if (Enum.GetNames<TEnum>().Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return Enum.Parse<TEnum>(text, ignoreCase: true);
        }

        Refuse($"{name} must be one of {string.Join(", ", Enum.GetNames<TEnum>())}.");
        return otherwise;
    }

    public void Refuse(string sentence) => _problems.Add(sentence);

    /// <summary>Takes over what a record says against its own values.</summary>
    public T Checked<T>(T options, Func<T, IEnumerable<string>> problems)
    {
        _problems.AddRange(problems(options));
        return options;
    }
}
