using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.Tests.OpenApi;

// Over 200 lines because the document is one, and each part of it is a few lines.
/// <summary>Makes openapi.json from the functions: their routes, keys, descriptions, readers and records.</summary>
internal sealed class OpenApiMaker
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly SortedDictionary<string, JsonNode> _components = new(StringComparer.Ordinal);
    private readonly AnswerSchemas _answers;
    private readonly RequestSchemas _requests;

    private OpenApiMaker()
    {
        _answers = new AnswerSchemas(_components);
        _requests = new RequestSchemas(_components);
    }

    /// <returns>UTF-8 text with line feeds; the same functions give the same bytes.</returns>
    public static string Make() => new OpenApiMaker().Document().ToJsonString(Indented) + "\n";

    private JsonObject Document()
    {
        var paths = new JsonObject();
        foreach (var group in Described.Functions.GroupBy(f => f.Path))
        {
            paths[group.Key] = new JsonObject(group.SelectMany(f => f.Methods.Select(
                method => KeyValuePair.Create<string, JsonNode?>(method, method == "head" ? Head(f) : Operation(f, method)))));
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "ReverseMentoring.Serverless",
                ["version"] = "1.0.0",
                ["summary"] = "Runs reverse-mentoring cohorts from the pen-portrait deadline to the last erasure.",
                ["description"] = "Coordinators use the function key, administrators the admin key, which opens every route. Participants "
                    + "have no account: they answer through emailed links.",
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "http://localhost:7071" }),
            ["tags"] = new JsonArray([.. Enum.GetNames<ApiGroup>().Select(name => new JsonObject { ["name"] = name })]),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject(new[] { "functionKey", "adminKey" }.SelectMany(Keys)),
                ["responses"] = new JsonObject(Enum.GetValues<RefusalKind>()
                    .Select(k => KeyValuePair.Create<string, JsonNode?>(k.ToString(), Refused(k)))
                    .Prepend(KeyValuePair.Create<string, JsonNode?>("NoKey", Hosted("The key is missing or opens something else.")))
                    .Prepend(KeyValuePair.Create<string, JsonNode?>("Outage", Outage()))),
                ["schemas"] = new JsonObject([.. Schemas()]),
            },
        };
    }

    private IEnumerable<KeyValuePair<string, JsonNode?>> Schemas()
    {
        _answers.Of(typeof(ProblemAnswer));
        return _components.Select(c => KeyValuePair.Create<string, JsonNode?>(c.Key, c.Value));
    }

    private JsonObject Operation(DescribedFunction function, string method)
    {
        var operation = new JsonObject
        {
            ["operationId"] = function.Name,
            ["tags"] = new JsonArray(function.Call.Group.ToString()),
            ["summary"] = function.Call.Summary,
        };
        if (function.Call.Description.Length > 0)
        {
            operation["description"] = function.Call.Description;
        }

        if (Parameters(function) is { Count: > 0 } parameters)
        {
            operation["parameters"] = parameters;
        }

        if (method is "post" or "put" && function.Bodies.Count > 0)
        {
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = new JsonObject(function.Bodies.Select(Taken)) };
        }

        operation["security"] = Security(function.Level);
        operation["responses"] = new JsonObject(
            function.Answers.Select(Given).Concat(Refusals(function)).OrderBy(r => r.Key, StringComparer.Ordinal));
        return operation;
    }

    private JsonObject Head(DescribedFunction function)
    {
        var head = Operation(function, "head");
        head["operationId"] = $"{function.Name}Head";
        head["summary"] = "As GET, without the body";
        head.Remove("description");
        head["responses"] = new JsonObject(head["responses"]!.AsObject().Select(
            r => KeyValuePair.Create<string, JsonNode?>(
                r.Key, r.Key == "401" ? r.Value!.DeepClone() : new JsonObject { ["description"] = "As GET." })));
        return head;
    }

    private static JsonArray Parameters(DescribedFunction function) =>
        new([.. function.InPath
            .Select(name => function.Parameters.FirstOrDefault(p => p.Name == name)
                ?? new ApiParameterAttribute(name, name == "id" ? "The cohort's id." : throw new InvalidOperationException(
                    $"{function.Name}: nothing describes {name}.")))
            .Concat(function.Parameters.Where(p => !function.InPath.Contains(p.Name)))
            .Select(p => Parameter(p, function.InPath.Contains(p.Name)))]);

    private static JsonObject Parameter(ApiParameterAttribute parameter, bool isInPath)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (parameter.Words.Length > 0)
        {
            schema["enum"] = AnswerSchemas.Words(parameter.Words);
        }

        if (parameter.IsRepeated)
        {
            schema = new JsonObject { ["type"] = "array", ["items"] = schema };
        }

        return new JsonObject
        {
            ["name"] = parameter.Name,
            ["in"] = isInPath ? "path" : parameter.IsHeader ? "header" : "query",
            ["required"] = isInPath || parameter.IsRequired,
            ["description"] = parameter.Description,
            ["schema"] = schema,
        };
    }

    private KeyValuePair<string, JsonNode?> Taken(ApiBodyAttribute body)
    {
        var schema = body.Body is { } type ? _requests.Of(type)
            : body.ContentType == "application/json" ? []
            : new JsonObject { ["type"] = "string" };
        if (body.IsList)
        {
            schema = new JsonObject
            {
                ["type"] = "array",
                ["items"] = schema,
                ["maxItems"] = Functions.People.PeopleBody.MostRows,
            };
        }

        if (body.Description.Length > 0)
        {
            schema["description"] = body.Description;
        }

        return KeyValuePair.Create<string, JsonNode?>(body.ContentType, new JsonObject { ["schema"] = schema });
    }

    private KeyValuePair<string, JsonNode?> Given(ApiAnswerAttribute answer)
    {
        var response = new JsonObject { ["description"] = answer.Meaning };
        if (answer.Location.Length > 0)
        {
            response["headers"] = new JsonObject
            {
                ["Location"] = new JsonObject
                {
                    ["description"] = answer.Location,
                    ["schema"] = new JsonObject { ["type"] = "string" },
                },
            };
        }

        if (answer.Body is { } type)
        {
            response["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = _answers.Of(type) } };
        }
        else if (answer.ContentType.Length > 0)
        {
            response["content"] = new JsonObject { [answer.ContentType.Split(';')[0]] = new JsonObject() };
        }

        return KeyValuePair.Create<string, JsonNode?>($"{answer.Status}", response);
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Refusals(DescribedFunction function)
    {
        var kinds = function.Refusals.Select(kind => (Status: Answer.StatusOf(kind), Name: kind.ToString())).ToList();
        if (function.Level > AuthorizationLevel.Anonymous)
        {
            kinds.Add((401, "NoKey"));
        }

        kinds.Add((500, "Fault"));
        kinds.Add((503, "Outage"));
        if (function.Level > AuthorizationLevel.Function)
        {
            kinds.Add((403, nameof(RefusalKind.NotAllowed)));
        }

        return kinds.Where(k => function.Answers.All(a => a.Status != k.Status)).DistinctBy(k => k.Status).Select(k =>
            KeyValuePair.Create<string, JsonNode?>($"{k.Status}", new JsonObject { ["$ref"] = $"#/components/responses/{k.Name}" }));
    }

    /// <summary>What the Functions host answers by itself may have no body; on one machine it has.</summary>
    private static JsonObject Hosted(string description)
    {
        var response = Refused(RefusalKind.NotKnown);
        response["description"] = description;
        return response;
    }

    private static JsonObject Outage()
    {
        var response = Refused(RefusalKind.Later);
        response["description"] = "The service can't reach its data. It may or may not have been done; the same may be sent again.";
        response["headers"] = new JsonObject
        {
            ["Retry-After"] = new JsonObject { ["description"] = "Seconds.", ["schema"] = new JsonObject { ["type"] = "integer" } },
        };
        return response;
    }

    private static JsonObject Refused(RefusalKind kind) => new()
    {
        ["description"] = kind == RefusalKind.Fault ? Docstrings.Of(kind) : Docstrings.Of(kind) + " Nothing was changed.",
        ["content"] = new JsonObject
        {
            ["application/problem+json"] = new JsonObject
            {
                ["schema"] = new JsonObject { ["$ref"] = $"#/components/schemas/{nameof(ProblemAnswer)}" },
            },
        },
    };

    private static JsonArray Security(AuthorizationLevel level)
    {
        var key = level switch
        {
            AuthorizationLevel.Anonymous => "",
            AuthorizationLevel.Function => "functionKey",
            AuthorizationLevel.Admin => "adminKey",
            var other => throw new InvalidOperationException($"No function has the level {other}."),
        };
        return key.Length == 0 ? [] : [.. Keys(key).Select(k => new JsonObject { [k.Key] = new JsonArray() })];
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Keys(string name) =>
    [
        KeyValuePair.Create<string, JsonNode?>(
            name, new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "x-functions-key" }),
        KeyValuePair.Create<string, JsonNode?>(
            $"{name}InQuery", new JsonObject { ["type"] = "apiKey", ["in"] = "query", ["name"] = "code" }),
    ];
}
