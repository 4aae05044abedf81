using System.IO.Compression;
using System.Xml;

namespace ReverseMentoring.Functions.Adapters.Excel;

/// <summary>
/// The cells of an .xlsx in which a spreadsheet shows an error (#N/A, #REF!), by sheet and place. The library reads them as empty, and
/// what is lost there would be lost in silence.
/// </summary>
internal sealed class ErrorCells
{
    private const string Related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Workbook = "xl/workbook.xml";
    private const string Relations = "xl/_rels/workbook.xml.rels";

    private static readonly XmlReaderSettings Strict = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private readonly HashSet<(string Sheet, string Place)> _cells = [];

    /// <summary>None: of an .xls they can't be told apart from empty cells.</summary>
    public ErrorCells()
    {
    }

    /// <param name="zip">Known to unpack to little.</param>
    public ErrorCells(ZipArchive zip)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        Each(zip, Relations, r => targets[r.GetAttribute("Id") ?? ""] = r.GetAttribute("Target") ?? "", "Relationship");
        Each(
            zip,
            Workbook,
            sheet =>
            {
                var (name, target) = (
                    sheet.GetAttribute("name") ?? "", targets.GetValueOrDefault(sheet.GetAttribute("id", Related) ?? "", ""));
                Each(
                    zip,
                    target.StartsWith('/') ? target[1..] : $"xl/{target}",
                    cell =>
                    {
                        if (cell.GetAttribute("t") == "e")
                        {
                            _cells.Add((name, cell.GetAttribute("r") ?? ""));
                        }
                    },
                    "c");
            },
            "sheet");
    }

    /// <param name="row">From 1.</param>
    /// <param name="column">From 0.</param>
    public bool Contains(string sheet, int row, int column)
    {
        if (_cells.Count == 0)
        {
            return false;
        }

        var letters = "";
        for (var left = column + 1; left > 0; left = (left - 1) / 26)
        {
            letters = (char)('A' + ((left - 1) % 26)) + letters;
        }

        return _cells.Contains((sheet, $"{letters}{row}"));
    }

    private static void Each(ZipArchive zip, string part, Action<XmlReader> take, string element)
    {
        if (zip.GetEntry(part) is not { } entry)
        {
            return;
        }

        using var stream = entry.Open();
        using var xml = XmlReader.Create(stream, Strict);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == element)
            {
                take(xml);
            }
        }
    }
}
