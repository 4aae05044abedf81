using System.Text.Json;

namespace ReverseMentoring.Infra.Tests.Bicep;

/// <summary>
/// The official compiler, in the version that Directory.Packages.props pins. Restoring the tests' packages brings it along.
/// </summary>
internal static class BicepCompiler
{
    /// <summary>What whoever deploys has to say; every other value has a default.</summary>
    public static readonly IReadOnlyDictionary<string, string> Environment = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AZURE_ENV_NAME"] = "test",
        ["MAIL_DOMAIN"] = "mail.example.org",
        ["MAIL_ALLOWED_DOMAINS"] = "*",
        ["DELIVERY_REPORTS_APPLICATION_ID"] = "11111111-1111-1111-1111-111111111111",
        ["MONTHLY_BUDGET"] = "50",
        ["BUDGET_START"] = "2027-01-01",
        ["BUDGET_CONTACTS"] = "ops@example.org",
    };

    private static readonly string Program = Repository.BuiltWith("BicepCompiler");

    public static Answer Build(string file) => Run(["build", file, "--stdout"], null);

    public static Answer BuildParameters(IReadOnlyDictionary<string, string> environment) =>
        Run(["build-params", Repository.Path("infra/bicep/main.bicepparam"), "--stdout"], environment);

    /// <summary>Compiles a file that exists only in a test.</summary>
    /// <param name="strict">True: under our rules of the linter. False: under the compiler's own, which only warn.</param>
    public static Answer BuildSnippet(string text, bool strict)
    {
        var folder = Directory.CreateTempSubdirectory("bicep-");
        try
        {
            if (strict)
            {
                File.Copy(Repository.Path("infra/bicepconfig.json"), Path.Combine(folder.FullName, "bicepconfig.json"));
            }

            var file = Path.Combine(folder.FullName, "snippet.bicep");
            File.WriteAllText(file, text);
            File.WriteAllText(Path.Combine(folder.FullName, "module.bicep"), "param given string\noutput made string = given\n");
            return Build(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>
    /// What a deployment would ask Azure for, with the parameters' values put in, as far as that can be known beforehand.
    /// </summary>
    public static JsonElement Predict(IReadOnlyDictionary<string, string> environment)
    {
        var folder = Directory.CreateTempSubdirectory("bicep-");
        try
        {
            foreach (var file in Directory.EnumerateFiles(Repository.Path("infra"), "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(folder.FullName, Path.GetRelativePath(Repository.Path("infra"), file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            var parameters = Path.Combine(folder.FullName, "bicep", "main.bicepparam");
            var answer = Run(
                [
                    "snapshot", parameters, "--mode", "overwrite", "--subscription-id", "00000000-0000-4000-8000-000000000001",
                    "--tenant-id", "00000000-0000-4000-8000-000000000002", "--resource-group", "mentoring", "--location", "westeurope",
                ],
                environment);
            Assert.True(answer.Worked, answer.Errors);
            using var snapshot = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(parameters, ".snapshot.json")));
            return snapshot.RootElement.GetProperty("predictedResources").Clone();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Answer Run(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment)
    {
        if (!File.Exists(Program))
        {
            throw new InvalidOperationException(
                $"The Bicep compiler is not at {Program}. Restore tests/Infra.Tests; the package is for Linux on x64.");
        }

        var (code, output, errors) = Programs.Try(Program, arguments, environment);
        return new Answer(code == 0, output, errors);
    }

    internal sealed record Answer(bool Worked, string Output, string Errors);
}
