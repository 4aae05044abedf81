using System.Collections;
using Scriban.Parsing;

namespace Scriban;

/// <summary>What the parser has to say about one template.</summary>
// The official name; callers must compile against both.
#pragma warning disable CA1710
public class LogMessageBag : IReadOnlyList<LogMessage>
#pragma warning restore CA1710
{
    private readonly List<LogMessage> _messages = [];

    public int Count => _messages.Count;

    public LogMessage this[int index] => _messages[index];

    public bool HasErrors { get; private set; }

    public void Add(LogMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        HasErrors |= message.Type == ParserMessageType.Error;
        _messages.Add(message);
    }

    public IEnumerator<LogMessage> GetEnumerator() => _messages.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Concat(_messages.Select(message => message + Environment.NewLine));
}
