using System.Globalization;
using Spectre.Console;

namespace ReverseMentoring.Bench;

/// <summary>Tables of numbers, in Markdown, so that they can be pasted into the documentation.</summary>
internal static class Tables
{
    /// <summary>The first column names the row unless it is a number too; the others are numbers.</summary>
    public static Table OfNumbers(params string[] headings)
    {
        var table = new Table().MarkdownBorder();
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(new Text(heading)).NoWrap().Alignment(table.Columns.Count == 0 ? Justify.Left : Justify.Right));
        }

        return table;
    }

    public static void AddNumbers(this Table table, params FormattableString[] cells) =>
        table.AddRow([.. cells.Select(cell => new Text(cell.ToString(CultureInfo.InvariantCulture)))]);
}
