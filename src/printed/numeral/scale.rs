//! What stands directly behind or before a number and says what it counts in: %, ‰, 成, 分之, 倍, 番, 个百分点, 半.

use super::alone::is_measured;
use super::body;
use super::characters::Characters;
use super::draft::{Bounds, NumberDraft, Script};
use super::meaning::{Hedge, NumeralRole, NumeralScale};
use super::quantity::Quantity;

/// The words for a hundredth, with ordinary letters.
const PER_CENT: &str = "%|percent|per cent|pct";

/// The words for the difference of two shares.
const POINTS: &str = "个百分点|百分点|percentage point|percentage points";

/// The words in which 成 is no tenth: 成员, 成果.
const AFTER_TENTH: &str = "员果立为功效就都长型品交份因形熟绩套人年语双";

/// Reads on behind a number, and scales it as what stands there says.
pub(super) fn scaled(text: &Characters, mut draft: NumberDraft) -> Option<NumberDraft> {
    if text.starts(draft.end, "分之") {
        return fraction(text, &draft);
    }
    if let Some(fraction) = slash(text, &draft) {
        return Some(fraction);
    }
    if let Some(end) = half_a_unit(text, draft.end) {
        add_half(&mut draft, end)?;
    }
    let at = text.after_spaces(draft.end);
    if let Some(length) = text.longest(at, PER_CENT) {
        set(&mut draft, at + length, NumeralScale::PerCent, Quantity::ONE)?;
    } else if text.at(at) == Some('‰') {
        set(&mut draft, at + 1, NumeralScale::PerCent, Quantity::fraction(1, 10)?)?;
    } else if let Some(length) = text.longest(at, POINTS) {
        set(&mut draft, at + length, NumeralScale::Points, Quantity::ONE)?;
    } else if text.at(at) == Some('成') && at == draft.end && !text.is_one_of(at + 1, AFTER_TENTH) {
        tenths(text, &mut draft, at)?;
    } else if text.at(at) == Some('倍') {
        set(&mut draft, at + 1, NumeralScale::Multiple, Quantity::ONE)?;
        if text.starts(draft.end, "半") {
            add_half(&mut draft, at + 2)?;
        }
    } else if text.at(at) == Some('番') && text.ends(draft.start, "翻|翻了") {
        let doublings = draft.value.low.as_whole().and_then(|times| u32::try_from(times).ok())?;
        draft.value = Bounds::both(Quantity::whole(2_i64.checked_pow(doublings)?));
        set(&mut draft, at + 1, NumeralScale::Doublings, Quantity::ONE)?;
    } else {
        at_times(text, &mut draft, at)?;
    }
    Some(draft)
}

fn set(draft: &mut NumberDraft, end: usize, scale: NumeralScale, factor: Quantity) -> Option<()> {
    draft.value = draft.value.times(factor)?;
    draft.unit = draft.unit.times(factor)?;
    (draft.end, draft.scale) = (end, scale);
    Some(())
}

/// Scales `3 times as many`, `3-fold` and `threefold`. But for what they are compared with, three times are a count.
fn at_times(text: &Characters, draft: &mut NumberDraft, at: usize) -> Option<()> {
    let words = "times|-fold|fold|x";
    let ends_word = |length: &usize| !text.at(at + length).is_some_and(|next| next.is_ascii_alphanumeric());
    let compared = |length: &usize| {
        let after = text.after_spaces(at + length);
        !text.starts(at, "times") || text.longest(after, "as |more|higher|greater|larger|the |that|last").is_some()
    };
    match text.longest(at, words).filter(ends_word).filter(compared) {
        Some(length) => set(draft, at + length, NumeralScale::Multiple, Quantity::ONE),
        None => Some(()),
    }
}

/// Reads 七成, 七成五 and 七成半.
fn tenths(text: &Characters, draft: &mut NumberDraft, at: usize) -> Option<()> {
    set(draft, at + 1, NumeralScale::PerCent, Quantity::whole(10))?;
    if text.at(draft.end) == Some('半') {
        draft.value = draft.value.plus(Bounds::both(Quantity::whole(5)))?;
        draft.end += 1;
    } else if let Some(rest) = body::read(text, draft.end).filter(|rest| rest.value.low < Quantity::whole(10))
        && rest.script == Script::Chinese
        && rest.end == draft.end + 1
        && !is_measured(text, &rest)
    {
        draft.value = draft.value.plus(rest.value)?;
        draft.end = rest.end;
    }
    Some(())
}

/// Reads on after the lower number of a fraction: 百分之八十, 三分之一, 千分之三.
fn fraction(text: &Characters, lower: &NumberDraft) -> Option<NumberDraft> {
    let upper = body::read(text, lower.end + 2)?;
    let hundred = Quantity::whole(100);
    let share = |number: Quantity| number.times(hundred)?.over(lower.value.low);
    let value = Bounds { low: share(upper.value.low)?, high: share(upper.value.high)? };
    let mut draft = NumberDraft::new(lower.start, upper.end, value, Script::Chinese);
    draft.scale = NumeralScale::PerCent;
    // 百分之百 is a whole number, not an order of magnitude.
    draft.hedges = upper.hedges.into_iter().filter(|hedge| *hedge != Hedge::Order).collect();
    draft.unit = hundred.over(lower.value.low)?;
    Some(draft)
}

