//! The words of faults in values: numbers, units and periods of figures.

use crate::checked::Fault;
use crate::checked::fault::fault;

pub(super) fn negative_count() -> Fault {
    fault!(
        "数值不能是负数", "the value can't be negative";
        "只有增减幅度（nature = \"change\"）可以是负数",
        "only a change (nature = \"change\") may be negative",
    )
}

pub(super) fn range_needs_to() -> Fault {
    fault!(
        "两数之间（between）要写到多少：缺少“to”", "a range (`between`) says where it ends: `to` is missing";
        "如 30至40：value = 30，to = 40", "as in 30至40: value = 30, to = 40",
    )
}

pub(super) fn to_without_range() -> Fault {
    fault!(
        "只有两数之间（between）才写“to”", "only a range (`between`) has `to`";
        "把 qualifier 改为 \"between\"，或者去掉“to”", "make the qualifier \"between\", or leave `to` out",
    )
}

pub(super) fn range_crossed() -> Fault {
    fault!("“to”应大于“value”", "`to` must be greater than `value`")
}

pub(super) fn share_above_all() -> Fault {
    fault!(
        "比率不能超过 100%", "a share can't be more than 100 per cent";
        "增减幅度写 nature = \"change\"，倍数写 nature = \"ratio\"",
        "a change has nature = \"change\", a multiple has nature = \"ratio\"",
    )
}

pub(super) fn each_needs_flow() -> Fault {
    fault!(
        "只有时期数（flow）才有“each”", "only a flow has `each`";
        "每年、每月的均数或次数是时期数", "a mean or a frequency for each year or month is a flow",
    )
}

pub(super) fn base_needs_multiple() -> Fault {
    fault!(
        "只有倍数（ratio）和增减幅度（change）才有“base”", "only a `ratio` or a `change` has a `base`";
        "其他数字的对照写在“note”里", "what else a figure is set against belongs in `note`",
    )
}

pub(super) fn malformed_period(found: &str) -> Fault {
    fault!(
        "“{found}”不是时段", "`{found}` is no period";
        "写 \"2024\"、\"2024-05\"、\"2024-05-06\"、\"2024-Q1\"、\"2024-H1\" 或 \"2022/2024\"，或者写 {{ start = …, end = … }}",
        "write \"2024\", \"2024-05\", \"2024-05-06\", \"2024-Q1\", \"2024-H1\" or \"2022/2024\", or {{ start = …, end = … }}",
    )
}

pub(super) fn denominator_needs_bound() -> Fault {
    fault!(
        "这样的人数没有可靠的上下限，不能作分母", "a number of people hedged in this way gives no bound to divide by";
        "可以写 exact、at-least、below 或 at-most", "write `exact`, `at-least`, `below` or `at-most`",
    )
}
