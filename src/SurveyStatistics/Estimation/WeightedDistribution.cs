namespace SurveyStatistics.Estimation;

/// <summary>The distinct respondents' values in ascending order with their cumulated weights, and quantiles of them.</summary>
internal sealed class WeightedDistribution
{
    private readonly double[] _values;
    private readonly double[] _weights;
    private readonly double[] _cumulated;
    private readonly double _total;

    /// <summary>Sorts the values with a weight above zero.</summary>
    public WeightedDistribution(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var kept = new List<int>(values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            if (weights[i] != 0)
            {
                kept.Add(i);
            }
        }

        (_values, _weights) = (new double[kept.Count], new double[kept.Count]);
        for (var i = 0; i < kept.Count; i++)
        {
            (_values[i], _weights[i]) = (values[kept[i]], weights[kept[i]]);
        }

        SortStably();
        _cumulated = Cumulate(_weights);
        _total = _cumulated.Length == 0 ? 0 : _cumulated[^1];
    }

    /// <summary>The quantile at <paramref name="p"/>, from 0 to 1; NaN when there are no values.</summary>
    public double Quantile(double p, QuantileRule rule)
    {
        var n = _values.Length;
        return n == 0 ? double.NaN : n == 1 ? _values[0] : rule switch
        {
            QuantileRule.Smallest => Step(p, (low, up, exact) => exact ? low : up),
            QuantileRule.Halfway => Step(p, (low, up, exact) => exact ? (low + up) / 2 : up),
            QuantileRule.NearestEven => NearestEven(p),
            QuantileRule.Linear4 => Between(p),
            QuantileRule.Linear5 => Interpolate(p, i => (_cumulated[i] - (_weights[i] / 2)) / _total),
            QuantileRule.Linear6 => Interpolate(p, i => _cumulated[i] / (_total + _weights[n - 1])),
            QuantileRule.Linear7 => Interpolate(p, i => Before(i) / _cumulated[n - 2]),
            QuantileRule.Linear8 => Interpolate(p, i => ((Before(i) / 3) + (_cumulated[i] * 2 / 3)) / (_total + (_weights[n - 1] / 3))),
            QuantileRule.Linear9 => Interpolate(p, i => ((Before(i) * 3 / 8) + (_cumulated[i] * 5 / 8)) / (_total + (_weights[n - 1] / 4))),
            QuantileRule.ShahVaish => ShahVaish(p),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown quantile rule."),
        };
    }

    // Equal values stay in the order of their rows, which the interpolating rules depend on, as in R.
    private void SortStably()
    {
        var order = new int[_values.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(_values, order);
        for (var first = 0; first < order.Length;)
        {
            var last = first + 1;
            while (last < order.Length && _values[last] == _values[first])
            {
                last++;
            }

            Array.Sort(order, first, last - first);
            first = last;
        }

        var weights = (double[])_weights.Clone();
        for (var i = 0; i < order.Length; i++)
        {
            _weights[i] = weights[order[i]];
        }
    }

    // A share is met exactly or not by a hair's breadth of rounding: sums carry their rounding error along.
    private static double[] Cumulate(double[] weights)
    {
        var cumulated = new double[weights.Length];
        var (sum, error) = (0.0, 0.0);
        for (var i = 0; i < weights.Length; i++)
        {
            var next = sum + weights[i];
            error += Math.Abs(sum) >= weights[i] ? sum - next + weights[i] : weights[i] - next + sum;
            sum = next;
            cumulated[i] = sum + error;
        }

        return cumulated;
    }

    private double Before(int i) => i == 0 ? 0 : _cumulated[i - 1];

    // The last position with at most the share p at or below it; the first when there is none.
    private int Position(double p)
    {
        var limit = p * _total;
        var index = Array.BinarySearch(_cumulated, limit);
        return Math.Max(0, index >= 0 ? index : ~index - 1);
    }

    private double Step(double p, Func<double, double, bool, double> choose)
    {
        var low = Position(p);
        var up = Math.Min(low + 1, _values.Length - 1);
        return choose(_values[low], _values[up], p - (_cumulated[low] / _total) <= 0);
    }

    private double Between(double p)
    {
        var low = Position(p);
        var up = Math.Min(low + 1, _values.Length - 1);
        var (below, above) = (p - (_cumulated[low] / _total), (_cumulated[up] / _total) - p);
        var share = below / (above + below);
        return (_values[low] * (1 - share)) + (_values[up] * share);
    }

    // Equal values count as one, whose place decides: R numbers places from 1.
    private double NearestEven(double p)
    {
        var (values, sums) = (new List<double>(), new List<double>());
        for (var i = 0; i < _values.Length; i++)
        {
            if (i > 0 && _values[i] == _values[i - 1])
            {
                sums[^1] = _cumulated[i];
            }
            else
            {
                values.Add(_values[i]);
                sums.Add(_cumulated[i]);
            }
        }

        var low = Math.Max(0, sums.FindLastIndex(sum => sum <= p * _total));
        var up = Math.Min(low + 1, values.Count - 1);
        return p - (sums[low] / _total) <= 0 && (low + 1) % 2 == 0 ? values[low] : values[up];
    }

    private double Interpolate(double p, Func<int, double> place)
    {
        var n = _values.Length;
        if (p <= place(0) || p >= place(n - 1))
        {
            return p <= place(0) ? _values[0] : _values[n - 1];
        }

        var (low, high) = (0, n - 1);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = place(middle) <= p ? (middle, high) : (low, middle);
        }

        var (left, right) = (place(low), place(high));
        return _values[low] + ((_values[high] - _values[low]) * (p - left) / (right - left));
    }

    // As R has it, with weights as they are in one place and scaled to average one in the other: the places need sorting.
    private double ShahVaish(double p)
    {
        var (n, mean) = (_values.Length, _total / _values.Length);
        var places = new double[n];
        for (var i = 0; i < n; i++)
        {
            places[i] = ((_cumulated[i] / mean) + 0.5 - (_weights[i] / 2)) / (n + 1);
        }

        var values = (double[])_values.Clone();
        Array.Sort(places, values);
        var best = 0;
        for (var i = 0; i < n && places[i] <= p; i++)
        {
            best = i;
        }

        return values[best];
    }
}
