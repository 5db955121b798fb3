//! The words that hedge a number, before it and behind it.

use super::alone::measure;
use super::body::unit_at;
use super::characters::Characters;
use super::draft::NumberDraft;
use super::meaning::{Hedge, NumeralScale};
use std::ops::Range;

/// Where a word before a number may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// Directly before the number.
    Beside,
    /// Before a word such as 达 or 有 as well.
    OverVerb,
    /// Before a few characters more, which are no number: 至少召开20次.
    OverWords,
}

/// The words before a number, each with how far it reaches. The longest that fits is the one that is printed.
const BEFORE: &[(Hedge, Reach, &str)] = &[
    (
        Hedge::AtLeast,
        Reach::OverVerb,
        "超过|超出|超|逾|突破|冲破|破|过|高于|多于|大于|不少于|不得少于|不应少于|不能少于|不可少于|不得低于|不应低于|不能低于|不可低于|不会少于|不低于|不小于|不下于|不下|不止|不亚于|跨过|迈过|\
         越过|起码|≥|>|>=|over|more than|no fewer than|no less than|not less than|not fewer than|at least|\
         exceeding|exceeded|exceeds|above|upwards of|upward of|in excess of|surpassed|surpassing|topped|\
         a minimum of",
    ),
    (Hedge::AtLeast, Reach::OverWords, "至少|最少|起码"),
    (
        Hedge::AtMost,
        Reach::OverVerb,
        "不超过|不得超过|不应超过|不能超过|不可超过|不会超过|不得多于|不应多于|不得高于|不应高于|不能高于|未超过|没有超过|不超|不多于|不高于|不大于|至多不过|≤|<=|up to|no more than|not more than|at most|\
         within|a maximum of|not exceeding|no later than",
    ),
    (Hedge::AtMost, Reach::OverWords, "最多|至多|顶多"),
    (
        Hedge::Below,
        Reach::OverVerb,
        "近|将近|接近|逼近|不足|不到|未满|不满|少于|低于|小于|未到|未达|不及|没到|几乎|<|nearly|almost|close to|\
         approaching|fewer than|less than|under|below|just under|just short of|not quite",
    ),
    (
        Hedge::About,
        Reach::OverVerb,
        "约|估计|差不多|≈|about|around|approximately|roughly|circa|some|an estimated|estimated",
    ),
    (Hedge::About, Reach::OverWords, "大约|大概|约占|约为|约有|约达|约合"),
];

/// Words that stand between a hedge and its number.
const VERBS: &str = "达到|达|到|占|为|有|了|合|计|共|是|到了|a|the";

/// Words that end in a hedge of one character and hedge nothing.
const IN_WORDS: &str = "签约|预约|节约|集约|公约|契约|条约|履约|制约|违约|邀约|合约|和约|解约|简约|特约|失约|赴约|相约|租约|\
         续约|规民约|纽约|隐约|盟约|毁约|订约|践约|缔约|爽约|最近|附近|邻近|就近|临近|亲近|靠近|走近|相近|远近|\
         新近|贴近|切近|通过|经过|透过|不过|胜过|难过|路过|见过|看过|听过|错过|打破|攻破|侦破|爆破|识破|告破|\
         道破|戳破|赶超|反超|高超";

/// Words that end before such a hedge, though the last character makes one of the words above with it: 春节约300人.
const NOT_IN_WORDS: &str = "春节约|环节约|季节约|时节约|办公约|符合约|综合约|结合约|集合约|组合约|联合约|场合约";

/// Returns the hedge that stands before a number.
pub(super) fn before(text: &Characters, draft: &NumberDraft) -> Option<Hedge> {
    upper(text, draft).or_else(|| {
        let mut end = text.before_spaces(draft.start);
        for verbs in 0..3 {
            let found = word_before(text, end, draft, if verbs == 0 { Reach::Beside } else { Reach::OverVerb });
            if found.is_some() {
                return found;
            }
            let Some(length) = text.longest_before(end, VERBS) else { break };
            end = text.before_spaces(end - length);
        }
        far_before(text, draft.start)
    })
}

/// Returns the hedge of the 上 in 上百.
fn upper(text: &Characters, draft: &NumberDraft) -> Option<Hedge> {
    let at = draft.start.checked_sub(1).filter(|&at| text.at(at) == Some('上'))?;
    let opens = at == 0 || text.is_before(at, "达已共约超 ，。；：、“(（");
    // The 上 of 线上300场 is the end of a word, that of 上百场 the beginning of a number.
    let is_magnitude =
        is_bare(text, draft) && (text.at(draft.start) != Some('十') || unit_at(text, draft.start + 1).is_some());
    (opens || is_magnitude).then_some(Hedge::AtLeast)
}

/// Returns whether a number begins with a unit, as in 百万 and 十万.
fn is_bare(text: &Characters, draft: &NumberDraft) -> bool {
    unit_at(text, draft.start).is_some()
}

