using System.Text;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Erasing;

/// <summary>
/// Once somebody has withdrawn and the receipt has left, no file of the data folder holds a byte of them, while the service runs (S7).
/// Left out
/// is what docs/privacy.md leaves out: the pick-up folder.
/// </summary>
public sealed class NoByteLeftTests
{
    private const string Written = "Quokka thoughts for nobody else";

    [Fact]
    public async Task Name_address_answers_and_reflections_of_somebody_who_withdrew_are_in_no_file()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReflectingAsync(service);
        var leaver = await cohort.PersonAsync("uma.jessop@example.org");
        await cohort.AnswerAsync(leaver, "reflection-opening", Forms.Reflection(Written, "only-me"));
        var link = await cohort.WithdrawLinkAsync(leaver, "session-opening");
        Assert.NotEmpty(Holding(service, leaver.Email));
        Assert.NotEmpty(Holding(service, Written));

        await service.Browser.SubmitAsync(link, Forms.Withdrawal(leaver.Email));
        await service.SettleAsync();
        foreach (var text in new[] { leaver.Name, leaver.Email, leaver.Email.ToUpperInvariant(), Written })
        {
            Assert.True(Holding(service, text).Count == 0, text);
        }
    }

    private static IReadOnlyList<string> Holding(TestService service, string text)
    {
        var sought = Encoding.UTF8.GetBytes(text);
        return [.. Directory.EnumerateFiles(service.Data, "*", SearchOption.AllDirectories)
            .Where(f => !f.StartsWith(service.Emails, StringComparison.Ordinal) && Path.GetFileName(f) != "host.lock")
            .Where(f => Bytes(f).AsSpan().IndexOf(sought) >= 0).Select(f => Path.GetFileName(f)!)];
    }

    private static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
