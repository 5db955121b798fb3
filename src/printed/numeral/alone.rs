//! Whether a single Chinese character is a number at all: 三次 counts, 三农 and 一批 do not.

use super::body::unit_at;
use super::characters::Characters;
use super::draft::{NumberDraft, Script};
use super::meaning::NumeralRole;
use crate::text::shows_nothing;

/// Words that count, of more than one character; the longest that fits is taken.
const LONG_MEASURES: &str = "人次|场次|件次|人天|小时|个小时|分钟|个月|个星期|个季度|个工作日|工作日|公里|平方米|平方公里|立方米|\
         公顷|公斤|千克|千瓦|千瓦时|千米|户次|篇次|批次|班次|人份|课时|学时|星期|季度|周年|世纪|元钱|架次|辆次|\
         家次|类别|界别";

/// Words that count, of one character.
const MEASURES: &str = "个次场件项篇条名人位家份期处支座部本册幅届轮户村所间台辆套种例起宗桩笔单科课堂年月周天日元亩吨米里倍番岁县镇\
                        档卷集稿对双只枚张块棵株片段节页字句封首组队站员顷斤克升颗艘架栋幢亿万千百十成";

/// Words that count where the number is not 一, with which they make other words: 一批, 一级, 一路, 一方.
const MEASURES_OF_SEVERAL: &str = "批类方面路步站线地省市区国校院企层环端乡街类点家大级款行门道把包代派口辈";

/// Words that begin with a number and a measure and count nothing.
const IDIOMS: &str = "一次性|一站式|一部分|一条龙|一条心|一本正经|一家亲|一家人|一个样|一周一|一月一|一年一度|一人一策|一事一议|\
         一村一|一企一策|一件一|一案一|千家万户|千方百计|百姓|百家争鸣|百年|千人一面|万元户|三点一线|两点一线|三五成群|\
         两级|两会|两岸|九三学社|百分点|一点一滴|百强|三位一体|五位一体|一个中心|一票否决";

/// Characters before a number that make it part of a word: 统一, 同一个, 每一次.
const BEFORE_WORD: &str = "无统唯逐专归合万之同另某这那哪任进再第";

/// Returns how many characters the measure word at a place has, with one in brackets behind it: 122项(条).
pub(super) fn measure(text: &Characters, at: usize) -> Option<usize> {
    let one = text.is_one_of(at, MEASURES).then_some(1);
    let length = text.longest(at, LONG_MEASURES).or(one)?;
    let bracket = text.is_one_of(at + length, "(（");
    let closed = bracket.then(|| (2..=4).find(|offset| text.is_one_of(at + length + offset, ")）"))).flatten();
    Some(length + closed.map_or(0, |offset| offset + 1))
}

/// Returns whether a measure word or a word that hedges stands behind a number.
pub(super) fn is_measured(text: &Characters, draft: &NumberDraft) -> bool {
    let at = text.after_spaces(draft.end);
    let is_one = text.text(draft.start, draft.end) == "一";
    measure(text, at).is_some()
        || text.is_one_of(at, "余多几来")
        || (!is_one && text.is_one_of(at, MEASURES_OF_SEVERAL))
}

/// Returns whether digits go on before or behind a number, with nothing between that could be seen, or a space: whoever sees
/// 4 15件 reads 415. Only a year may stand before a number like this.
fn is_torn(text: &Characters, draft: &NumberDraft) -> bool {
    let digits_before = |mut at: usize| {
        let mut count = 0;
        while at.checked_sub(1).and_then(|before| text.at(before)).is_some_and(|one| one.is_ascii_digit()) {
            (at, count) = (at - 1, count + 1);
        }
        (count, text.text(at, at + count))
    };
    let is_digit = |at: usize| text.at(at).is_some_and(|one| one.is_ascii_digit());
    let is_gap = |at: usize| text.at(at).is_some_and(|one| one == ' ' || is_unseen(one));
    let is_year = |digits: &str| digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    let mut before = draft.start;
    while before.checked_sub(1).is_some_and(is_gap) {
        before -= 1;
    }
    let mut behind = draft.end;
    while is_gap(behind) {
        behind += 1;
    }
    let has_unseen = |from: usize, to: usize| (from..to).any(|at| text.at(at).is_some_and(is_unseen));
    // The rest of digits whose beginning was none.
    if is_digit(draft.start) && draft.start.checked_sub(1).is_some_and(is_digit) {
        return true;
    }
    let torn_before = is_digit(draft.start) && before < draft.start && {
        let (count, digits) = digits_before(before);
        count > 0 && (has_unseen(before, draft.start) || !is_year(digits))
    };
    let ends_in_digit = draft.end.checked_sub(1).is_some_and(is_digit);
    let torn_behind = ends_in_digit && behind > draft.end && is_digit(behind) && {
        has_unseen(draft.end, behind) || !is_year(text.text(draft.start, draft.end))
    };
    torn_before || torn_behind
}

/// Whether a character shows nothing of its own: it may also be a mark that stands on the one before it.
fn is_unseen(character: char) -> bool {
    shows_nothing(character) || matches!(character, '\u{300}'..='\u{36f}' | '\u{20d0}'..='\u{20ff}')
}

/// Returns whether a number as it was read, before it was scaled, is one; only a single Chinese character may be none.
pub(super) fn is_number(text: &Characters, draft: &NumberDraft) -> bool {
    if is_torn(text, draft) {
        return false;
    }
    if draft.script != Script::Chinese || draft.role == Some(NumeralRole::Ordinal) {
        return true;
    }
    if text.longest(draft.start, IDIOMS).is_some() {
        return false;
    }
    if draft.end > draft.start + 1 || text.is_before(draft.start, "第零") {
        return true;
    }
    let is_unit = unit_at(text, draft.start).is_some();
    let at_end = text.after_spaces(draft.end) == text.len();
    // 点击量破亿, 名列前三
    let follows_verb = text.is_before(draft.start, "破过超逾近达约上前列");
    let is_share = text.is_one_of(text.after_spaces(draft.end), "%％‰");
    let scaled = is_share || text.starts(draft.end, "分之") || text.starts(draft.end, "个百分点");
    let begins_range = text.is_one_of(draft.end, "至到-–、")
        && text.is_one_of(draft.end + 1, "一二两三四五六七八九十")
        && (text.at(draft.end) != Some('、') || measure(text, draft.end + 2).is_some());
    let each_one = text.at(draft.start) == Some('一') && text.is_before(draft.start, "每");
    let in_word = !is_unit && (text.is_before(draft.start, BEFORE_WORD) || each_one);
    let of_half = text.is_before(draft.start, "半");
    !in_word
        && !of_half
        && (is_measured(text, draft) || scaled || begins_range || (at_end && follows_verb) || (is_unit && follows_verb))
}