fn word_before(text: &Characters, end: usize, draft: &NumberDraft, over: Reach) -> Option<Hedge> {
    let fits = |reach: Reach| over == Reach::Beside || reach != Reach::Beside;
    let words = BEFORE.iter().filter(|(_, reach, _)| fits(*reach));
    let (length, hedge) = words
        .filter_map(|(hedge, _, words)| Some((text.longest_before(end, words)?, *hedge)))
        .max_by_key(|(length, _)| *length)?;
    let start = end - length;
    let word = text.at(start).filter(|_| length == 1);
    let is_part = match word {
        Some(character) if character.is_ascii() => false,
        Some(character) => {
            let in_word = text.ends(end, IN_WORDS) && !text.ends(end, NOT_IN_WORDS);
            in_word || !reaches(text, character, start, draft)
        }
        None => is_inside_english(text, start, end) || breaks_through(text, start, end, draft),
    };
    (!is_part).then_some(hedge)
}

/// Returns whether a hedge of one character that also ends other words may hedge this number.
fn reaches(text: &Characters, word: char, start: usize, draft: &NumberDraft) -> bool {
    let is_half = draft.scale == NumeralScale::PerCent && text.is_one_of(draft.start, "半");
    match word {
        '过' => is_bare(text, draft) || is_half,
        '破' => is_bare(text, draft) || start == 0 || text.is_before(start, "已将首更再并率量额数 "),
        _ => true,
    }
}

/// Returns whether an English word is cut out of a longer one: the over of moreover.
fn is_inside_english(text: &Characters, start: usize, end: usize) -> bool {
    let is_letter = |character: Option<char>| character.is_some_and(|character| character.is_ascii_alphabetic());
    is_letter(text.at(start)) && (is_letter(text.before(start)) || is_letter(text.at(end)))
}

/// Returns whether 突破 stands before things that are broken through: 突破12项技术.
fn breaks_through(text: &Characters, start: usize, end: usize, draft: &NumberDraft) -> bool {
    let things = "项关键|项技术|项核心|个瓶颈|个难|项难|项瓶颈|个关键|大瓶颈|大难|项“";
    text.text(start, end) == "突破" && text.longest(draft.end, things).is_some()
}

/// Returns the hedge of a word that reaches over others: 至少召开20次, 约占总数的95.9%.
fn far_before(text: &Characters, start: usize) -> Option<Hedge> {
    const FARTHEST: usize = 6;
    let ends_clause = |at: usize| {
        text.is_one_of(at, "，。；：、！？,;:() （）“”\"") || unit_at(text, at).is_some() || is_digit(text, at)
    };
    for end in (start.saturating_sub(FARTHEST)..start).rev() {
        if ends_clause(end) {
            return None;
        }
        let mut words = BEFORE.iter().filter(|(_, reach, _)| *reach == Reach::OverWords);
        if let Some((hedge, ..)) = words.find(|(_, _, words)| text.ends(end, words)) {
            return Some(*hedge);
        }
    }
    None
}

fn is_digit(text: &Characters, at: usize) -> bool {
    text.at(at).is_some_and(|character| character.is_ascii_digit() || "一二两三四五六七八九".contains(character))
}

/// Words directly behind a number, or behind its measure word.
const BEHIND: &[(Hedge, &str)] = &[
    (
        Hedge::AtLeast,
        "以上|及以上|或以上|有余|出头|开外|or more|and more|plus|-plus|and above|and over|or above|odd|-odd",
    ),
    (Hedge::AtMost, "以内|之内|以下|及以下|or less|or fewer|or below"),
    (Hedge::Below, "不到|不足"),
    (Hedge::About, "左右|上下|or so|or thereabouts"),
];

/// What follows one of these words and makes it hedge nothing: 以上级, 上下联动, 左右手.
const AFTER_BEHIND: &[(&str, &str)] =
    &[("以上", "级述"), ("以下", "级简几"), ("上下", "联贯齐一游班级"), ("左右", "联逢手兼"), ("以内", "部")];

/// Returns the hedges that stand behind a number, directly or behind its measure word.
pub(super) fn behind(text: &Characters, draft: &NumberDraft) -> Vec<Hedge> {
    let mut found = Vec::new();
    let mut at = text.after_spaces(draft.end);
    if let Some((hedge, end)) = beside(text, at, draft) {
        found.push(hedge);
        at = text.after_spaces(end);
    }
    if let Some((hedge, _)) = word_behind(text, at) {
        found.push(hedge);
        return found;
    }
    let known = measure(text, at);
    // A measure word that is not known may stand there too, but for a level: 3省以上.
    let Some(length) = known.or_else(|| is_unknown_measure(text, at).then_some(1)) else { return found };
    let unit = at;
    at = text.after_spaces(at + length);
    found.extend(word_behind(text, at).map(|(hedge, _)| hedge));
    if known.is_some() {
        found.extend(beside(text, at, draft).filter(|_| text.at(at) == Some('+')).map(|(hedge, _)| hedge));
        found.extend(more_of_unit(text, unit, at).or_else(|| within(text, unit, at)).or_else(|| left_right(text, at)));
    }
    found
}

