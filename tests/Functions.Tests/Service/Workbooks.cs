using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace ReverseMentoring.Functions.Tests.Service;

/// <summary>Workbooks as a test needs them, written by hand so that hostile ones can be written too.</summary>
internal static class Workbooks
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    /// <summary>One visible sheet of texts.</summary>
    public static byte[] Of(params string[][] rows) => Xlsx(new TestSheet("People", SheetOf(rows)));

    /// <summary>The XML of a sheet's rows; a cell that begins with an angle bracket is XML already.</summary>
    public static string SheetOf(params string[][] rows) => string.Concat(rows.Select((cells, r) =>
        $"<row r=\"{r + 1}\">{string.Concat(cells.Select((text, c) => Cell(text, $"{(char)('A' + c)}{r + 1}")))}</row>"));

    public static byte[] Xlsx(params TestSheet[] sheets) => Zip(
    [
        ("[Content_Types].xml", $"""
            <Types xmlns="{Package}/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
            <Override PartName="/xl/workbook.xml"
             ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
            """),
        ("_rels/.rels", Relations(("rId1", "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Related}\"><sheets>{string.Concat(sheets.Select((s, i) =>
            $"<sheet name=\"{SecurityElement.Escape(s.Name)}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\""
                + $"{(s.IsHidden ? " state=\"hidden\"" : "")}/>"))
            }</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", Relations(
            [
                .. sheets.Select((_, i) => ($"rId{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")),
                ("rIdStyles", "styles", "styles.xml"),
            ])),
        // Style 1 is a date.
        ("xl/styles.xml",
            $"<styleSheet xmlns=\"{Main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"),
        .. sheets.Select((s, i) => (
            $"xl/worksheets/sheet{i + 1}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{s.Rows}</sheetData></worksheet>")),
    ]);

    public static byte[] Zip(IEnumerable<(string Name, string Text)> parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = new StreamWriter(zip.CreateEntry(name, CompressionLevel.SmallestSize).Open());
                part.Write(text);
            }
        }

        return memory.ToArray();
    }

    /// <summary>A sheet of Excel 2.0, whose records need no container: the smallest .xls there is.</summary>
    public static byte[] Biff2(params string[][] rows)
    {
        using var stream = new MemoryStream();
        void Record(ushort kind, params byte[] data) =>
            stream.Write([(byte)kind, (byte)(kind >> 8), (byte)data.Length, (byte)(data.Length >> 8), .. data]);
        Record(0x0009, 2, 0, 0x10, 0);
        Record(0x0000, [0, 0, (byte)rows.Length, 0, 0, 0, (byte)rows.Max(r => r.Length), 0]);
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < rows[r].Length; c++)
            {
                var text = Encoding.Latin1.GetBytes(rows[r][c]);
                Record(0x0004, [(byte)r, 0, (byte)c, 0, 0, 0, 0, (byte)text.Length, .. text]);
            }
        }

        Record(0x000A);
        return stream.ToArray();
    }

    /// <summary>An OLE file (MS-CFB) with streams of 4,096 bytes and more: what .xls files and protected workbooks are.</summary>
    public static byte[] Ole(params (string Name, byte[] Content)[] streams)
    {
        const int Sector = 512;
        var fat = new List<uint> { 0xFFFFFFFD, 0xFFFFFFFE };
        var sectors = new List<byte[]>();
        var directory = new List<byte[]> { Entry("Root Entry", 5, 0xFFFFFFFE, 0, streams.Length > 0 ? 1u : uint.MaxValue, uint.MaxValue) };
        foreach (var (name, content) in streams)
        {
            var padded = new byte[Math.Max(4096, (content.Length + Sector - 1) / Sector * Sector)];
            content.CopyTo(padded, 0);
            var first = (uint)fat.Count;
            for (var at = 0; at < padded.Length; at += Sector)
            {
                sectors.Add(padded[at..(at + Sector)]);
                fat.Add(at + Sector < padded.Length ? (uint)fat.Count + 1 : 0xFFFFFFFE);
            }

            var next = directory.Count < streams.Length ? (uint)directory.Count + 1 : uint.MaxValue;
            directory.Add(Entry(name, 2, first, (uint)padded.Length, uint.MaxValue, next));
        }

        var header = new byte[Sector];
        ((byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(header, 0);
        foreach (var (at, value) in new (int, ushort)[] { (24, 0x3E), (26, 3), (28, 0xFFFE), (30, 9), (32, 6) })
        {
            BitConverter.TryWriteBytes(header.AsSpan(at), value);
        }

        foreach (var (at, value) in new (int, uint)[] { (44, 1), (48, 1), (56, 4096), (60, 0xFFFFFFFE), (68, 0xFFFFFFFE), (76, 0) })
        {
            BitConverter.TryWriteBytes(header.AsSpan(at), value);
        }

        header.AsSpan(80).Fill(0xFF);
        var table = new byte[Sector];
        table.AsSpan().Fill(0xFF);
        for (var i = 0; i < fat.Count; i++)
        {
            BitConverter.TryWriteBytes(table.AsSpan(i * 4), fat[i]);
        }

        byte[] entries = [.. directory.SelectMany(e => e)];
        return [.. header, .. table, .. entries, .. new byte[Sector - entries.Length], .. sectors.SelectMany(s => s)];
    }

    private static byte[] Entry(string name, byte kind, uint first, uint size, uint child, uint next)
    {
        var entry = new byte[128];
        Encoding.Unicode.GetBytes(name).CopyTo(entry, 0);
        entry[64] = (byte)((name.Length + 1) * 2);
        entry[66] = kind;
        entry[67] = 1;
        BitConverter.TryWriteBytes(entry.AsSpan(68), uint.MaxValue);
        BitConverter.TryWriteBytes(entry.AsSpan(72), next);
        BitConverter.TryWriteBytes(entry.AsSpan(76), child);
        BitConverter.TryWriteBytes(entry.AsSpan(116), first);
        BitConverter.TryWriteBytes(entry.AsSpan(120), size);
        return entry;
    }

    private static string Cell(string text, string place) => text.StartsWith('<')
        ? text.Replace("<c", $"<c r=\"{place}\"", StringComparison.Ordinal)
        : string.Create(
            CultureInfo.InvariantCulture,
            $"<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>");

    private static string Relations(params IEnumerable<(string Id, string Kind, string Target)> relations) =>
        $"<Relationships xmlns=\"{Package}/relationships\">{string.Concat(relations.Select(
            r => $"<Relationship Id=\"{r.Id}\" Type=\"{Related}/{r.Kind}\" Target=\"{r.Target}\"/>"))}</Relationships>";
}

/// <param name="Rows">The XML of its rows.</param>
internal sealed record TestSheet(string Name, string Rows, bool IsHidden = false);
