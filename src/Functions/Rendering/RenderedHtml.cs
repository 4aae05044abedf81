namespace ReverseMentoring.Functions.Rendering;

/// <summary>HTML that a template of ours wrote, to be placed in another. Internal, so that no model can bring one.</summary>
internal sealed record RenderedHtml(string Html);