/// Returns where the measure word behind a number stands, with a hedge between them or without: the 件 of 200余件.
pub(super) fn unit(text: &Characters, draft: &NumberDraft) -> Option<Range<usize>> {
    if draft.scale != NumeralScale::Plain {
        return None;
    }
    let at = text.after_spaces(draft.end);
    let at = beside(text, at, draft).map_or(at, |(_, end)| text.after_spaces(end));
    measure(text, at).map(|length| at..at + length)
}

fn is_unknown_measure(text: &Characters, at: usize) -> bool {
    text.at(at).is_some_and(|character| !character.is_ascii() && !"市省县区级部厅处局国，。；、“”".contains(character))
}

/// Returns the hedge that is written to the number itself, and where it ends: 余, 多, 来, +.
fn beside(text: &Characters, at: usize, draft: &NumberDraft) -> Option<(Hedge, usize)> {
    let follows = |words: &str| text.longest(at + 1, words).is_some();
    match text.at(at)? {
        '余' if !follows("姚|杭|江|额|热") => Some((Hedge::AtLeast, at + 1)),
        '多' if !is_manifold(text, at) => Some((Hedge::AtLeast, at + 1)),
        '来' if at == draft.end && measure(text, at + 1).is_some() => Some((Hedge::About, at + 1)),
        '+' => {
            let joins =
                text.at(at + 1).is_some_and(|next| next.is_ascii_alphanumeric()) || unit_at(text, at + 1).is_some();
            (!joins && !is_digit(text, at + 1)).then_some((Hedge::AtLeast, at + 1))
        }
        _ => None,
    }
}

/// Returns whether 多 begins a word: 多部门, 多媒体.
fn is_manifold(text: &Characters, at: usize) -> bool {
    let words = "部门|媒体|样|层次|功能|维|党|渠道|方|主体|领域|角度|语种|边|民族|形式";
    text.longest(at + 1, words).is_some()
}

fn begins_word(text: &Characters, at: usize, end: usize) -> bool {
    AFTER_BEHIND.iter().any(|(word, after)| text.text(at, end).ends_with(word) && text.is_one_of(end, after))
}

fn word_behind(text: &Characters, at: usize) -> Option<(Hedge, usize)> {
    let (length, hedge) = BEHIND
        .iter()
        .filter_map(|(hedge, words)| Some((text.longest(at, words)?, *hedge)))
        .max_by_key(|(length, _)| *length)?;
    let end = at + length;
    let hedges = !begins_word(text, at, end) && !is_inside_english(text, at, end);
    hedges.then_some((hedge, end))
}

/// Returns the hedge of the 多 in 3个多月 and 3年多, which counts parts of a unit.
fn more_of_unit(text: &Characters, unit: usize, at: usize) -> Option<Hedge> {
    if !text.is_one_of(at, "多余") || is_manifold(text, at) {
        return None;
    }
    let of_span = text.at(unit) == Some('个') && text.longest(at + 1, "月|小时|星期|世纪|季度|学期|工作日").is_some();
    let of_measure = text.is_before(at, "倍年月天日周时钟元亩里米吨斤岁期成番顷");
    (of_span || of_measure).then_some(Hedge::AtLeast)
}

/// Returns the hedge of the 内 in 3天内 and 3个月内, which only a span of time has.
fn within(text: &Characters, unit: usize, at: usize) -> Option<Hedge> {
    let of_time = text.is_before(at, "年月天日周时钟期度") && !text.is_before(at, "个");
    let is_within = text.at(at) == Some('内') && !text.is_one_of(at + 1, "容部设外涵地蒙");
    (of_time && is_within && unit < at).then_some(Hedge::AtMost)
}

/// Returns the hedge of 左右 behind what is counted: 300件提案左右.
fn left_right(text: &Characters, at: usize) -> Option<Hedge> {
    let words = (at..=at + 4).take_while(|&at| !text.is_one_of(at, "，。；、") && !is_digit(text, at));
    let found = words.filter(|&at| text.starts(at, "左右")).any(|at| !begins_word(text, at, at + 2));
    (found && !text.starts(at, "左右")).then_some(Hedge::About)
}

/// Returns what several hedges of one number say together. Two that contradict leave no bound to rely on.
pub(super) fn together(hedges: &[Hedge]) -> Hedge {
    let strong = |hedge: &Hedge| !matches!(hedge, Hedge::None | Hedge::Order | Hedge::Several);
    let mut said = hedges.iter().copied().filter(strong);
    match said.next() {
        Some(first) if said.all(|hedge| hedge == first) => first,
        Some(_) if hedges.iter().filter(|hedge| strong(hedge)).all(|hedge| is_upper(*hedge)) => Hedge::AtMost,
        Some(_) => Hedge::About,
        None if hedges.contains(&Hedge::Several) => Hedge::Several,
        None if hedges.contains(&Hedge::Order) => Hedge::Order,
        None => Hedge::None,
    }
}

const fn is_upper(hedge: Hedge) -> bool {
    matches!(hedge, Hedge::AtMost | Hedge::Below)
}
