namespace Barometer.Evidence.Published;

/// <summary>The names of statuses and obstacles in files.</summary>
internal static class CheckCodes
{
    /// <summary>The status's name.</summary>
    public static string Of(CheckStatus status) => status switch
    {
        CheckStatus.Reproduced => "reproduced",
        CheckStatus.Differs => "differs",
        _ => "not-computable",
    };

    /// <summary>The obstacle's name.</summary>
    public static string Of(CheckObstacle obstacle) => obstacle switch
    {
        CheckObstacle.None => "none",
        CheckObstacle.NoOpenData => "no-open-data",
        CheckObstacle.Suppressed => "suppressed",
        _ => "rounded-to-the-limit",
    };

    /// <summary>The obstacle of that name, or null.</summary>
    public static CheckObstacle? Obstacle(string? name) =>
        Enum.GetValues<CheckObstacle>().Where(obstacle => Of(obstacle) == name).Select(obstacle => (CheckObstacle?)obstacle).FirstOrDefault();
}