/// Reads 1/3, where what follows tells that it is no date.
fn slash(text: &Characters, upper: &NumberDraft) -> Option<NumberDraft> {
    let at = (text.at(upper.end) == Some('/') && upper.script == Script::Digits).then_some(upper.end + 1)?;
    let lower = body::read(text, at)?;
    let number = |draft: &NumberDraft| draft.value.low.as_whole();
    let (numerator, denominator) = (number(upper)?, number(&lower)?);
    let follows = lower.end == text.len() || text.is_one_of(lower.end, "的以左上强多余弱 ");
    if !follows || text.is_before(upper.start, "/") || !(1..denominator).contains(&numerator) || denominator > 10 {
        return None;
    }
    let value = Bounds::both(Quantity::fraction(i128::from(numerator) * 100, i128::from(denominator))?);
    let mut draft = NumberDraft::new(upper.start, lower.end, value, Script::Digits);
    draft.scale = NumeralScale::PerCent;
    Some(draft)
}

fn add_half(draft: &mut NumberDraft, end: usize) -> Option<()> {
    draft.value = draft.value.plus(Bounds::both(Quantity::fraction(1, 2)?))?;
    draft.end = end;
    Some(())
}

/// Returns the place up to which a number has half a unit more: 一个半小时, 两年半.
fn half_a_unit(text: &Characters, end: usize) -> Option<usize> {
    if text.starts(end, "个半") && text.longest(end + 2, "小时|月|星期|工作日").is_some() {
        return Some(end + 2);
    }
    let unit = text.longest(end, "年|天|个月|小时|个小时")?;
    let is_half = text.at(end + unit) == Some('半') && !text.is_one_of(end + unit + 1, "数年月天程场径");
    is_half.then_some(end + unit + 1)
}

/// Reads 半数, 一半, 过半: fifty per cent, where no span of time follows.
pub(super) fn half(text: &Characters, start: usize) -> Option<NumberDraft> {
    let end = start + text.longest(start, "一半|半数|半")?;
    let is_hedged = text.is_before(start, "过近超逾约达占");
    let is_share = end == start + 2 || (is_hedged && !text.is_one_of(end, "年月天日小个程场径岛决夜途"));
    let follows_half = text.is_before(start, "大多") || text.is_one_of(end, "年月天日");
    if !is_share || follows_half {
        return None;
    }
    let mut draft = NumberDraft::new(start, end, Bounds::both(Quantity::whole(50)), Script::Chinese);
    draft.scale = NumeralScale::PerCent;
    Some(draft)
}

/// Reads the numbers that are words: 成百上千, 数以千计, 翻番, 首次.
pub(super) fn word(text: &Characters, start: usize) -> Option<NumberDraft> {
    const MAGNITUDES: &[(&str, i64)] = &[
        ("成百上千", 100),
        ("成千上百", 100),
        ("成千上万", 1000),
        ("数以十计", 10),
        ("数以百计", 100),
        ("数以千计", 1000),
        ("数以万计", 10_000),
        ("数以亿计", 100_000_000),
    ];
    let found = MAGNITUDES.iter().find(|(word, _)| text.starts(start, word));
    if let Some((word, size)) = found {
        let end = start + word.chars().count();
        let mut draft = NumberDraft::new(start, end, Bounds::both(Quantity::whole(*size)), Script::Chinese);
        draft.hedges.push(Hedge::Several);
        return Some(draft);
    }
    doubling(text, start).or_else(|| first(text, start))
}

/// Reads 翻番, which says no number, as one doubling.
fn doubling(text: &Characters, start: usize) -> Option<NumberDraft> {
    if !text.starts(start, "翻番") {
        return None;
    }
    let mut draft = NumberDraft::new(start, start + 2, Bounds::both(Quantity::whole(2)), Script::Chinese);
    draft.scale = NumeralScale::Doublings;
    Some(draft)
}

/// Reads the 首 of 首次 and 首届 as a serial number.
fn first(text: &Characters, start: usize) -> Option<NumberDraft> {
    if text.at(start) != Some('首') || !text.is_one_of(start + 1, "次届批个家例场期位轮部条项支") {
        return None;
    }
    let mut draft = NumberDraft::new(start, start + 1, Bounds::both(Quantity::ONE), Script::Chinese);
    draft.role = Some(NumeralRole::Ordinal);
    Some(draft)
}

/// Returns the share that 件件 and 全部 say: all. It counts only where the phrase prints no other number.
pub(super) fn all_of_them(text: &Characters) -> Option<NumberDraft> {
    let doubled = |at: usize| text.is_one_of(at, "件人事户家条项场次个篇") && text.at(at) == text.at(at + 1);
    let start = (0..text.len()).find(|&at| doubled(at) || text.starts(at, "全部"))?;
    let mut draft = NumberDraft::new(start, start + 2, Bounds::both(Quantity::whole(100)), Script::Chinese);
    draft.scale = NumeralScale::PerCent;
    Some(draft)
}
