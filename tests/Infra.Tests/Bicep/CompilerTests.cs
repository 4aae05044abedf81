namespace ReverseMentoring.Infra.Tests.Bicep;

/// <summary>The files compile, under every rule of the linter. That covers names, types, parameters and outputs between modules.</summary>
public class CompilerTests
{
    [Fact]
    public void The_template_compiles_without_a_single_warning()
    {
        var answer = BicepCompiler.Build(Repository.Path("infra/bicep/main.bicep"));
        Assert.True(answer.Worked, answer.Errors);
        Assert.Equal("", answer.Errors);
        Assert.True(Template.Everything.Count() > 12);
    }

    [Fact]
    public void The_parameter_file_compiles_with_what_whoever_deploys_has_to_say()
    {
        var answer = BicepCompiler.BuildParameters(BicepCompiler.Environment);
        Assert.True(answer.Worked, answer.Errors);
        Assert.Equal("", answer.Errors);
    }

    [Theory]
    [InlineData("param name string\nresource x 'A.B/c@2025-01-01' = {\n  name: name\n", "BCP018")]
    [InlineData("param name string\nvar x = {\n  a: '${name}\n}\noutput y object = x\n", "BCP004")]
    [InlineData("param a string\noutput b string = '${a}-${c}'\n", "BCP057")]
    [InlineData("output b object = unionn({}, {})\n", "BCP082")]
    [InlineData("module m 'module.bicep' = {\n  name: 'm'\n  params: {}\n}\n", "BCP035")]
    [InlineData("module m 'module.bicep' = {\n  name: 'm'\n  params: {\n    given: 'a'\n    unknown: 'b'\n  }\n}\n", "BCP037")]
    [InlineData(
        "module m 'module.bicep' = {\n  name: 'm'\n  params: {\n    given: 'a'\n  }\n}\noutput b string = m.outputs.other\n", "BCP053")]
    [InlineData("module m 'nowhere.bicep' = {\n  name: 'm'\n}\n", "BCP091")]
    public void What_is_wrong_does_not_compile(string text, string code)
    {
        var answer = BicepCompiler.BuildSnippet(text, strict: true);
        Assert.False(answer.Worked);
        Assert.Contains($"Error {code}", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_of_the_linter_that_is_broken_is_an_error()
    {
        var answer = BicepCompiler.BuildSnippet(
            """
            param unused string
            var alsoUnused = 'x'
            @secure()
            param secret string = 'literal'
            param account string
            resource store 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
              name: account
            }
            resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
              name: 'plan'
              location: 'westeurope'
              sku: {
                'name': '${'FC1'}'
              }
            }
            output key string = store.listKeys().keys[0].value
            output address string = 'https://blob.core.windows.net/${secret}'
            """,
            strict: true);
        Assert.False(answer.Worked);
        Assert.All(
            [
                "no-unused-params", "no-unused-vars", "secure-parameter-default", "no-hardcoded-location", "prefer-unquoted-property-names",
                "outputs-should-not-contain-secrets", "no-hardcoded-env-urls",
            ],
            rule => Assert.Contains($"Error {rule}", answer.Errors, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AZURE_ENV_NAME")]
    [InlineData("MAIL_DOMAIN")]
    [InlineData("MAIL_ALLOWED_DOMAINS")]
    [InlineData("DELIVERY_REPORTS_APPLICATION_ID")]
    [InlineData("MONTHLY_BUDGET")]
    [InlineData("BUDGET_START")]
    [InlineData("BUDGET_CONTACTS")]
    public void What_has_no_default_has_to_be_said(string name)
    {
        var answer = BicepCompiler.BuildParameters(
            BicepCompiler.Environment.Where(v => v.Key != name).ToDictionary(StringComparer.Ordinal));
        Assert.False(answer.Worked);
        Assert.Contains($"\"{name}\"", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_parameter_without_a_default_is_among_those() =>
        Assert.Equal(
            BicepCompiler.Environment.Count, Template.Main.Parameters.Count(p => !p.Value.TryGetProperty("defaultValue", out _)) - 1);
}
