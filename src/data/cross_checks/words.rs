//! The words of what is found by comparing entries.

use crate::checked::Fault;
use crate::checked::fault::fault;
use crate::text::Text;

pub(super) fn part_above_whole(part: &Text, whole: &Text, place: &str) -> Fault {
    let ((part_zh, part_en), (whole_zh, whole_en)) = ((&part.zh, &part.en), (&whole.zh, &whole.en));
    fault!(
        "部分（{part_zh}）大于整体（{whole_zh}）", "the part, {part_en}, is greater than its whole, {whole_en}";
        "整体在 {place}：改正两数之一，或改正“part_of”",
        "the whole is at {place}: correct one of the two numbers, or `part_of`",
    )
}

pub(super) fn part_outside_whole(place: &str) -> Fault {
    fault!(
        "部分的时段超出整体的时段", "the part's period reaches beyond that of its whole";
        "整体在 {place}：改正两个时段之一；如果不是它的一部分，去掉“part_of”",
        "the whole is at {place}: correct one of the two periods; or, if this is no part of it, leave `part_of` out",
    )
}

pub(super) fn achieved_after_source(article: &str, published: &str) -> Fault {
    fault!(
        "文章“{article}”发表于 {published}，早于这个数的时段终了",
        "the article `{article}` appeared on {published}, before the period of this figure ends";
        "改正时段或发表日期；还没有实现的数，写 status = \"planned\" 或 \"forecast\"",
        "correct the period or the date of the article; what had not happened yet has status = \"planned\" or \"forecast\"",
    )
}

pub(super) fn two_values(one: &Text, other: &Text, place: &str) -> Fault {
    let ((one_zh, one_en), (other_zh, other_en)) = ((&one.zh, &one.en), (&other.zh, &other.en));
    fault!(
        "同一段里，同一项写了两个数：{other_zh} 与 {one_zh}",
        "one paragraph gives two numbers of the same thing: {other_en} and {one_en}";
        "另一个在 {place}：一个是另一个的一部分，就写“part_of”；所数的不同，就用“variant”写明",
        "the other is at {place}: where one is part of the other, name it in `part_of`; where they count different \
         things, say so in `variant`",
    )
}

pub(super) fn parts_above_whole(sum: &Text, count: usize, whole: &Text) -> Fault {
    let ((sum_zh, sum_en), (whole_zh, whole_en)) = ((&sum.zh, &sum.en), (&whole.zh, &whole.en));
    fault!(
        "{count} 个部分合计 {sum_zh}，大于整体（{whole_zh}）",
        "{count} parts make {sum_en}, more than their whole, {whole_en}";
        "核对各部分；相互重叠的部分可以如此", "look at each part; where they overlap, it may be so",
    )
}

pub(super) fn share_differs(share: &Text, part: &Text, whole: &Text, place: &str) -> Fault {
    let ((part_zh, part_en), (whole_zh, whole_en)) = ((&part.zh, &part.en), (&whole.zh, &whole.en));
    let (zh, en) = (&share.zh, &share.en);
    fault!(
        "占比 {zh}% 与 {part_zh}/{whole_zh} 不合", "a share of {en}% is not that of {part_en} in {whole_en}";
        "部分在 {place}：核对这三个数", "the part is at {place}: look at the three numbers",
    )
}

pub(super) fn far_from_neighbour(value: &Text, neighbour: &Text, place: &str) -> Fault {
    let ((zh, en), (other_zh, other_en)) = ((&value.zh, &value.en), (&neighbour.zh, &neighbour.en));
    fault!(
        "{zh} 与相邻时段的 {other_zh} 相差十倍以上",
        "{en} and {other_en}, of the time next to it, are ten times apart or more";
        "另一个在 {place}：核对两数的单位（万、亿）、口径和时段",
        "the other is at {place}: look at the units (万, 亿), at what is counted, and at the periods",
    )
}
