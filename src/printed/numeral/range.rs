//! Two numbers that are printed as one range: 30至40家, 1-2件, 80%至90%, 30至40万.

use super::alone::measure;
use super::characters::Characters;
use super::draft::{Bounds, NumberDraft, Script};
use super::meaning::{NumeralRole, NumeralScale};
use super::quantity::Quantity;

/// What joins the two numbers of a range.
const JOINTS: &[&str] = &["至", "到", "-", "–", "––", "to", "或"];

/// Joins the neighbours that are one range, and marks two years that are.
pub(super) fn joined(text: &Characters, drafts: Vec<NumberDraft>) -> Vec<NumberDraft> {
    let mut found: Vec<NumberDraft> = Vec::new();
    for mut draft in drafts {
        if let Some(before) = found.last_mut()
            && is_joint(text, before, &draft)
        {
            if is_year(before) && is_year(&draft) && text.starts(text.after_spaces(draft.end), "年") {
                before.role = Some(NumeralRole::Year);
                draft.role = Some(NumeralRole::Year);
            } else if let Some(range) = range(before, &draft) {
                *before = range;
                continue;
            }
        }
        found.push(draft);
    }
    found
}

/// Returns whether only what joins a range stands between two numbers. 从…到… tells a change, not a range.
fn is_joint(text: &Characters, low: &NumberDraft, high: &NumberDraft) -> bool {
    let unit = measure(text, low.end).unwrap_or(0);
    let same_unit = unit == 0 || {
        let (from, to) = (text.text(low.end, low.end + unit), text.text(high.end, high.end + unit));
        from == to
    };
    let between = text.text(text.after_spaces(low.end + unit), text.before_spaces(high.start));
    let start = text.before_spaces(low.start);
    let moves = text.ends(start, "从|由|自|from");
    let is_next = low.end == low.start + 1 && low.value.low.plus(Quantity::ONE) == Some(high.value.low);
    let is_single = |draft: &NumberDraft| draft.value.high < Quantity::whole(10);
    // 三、四家 is a range where 三、五家 is a list.
    let lists = between == "、" && unit == 0 && is_next && is_single(high);
    let joins = lists || JOINTS.contains(&between) || (between == "and" && text.ends(start, "between"));
    same_unit && joins && !moves
}

fn is_year(draft: &NumberDraft) -> bool {
    let year = draft.value.low.as_whole().filter(|_| !draft.is_range && draft.script != Script::English);
    draft.scale == NumeralScale::Plain && year.is_some_and(|year| (1900..=2099).contains(&year))
}

fn range(low: &NumberDraft, high: &NumberDraft) -> Option<NumberDraft> {
    if low.is_range || high.is_range || low.role.is_some() || high.role.is_some() {
        return None;
    }
    let (mut from, mut to) = (low.value.low, high.value.low);
    let mut scale = high.scale;
    let coefficient = to.over(high.unit)?;
    if low.scale == NumeralScale::Plain && low.unit == Quantity::ONE && from < coefficient {
        // The first number shares the unit and the scale of the second.
        from = from.times(high.unit)?;
    } else if high.scale == NumeralScale::Plain && low.scale == NumeralScale::PerCent {
        // 百分之八十至九十
        scale = low.scale;
        to = to.times(low.unit)?;
    } else if low.scale != high.scale {
        return None;
    }
    if from >= to {
        return None;
    }
    let hedges = low.hedges.iter().chain(&high.hedges).copied().collect();
    let value = Bounds { low: from, high: to };
    Some(NumberDraft { end: high.end, value, scale, hedges, is_range: true, ..low.clone() })
}
