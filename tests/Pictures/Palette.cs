using Microsoft.CodeAnalysis.Classification;

namespace SocketSetup.Pictures;

/// <summary>The colours of all pictures.</summary>
internal static class Palette
{
    public const string Ground = "#1e1e1e";
    public const string Frame = "#6e7681";
    public const string Edge = "#454545";
    public const string Raised = "#252526";
    public const string RaisedEdge = "#5a5a5a";
    public const string Selected = "#04395e";
    public const string Added = "#1f3d24";

    public const string Text = "#d4d4d4";
    public const string Bright = "#ffffff";
    public const string Dim = "#a0a0a0";
    public const string Number = "#858585";
    public const string AddedText = "#89d185";
    public const string Warning = "#e2b93d";
    public const string Bulb = "#ffcc00";

    public const string Good = "#1f5a2a";
    public const string Bad = "#8b2020";
    public const string Doubtful = "#6b5200";
    public const string Neutral = "#3a3d41";

    /// <summary>The colour of a kind of word in the code.</summary>
    public static string Of(string classification) => classification switch
    {
        ClassificationTypeNames.Keyword => "#569cd6",
        ClassificationTypeNames.ControlKeyword => "#c586c0",
        ClassificationTypeNames.ClassName or ClassificationTypeNames.EnumName => "#4ec9b0",
        ClassificationTypeNames.MethodName => "#dcdcaa",
        ClassificationTypeNames.LocalName or ClassificationTypeNames.ParameterName => "#9cdcfe",
        ClassificationTypeNames.NumericLiteral => "#b5cea8",
        ClassificationTypeNames.StringLiteral => "#ce9178",
        ClassificationTypeNames.Comment => "#6a9955",
        _ => Text,
    };
}
