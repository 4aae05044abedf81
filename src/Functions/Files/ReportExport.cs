using System.Text;
using CsvHelper;
using ReverseMentoring.Domain.Evaluation;

namespace ReverseMentoring.Functions.Files;

/// <summary>The report as a table: what its page shows, and no more.</summary>
public static class ReportExport
{
    // What somebody commented may begin like a formula; a spreadsheet must not take it for one.
    private static readonly CsvWriterOptions Csv = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    /// <param name="words">By key: asked, answered, pairs, completed, held, comment; and what, value, answers for the heading.</param>
    /// <returns>CSV (RFC 4180) in UTF-8 with the mark by which spreadsheets know it.</returns>
    public static byte[] Write(Report report, Func<string, string> words)
    {
        using var table = new MemoryStream();
        table.Write(Encoding.UTF8.Preamble);
        using (var csv = CsvWriter.Create(table, Csv, leaveOpen: true))
        {
            csv.WriteRecord([words("what"), words("value"), words("answers")]);
            csv.WriteRecord([words("asked"), $"{report.Asked}", ""]);
            csv.WriteRecord([words("answered"), report.Answered, ""]);
            csv.WriteRecord([words("pairs"), $"{report.Pairs}", ""]);
            csv.WriteRecord([words("completed"), report.PairsCompleted, ""]);
            csv.WriteRecord([words("held"), report.SessionsHeld, ""]);
            foreach (var question in report.Questions)
            {
                csv.WriteRecord([question.Question, question.Mean, question.Answers]);
            }

            foreach (var comment in report.Comments)
            {
                csv.WriteRecord([words("comment"), comment, ""]);
            }
        }

        return table.ToArray();
    }
}
