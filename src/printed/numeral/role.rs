//! Whether a number counts, or is a year, a serial number, a part of a date or of a name.

use super::alone::measure;
use super::characters::Characters;
use super::draft::{NumberDraft, Script};
use super::meaning::{NumeralRole, NumeralScale};
use super::quantity::Quantity;

/// What follows 届 where its number is that of a committee or a session.
const AFTER_SESSION: &str = "政协|市政协|省政协|全国|人大|市委|省委|中央|委员|常委|会议|全会|一次|二次|三次|四次|五次|六次|七次|八次|\
         一中|二中|三中|四中|五中|六中|七中";

/// What follows the name of a five-year plan.
const AFTER_PLAN: &str = "”|\"|’|规划|期间|时期|以来|开局|收官|末|五年";

/// Returns what a number does in its phrase.
pub(super) fn role(text: &Characters, draft: &NumberDraft) -> NumeralRole {
    if let Some(role) = draft.role {
        return role;
    }
    if is_plan(text, draft) || is_code(text, draft) {
        NumeralRole::Name
    } else if is_ordinal(text, draft) {
        NumeralRole::Ordinal
    } else if is_year(text, draft) {
        NumeralRole::Year
    } else if is_date(text, draft) || is_interval(text, draft) {
        NumeralRole::Date
    } else {
        NumeralRole::Count
    }
}

fn whole(draft: &NumberDraft, from: i64, to: i64) -> bool {
    let inside = |quantity: Quantity| quantity.as_whole().is_some_and(|number| (from..=to).contains(&number));
    draft.scale == NumeralScale::Plain && inside(draft.value.low) && inside(draft.value.high)
}

/// Returns whether a number is that of a five-year plan: “十四五”, which could be a range too.
fn is_plan(text: &Characters, draft: &NumberDraft) -> bool {
    draft.script == Script::Chinese
        && draft.is_range
        && draft.end == draft.start + 3
        && text.at(draft.start) == Some('十')
        && (text.is_before(draft.start, "“\"‘") || text.longest(draft.end, AFTER_PLAN).is_some())
}

/// Returns whether a number is a part of a code or of a designed number: 1+10, G20, 5G, 90后.
fn is_code(text: &Characters, draft: &NumberDraft) -> bool {
    let is_letter = |at: Option<char>| at.is_some_and(|character| character.is_ascii_alphanumeric());
    let plus_after = text.at(draft.end) == Some('+') && is_letter(text.at(draft.end + 1));
    let plus_before = draft.start > 1 && text.is_before(draft.start, "+") && is_letter(text.before(draft.start - 1));
    let in_digits = draft.script == Script::Digits && draft.scale == NumeralScale::Plain;
    // A unit may be written in letters: 12km.
    let unit = text.longest(draft.end, "km|kg|mm|cm|gb|tb|mb|mw|kwh|kw|min|h|t");
    let has_unit = unit.is_some_and(|length| !is_letter(text.at(draft.end + length)));
    let beside = is_letter(text.before(draft.start))
        || (is_letter(text.at(draft.end)) && !has_unit && !is_english_ordinal(text, draft));
    let generation = text.at(draft.end) == Some('后') && whole(draft, 0, 95);
    let hotline = text.starts(draft.end, "热线");
    plus_after || plus_before || hotline || (in_digits && (beside || generation))
}

/// Returns whether 二 is the second of something, of which there are not 两: 二级, 二期.
fn is_second(text: &Characters, draft: &NumberDraft) -> bool {
    text.text(draft.start, draft.end) == "二" && text.is_one_of(draft.end, "级期线类等季")
}

fn is_english_ordinal(text: &Characters, draft: &NumberDraft) -> bool {
    let suffix = text.longest(draft.end, "st|nd|rd|th");
    suffix.is_some_and(|length| !text.at(draft.end + length).is_some_and(|next| next.is_ascii_alphanumeric()))
}

/// Returns whether a number is a place in an order: 第3位, 十四届三次会议, 3号, 三等奖.
fn is_ordinal(text: &Characters, draft: &NumberDraft) -> bool {
    let start = text.before_spaces(draft.start);
    let of_session = text.at(draft.end) == Some('届') && text.longest(draft.end + 1, AFTER_SESSION).is_some();
    let in_session = text.is_before(draft.start, "届") && (text.is_one_of(draft.end, "次中"));
    let of_congress = text.at(draft.end) == Some('大') && draft.script == Script::Chinese && whole(draft, 16, 25);
    let in_rank = is_top(text, draft);
    text.is_before(start, "第")
        || of_session
        || in_session
        || of_congress
        || in_rank
        || text.longest(draft.end, "号|等奖|等功|中全会|年级").is_some()
        || is_second(text, draft)
        || is_english_ordinal(text, draft)
}

/// Returns whether a number tells the last place of a group of the best: 名列前三, 全省前10名.
pub(super) fn is_top(text: &Characters, draft: &NumberDraft) -> bool {
    let Some(at) = draft.start.checked_sub(1).filter(|&at| text.at(at) == Some('前')) else { return false };
    let is_best = text.is_one_of(draft.end, "名位强列甲佳") || draft.end == text.len();
    text.is_before(at, "列居入身位进") || (is_best && (at == 0 || text.is_before(at, "省市国区县 ，")))
}

fn is_year(text: &Characters, draft: &NumberDraft) -> bool {
    let digits = draft.end - draft.start == 4;
    if !digits || !whole(draft, 1900, 2099) {
        return false;
    }
    let at = text.after_spaces(draft.end);
    let start = text.before_spaces(draft.start);
    let in_brackets = text.is_before(draft.start, "(（〔[【") && text.is_one_of(draft.end, ")）〕]】");
    let word = text.longest_before(start, "in|since|during|until|year|from");
    let in_english =
        word.is_some_and(|length| !text.before(start - length).is_some_and(|before| before.is_ascii_alphabetic()));
    text.longest(at, "年|全年|上半年|下半年").is_some() || in_brackets || in_english
}

/// Returns whether a number is a month, a day, a day of the week, or stands in a date of digits alone.
fn is_date(text: &Characters, draft: &NumberDraft) -> bool {
    let (start, at) = (text.before_spaces(draft.start), text.after_spaces(draft.end));
    let month = text.at(at) == Some('月')
        && whole(draft, 1, 12)
        && !text.is_one_of(at + 1, "均活内余多")
        && !text.starts(at + 1, "以内");
    let day = text.is_before(start, "月")
        && !text.is_before(start.saturating_sub(1), "个每")
        && whole(draft, 1, 31)
        && text.is_one_of(at, "日号");
    let weekday = text.longest_before(start, "周|星期|礼拜").is_some()
        && draft.script == Script::Chinese
        && draft.end == draft.start + 1
        && measure(text, draft.end).is_none();
    let is_digit = |at: Option<char>| at.is_some_and(|character| character.is_ascii_digit());
    let joint_before = text.is_before(draft.start, "-–/:") && draft.start > 1 && is_digit(text.before(draft.start - 1));
    let joint_after = text.is_one_of(draft.end, "-–/:") && is_digit(text.at(draft.end + 1));
    let quarter = whole(draft, 1, 4) && text.starts(at, "季度");
    month || quarter || day || weekday || joint_before || joint_after
}

/// Returns whether a number is the length of a span of which something is a mean: 每两年.
pub(super) fn is_interval(text: &Characters, draft: &NumberDraft) -> bool {
    let spans = "年|个月|月|周|天|日|季度|个季度|小时|星期|个星期";
    text.is_before(text.before_spaces(draft.start), "每") && text.longest(text.after_spaces(draft.end), spans).is_some()
}
