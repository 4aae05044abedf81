using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Functions.Adapters;
using ReverseMentoring.Functions.Links;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Tests.Store;

namespace ReverseMentoring.Functions.Tests.Links;

#pragma warning disable CA5394 // Seeded on purpose: a forgery that opens something can be made again.

/// <summary>What forged links opened.</summary>
/// <param name="Accepted">Forgeries that opened something.</param>
/// <param name="Wrong">A sentence for each of the first ones, and for a genuine link that opens nothing; empty when all is well.</param>
internal sealed record ForgeriesPlayed(int Forged, int Accepted, IReadOnlyList<string> Wrong);

/// <summary>Tries links that nobody was sent, made from genuine ones or of nothing, on a store with some hundred live ones.</summary>
internal static class ForgedLinksPlay
{
    private const int Live = 300;
    private const int EnoughWrong = 5;
    private static readonly string[] Cohorts = ["judicial-2023", "llr-2021", "law-firm-2024"];

    /// <param name="progress">Is told after each tenth.</param>
    public static async Task<ForgeriesPlayed> RunAsync(int count, int seed, Action<string> progress)
    {
        var store = new MemoryCohortStore(TimeProvider.System);
        var web = new WebOptions { BaseAddress = new Uri("https://mentoring.example.org/"), ContentFolder = AppContext.BaseDirectory };
        var minter = new LinkMinter(store, new RandomIds(), web);
        var wrong = new List<string>();
        var genuine = new List<string>();
        for (var i = 0; i < Live; i++)
        {
            var token = (await minter.MintAsync(Grant(Cohorts[i % Cohorts.Length], i), default)).ToString().Split("/r/")[^1];
            genuine.Add(token);
            if ((await minter.FindAsync(token, default))?.PersonId != $"p-{i}")
            {
                wrong.Add($"The genuine link {i} does not open what it was made for.");
            }
        }

        var known = genuine.ToHashSet(StringComparer.Ordinal);
        var (chance, accepted) = (new Random(seed), 0);
        for (var i = 0; i < count; i++)
        {
            var token = Forge(genuine[chance.Next(Live)], chance);
            if (!known.Contains(token) && await minter.FindAsync(token, default) is not null)
            {
                accepted++;
                wrong.AddRange(wrong.Count < EnoughWrong ? [$"Forgery {i} of seed {seed} opens a link: {token}"] : []);
            }

            if (count >= 10 && (i + 1) % (count / 10) == 0)
            {
                progress($"{i + 1} links forged");
            }
        }

        return new ForgeriesPlayed(count, accepted, wrong);
    }

    private static LinkGrant Grant(string cohort, int number) => new()
    {
        CohortId = cohort,
        Id = "",
        PersonId = $"p-{number}",
        Purpose = "reflection",
        Expires = DateTimeOffset.UtcNow.AddYears(1),
    };

    private static string Forge(string token, Random chance)
    {
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        var (cohort, secret) = (token[..dot], token[(dot + 1)..]);
        return chance.Next(9) switch
        {
            0 => $"{cohort}.{secret[..chance.Next(secret.Length)]}",
            1 => $"{cohort}.{secret[chance.Next(1, secret.Length)..]}",
            2 => $"{cohort}.{Flipped(secret, chance)}",
            3 => $"{cohort}.{secret}{Padding(chance)}",
            4 => $"{cohort}.{Padding(chance)}{secret}",
            5 => $"{Cohorts.First(c => c != cohort)}.{secret}",
            6 => $"{cohort}.{(chance.Next(2) == 0 ? secret.ToUpperInvariant() : secret.ToLowerInvariant())}",
            // What somebody could try who has read the store: the hash in place of the secret.
            7 => $"{cohort}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)))}",
            _ => $"{cohort}.{Drawn(chance)}",
        };
    }

    private static string Padding(Random chance) => new[] { "=", "==", " ", "%20", "\0", ".", "/", "\n", "\u200b", "A" }[chance.Next(10)];

    /// <summary>A bit of the 192 is another.</summary>
    private static string Flipped(string secret, Random chance)
    {
        var bytes = Base64Url.DecodeFromChars(secret);
        var bit = chance.Next(bytes.Length * 8);
        bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        return Base64Url.EncodeToString(bytes);
    }

    private static string Drawn(Random chance)
    {
        var bytes = new byte[24];
        chance.NextBytes(bytes);
        return Base64Url.EncodeToString(bytes);
    }
}
