using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Functions.Adapters.Excel;

/// <summary>Reads a sheet of a workbook as Excel saves it (.xlsx, .xls); the one place that knows ExcelDataReader.</summary>
/// <remarks>Nothing in a workbook is run: of a formula the value is read that Excel kept beside it.</remarks>
public static class Workbook
{
    /// <summary>What it unpacks to; a workbook of two thousand people unpacks to two megabytes.</summary>
    private const int MostBytes = 32 * 1024 * 1024;

    private const int MostParts = 1000;
    private const int MostColumns = 300;

    /// <summary>The stream of an OLE file that holds a workbook behind a password.</summary>
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Whether the bytes are a zip or an OLE file; no text begins like either.</summary>
    public static bool IsOne(ReadOnlySpan<byte> bytes) => IsZip(bytes) || bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <param name="isHeader">Whether a row names columns; the first visible sheet whose first filled row does is read.</param>
    /// <param name="mostRows">A sheet with more filled rows than that is cut one after; the caller says so.</param>
    public static Outcome<Sheet> Read(byte[] bytes, Func<IReadOnlyList<string>, bool> isHeader, int mostRows)
    {
        try
        {
            var errors = new ErrorCells();
            if (IsZip(bytes))
            {
                using var zip = new ZipArchive(new MemoryStream(bytes, writable: false));
                if (UnpacksTooLarge(zip))
                {
                    return Refused($"It unpacks to more than {MostBytes / 1024 / 1024} megabytes. Save the people alone, or as CSV UTF-8.");
                }

                errors = new ErrorCells(zip);
            }

            using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(bytes, writable: false));
            return Read(reader, errors, isHeader, mostRows);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // The library has no one exception for a broken file: it throws whatever its parsers trip over. To the sender all are one.
            return Refused(broken is InvalidPasswordException || bytes.AsSpan().IndexOf(EncryptedPackage) >= 0
                ? "It is protected by a password. Take the password off, or save the sheet as CSV UTF-8."
                : "It can't be read as a workbook: it is broken, or of another kind. Save it as .xlsx or as CSV UTF-8.");
        }
    }

    private static Outcome<Sheet> Read(
        IExcelDataReader reader, ErrorCells errors, Func<IReadOnlyList<string>, bool> isHeader, int mostRows)
    {
        var sheets = new List<(string Name, bool IsVisible, IReadOnlyList<string> First)>();
        do
        {
            sheets.Add((reader.Name, reader.VisibleState == "visible", Rows(reader, errors).FirstOrDefault()?.Cells ?? []));
        }
        while (reader.NextResult());

        var chosen = sheets.FindIndex(s => s.IsVisible && isHeader(s.First));
        chosen = chosen >= 0 ? chosen : Math.Max(0, sheets.FindIndex(s => s.IsVisible && s.First.Count > 0));
        reader.Reset();
        for (var i = 0; i < chosen; i++)
        {
            reader.NextResult();
        }

        return reader.FieldCount > MostColumns
            ? Refused($"The sheet {Shown(sheets[chosen].Name)} is {reader.FieldCount} columns wide; at most {MostColumns} are read.")
            : new Sheet(
                sheets[chosen].Name,
                [.. sheets.Where((_, i) => i != chosen).Select(s => s.Name)],
                [.. Rows(reader, errors).Take(mostRows + 1)]);
    }

    /// <summary>The filled rows of the sheet that the reader stands on.</summary>
    private static IEnumerable<SheetRow> Rows(IExcelDataReader reader, ErrorCells errors)
    {
        if (reader.FieldCount > MostColumns)
        {
            yield break;
        }

        while (reader.Read())
        {
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                var value = reader.GetValue(i);
                cells[i] = value is null && errors.Contains(reader.Name, reader.Depth + 1, i) ? PersonRow.NotText : TextOf(value);
            }

            if (Array.Exists(cells, c => c.Length > 0))
            {
                yield return new SheetRow(reader.Depth + 1, cells);
            }
        }
    }

    /// <summary>A cell as it would be typed: whole numbers without a point, dates as ISO 8601 writes them.</summary>
    private static string TextOf(object? value) => value switch
    {
        null => "",
        string text => text,
        double number => number.ToString("0.###############", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        bool truth => truth ? "TRUE" : "FALSE",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8);

    /// <summary>Counted by unpacking: what a zip says of its own sizes may be a lie.</summary>
    private static bool UnpacksTooLarge(ZipArchive zip)
    {
        if (zip.Entries.Count > MostParts)
        {
            return true;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            long unpacked = 0;
            foreach (var entry in zip.Entries)
            {
                using var part = entry.Open();
                int read;
                while ((read = part.Read(buffer)) > 0)
                {
                    unpacked += read;
                    if (unpacked > MostBytes)
                    {
                        return true;
                    }
                }
            }

            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string Shown(string name) => name.Length > 40 ? name[..40] : name;

    private static Refusal Refused(string sentence) => Refusal.Invalid("the file", $"{sentence} Nobody was added.");
}

/// <param name="Others">The names of the sheets that were not read, hidden ones too.</param>
/// <param name="Rows">Those in which something stands; the first names the columns.</param>
public sealed record Sheet(string Name, IReadOnlyList<string> Others, IReadOnlyList<SheetRow> Rows);

/// <param name="Number">As the sheet counts it, from 1.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells);
