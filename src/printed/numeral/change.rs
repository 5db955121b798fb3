//! Whether a number says by how much something else has changed: 下降3%, 增长12.5%, −3%.

use super::characters::Characters;
use super::draft::NumberDraft;
use super::meaning::ChangeDirection;

const UP: &str = "增长|增加|增幅|增速|上升|提高|提升|上涨|涨幅|扩大|增|升|涨|rose by|rose|grew by|grew|increased by|\
         increased|up by|up|growth of|an increase of|a rise of";

const DOWN: &str = "下降|减少|降低|下滑|回落|缩短|缩减|压减|减幅|降幅|跌幅|下跌|负增长|减轻|降|减|跌|fell by|fell|\
         dropped by|dropped|decreased by|decreased|declined by|declined|down by|down|a fall of|a decline of|\
         a decrease of";

/// Words that tell a change without its direction.
const UNSAID: &str = "同比|环比|较上年|较去年|比上年|比去年|较上届|变化|波动";

/// Words behind a verb that make the number what was reached, not the change: 下降到3%.
const REACHED: &str = "到|至|为|成|了到| to";

/// The characters of which each of these words has one.
const FIRST: &str = "增升涨降减跌扩下提回缩压负同环较比变波";

/// Returns in which way a number says that something has changed; `from` is where the number before it ends.
pub(super) fn direction(text: &Characters, draft: &NumberDraft, from: usize) -> Option<ChangeDirection> {
    if let Some(direction) = sign(text, draft) {
        return Some(direction);
    }
    if !text.holds(FIRST) && !text.is_partly_english() {
        return None;
    }
    let mut unsaid = None;
    for at in (from..draft.start).rev() {
        if text.is_one_of(at, "，。；、,;") {
            break;
        }
        // The 增长 of 负增长 belongs to the longer word, and the 降 of 下降 as well.
        let inside =
            at > 0 && [UP, DOWN].iter().any(|words| text.longest(at - 1, words).is_some_and(|length| length > 1));
        let verb = [(ChangeDirection::Up, UP), (ChangeDirection::Down, DOWN)]
            .into_iter()
            .filter_map(|(direction, words)| Some((text.longest(at, words)?, direction)))
            .max_by_key(|(length, _)| *length);
        if let Some((length, direction)) = verb.filter(|_| !inside && is_verb(text, at)) {
            return (!reaches(text, at + length)).then_some(direction);
        }
        if text.longest(at, UNSAID).is_some() {
            unsaid = Some(ChangeDirection::Unsaid);
        }
    }
    behind(text, draft).or(unsaid)
}

/// Returns whether a word of one character is one of its own: the 增 of 新增12件 and the 升 of 升级 are not.
fn is_verb(text: &Characters, at: usize) -> bool {
    let part = text.is_before(at, "新净递") || text.is_one_of(at + 1, "级格学值强进设补效收能产免排灾");
    let of_word = text.at(at).is_some_and(|character| "增升涨降减跌".contains(character)) && part;
    let is_letter = |character: Option<char>| character.is_some_and(|character| character.is_ascii_lowercase());
    let of_english = is_letter(text.at(at)) && is_letter(text.before(at));
    !of_word && !of_english
}

fn reaches(text: &Characters, at: usize) -> bool {
    text.longest(at, REACHED).is_some() && text.longest(at, "至少|至多|到了不").is_none()
}

/// Returns the direction of a sign before the number; a dash between two numbers is none.
fn sign(text: &Characters, draft: &NumberDraft) -> Option<ChangeDirection> {
    let at = draft.start.checked_sub(1)?;
    let stands_free = !text
        .before(at)
        .is_some_and(|before| before.is_alphanumeric() && before.is_ascii() || "%‰)）".contains(before));
    match text.at(at)? {
        '-' if stands_free => Some(ChangeDirection::Down),
        '+' if stands_free => Some(ChangeDirection::Up),
        _ => None,
    }
}

/// Returns the direction of a noun behind the number: 3%的降幅.
fn behind(text: &Characters, draft: &NumberDraft) -> Option<ChangeDirection> {
    let at = if text.at(draft.end) == Some('的') { draft.end + 1 } else { draft.end };
    let (up, down) = ("增幅|增长|涨幅|提升|增速", "降幅|下降|跌幅|减幅");
    if text.longest(at, up).is_some() {
        Some(ChangeDirection::Up)
    } else {
        text.longest(at, down).map(|_| ChangeDirection::Down)
    }
}
