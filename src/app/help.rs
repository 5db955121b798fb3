//! Writes the help: the keys that work on the screen, in groups, those of a presentation and of a line that is typed into,
//! and the meaning of the signs.

use super::action::Action;
use super::help_here;
use super::keymap::{Binding, BindingGroup, Chord, bindings};
use super::presentation::command::SlideCommand;
use super::state::State;
use crate::text::{CharSet, Lang, Phrase, width, wrap};

const SIGNS: Phrase = Phrase { zh: "标记怎么读", en: "How to read the signs" };
const PRESENTING: Phrase = Phrase { zh: "放映时", en: "While presenting" };
const TYPING: Phrase = Phrase { zh: "输入时", en: "While typing" };

/// The keys of a line that is typed into, which no settings change.
const TYPING_KEYS: &[(&str, Phrase)] = &[
    ("Ctrl-U", Phrase { zh: "清空光标之前", en: "Clear what is before the cursor" }),
    ("Ctrl-W", Phrase { zh: "删去前一词", en: "Delete the word before" }),
    ("Ctrl-A  Ctrl-E", Phrase { zh: "到行首、行尾", en: "To the start, to the end" }),
    ("Tab  Shift-Tab", Phrase { zh: "下一项、上一项", en: "Next, previous" }),
];

/// The signs and their meaning, each with its ASCII form.
const READINGS: &[(&str, &str, Phrase)] = &[
    (
        "≥150",
        ">=150",
        Phrase {
            zh: "原文“余、多、超”：只知下限", en: "“more than” in the source: a lower bound only"
        },
    ),
    ("<200", "<200", Phrase { zh: "原文“近、不足”：只知上限", en: "“nearly” in the source: an upper bound only" }),
    ("~30", "~30", Phrase { zh: "原文“约”：不作排序", en: "“about” in the source: never ranked" }),
    ("·", ".", Phrase { zh: "所见报道未提及，不等于零", en: "not in the articles held; not zero" }),
    ("'24", "'24", Phrase { zh: "数字所属年份", en: "the year of the figure" }),
    ("'??", "'??", Phrase { zh: "数字没有日期，年份不详", en: "the figure bears no date" }),
    (
        "235＋2",
        "235+2",
        Phrase { zh: "同年另有两个数字，列在详情中", en: "two more figures of that year, listed beside" },
    ),
    ("45^", "45^", Phrase { zh: "单位与本行不同，见条形图", en: "a unit other than the row's: see the bars" }),
    (
        "= ~ ×",
        "= ~ x",
        Phrase {
            zh: "一行可排位次、只可谨慎并列、不可比；只选两市时，指两市之间",
            en: "a row: can be ranked, with caution, not comparable; of two cities, between them",
        },
    ),
    ("2022.4–8?", "2022.4-8?", Phrase { zh: "时段有一端为推断", en: "an end of the period is inferred" }),
    ("█▸", "#>", Phrase { zh: "条形右端开口：只知下限", en: "a bar open at its end: a lower bound only" }),
    ("█▒", "#:", Phrase { zh: "条形的阴影段：数字在此范围内", en: "a bar's shaded part: the number lies in it" }),
    (
        "━■━",
        "=o=",
        Phrase {
            zh: "历年：一个数字及其时段，虚线为推断", en: "over time: a figure on its period; dashed: inferred"
        },
    ),
];

/// Over slides nothing is copied.
const SLIDES_AND_SETTINGS: Phrase = Phrase { zh: "改幻灯片与设置", en: "Changing slides, and settings" };

/// The smallest width with two columns.
const TWO_COLUMNS: u16 = 100;
/// The widest column: longer lines are harder to read.
const WIDEST: usize = 64;
/// The rows of the title and of the edge below the help.
pub const FRAME: u16 = 2;
/// The free cells between keys and their description.
const GAP: usize = 2;

/// A line of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpLine {
    /// The heading of a group.
    Heading(&'static str),
    /// Keys or a sign, and their description. A continued description has no keys.
    Entry(String, String),
    Blank,
}

/// A column of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpColumn {
    pub lines: Vec<HelpLine>,
    /// The width of the keys, with the gap after them.
    pub keys: usize,
}

/// The help, laid out for the size of the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    pub columns: Vec<HelpColumn>,
    /// The width of a column.
    pub width: usize,
}

impl Help {
    /// Lays out the help for the state's size.
    #[must_use]
    pub fn new(state: &State) -> Self {
        let (count, frame) = if state.size().0 < TWO_COLUMNS { (1, 4) } else { (2, 7) };
        let width = (usize::from(state.size().0).saturating_sub(frame) / count).min(WIDEST);
        let columns = if count == 1 {
            vec![column(state, ONE_BELOW_THE_OTHER.iter().copied(), width)]
        } else {
            SIDES.iter().map(|parts| column(state, parts.iter().copied(), width)).collect()
        };
        Self { columns, width }
    }

    /// Returns how many lines of the help are visible at once.
    #[must_use]
    pub fn room(state: &State) -> usize {
        usize::from(state.layout().body.height.saturating_sub(FRAME))
    }

    /// Returns the number of lines of the longest column.
    #[must_use]
    pub fn height(&self) -> usize {
        self.columns.iter().map(|column| column.lines.len()).max().unwrap_or(0)
    }
}

/// A part of the help under a heading of its own.
#[derive(Clone, Copy)]
enum HelpPart {
    /// What the keys do on the screen as it is now.
    Here,
    Keys(BindingGroup),
    /// What can be done with slides, for whoever has not begun to present.
    Presenting,
    Typing,
    Signs,
}

/// The parts in one column.
const ONE_BELOW_THE_OTHER: &[HelpPart] = &[
    HelpPart::Here,
    HelpPart::Keys(BindingGroup::Go),
    HelpPart::Keys(BindingGroup::Look),
    HelpPart::Keys(BindingGroup::Move),
    HelpPart::Presenting,
    HelpPart::Keys(BindingGroup::Words),
    HelpPart::Keys(BindingGroup::Leave),
    HelpPart::Typing,
    HelpPart::Signs,
];

/// The parts on the left and on the right, if there are two columns.
const SIDES: [&[HelpPart]; 2] = [
    &[
        HelpPart::Here,
        HelpPart::Keys(BindingGroup::Go),
        HelpPart::Keys(BindingGroup::Look),
        HelpPart::Presenting,
        HelpPart::Keys(BindingGroup::Leave),
    ],
    &[HelpPart::Keys(BindingGroup::Move), HelpPart::Keys(BindingGroup::Words), HelpPart::Typing, HelpPart::Signs],
];

type Entries = Vec<(String, &'static str)>;

fn entries(state: &State, part: HelpPart) -> (&'static str, Entries) {
    let (lang, charset) = (state.lang(), state.charset());
    let entry = |binding: &Binding| (keys(binding, charset), binding.about.get(lang));
    let is_on_slides = state.is_presenting();
    match part {
        // Over slides the keys of the screens behind them do nothing.
        HelpPart::Here if is_on_slides => (SLIDES_AND_SETTINGS.get(lang), Entries::new()),
        HelpPart::Here => help_here::entries(state, entry),
        HelpPart::Signs => (SIGNS.get(lang), readings(lang, charset)),
        HelpPart::Typing => {
            (TYPING.get(lang), TYPING_KEYS.iter().map(|(keys, about)| ((*keys).to_owned(), about.get(lang))).collect())
        }
        HelpPart::Presenting if state.is_presenting() => (PRESENTING.get(lang), Entries::new()),
        HelpPart::Presenting => {
            let shown = [BindingGroup::Look, BindingGroup::Words];
            let of_slides =
                |binding: &&Binding| matches!(binding.action, Action::Present(_)) && shown.contains(&binding.group);
            let bound = state.keys().presentation.iter().filter(of_slides);
            (PRESENTING.get(lang), bound.filter(|binding| !binding.chords.is_empty()).map(entry).collect())
        }
        HelpPart::Keys(group) => {
            let here =
                bindings(state).iter().filter(|binding| binding.group == group && binding.works_on(state.screen()));
            let bound = here.filter(|binding| !binding.chords.is_empty() && !help_here::is_told(state, binding));
            let name = if is_on_slides && group == BindingGroup::Words { SLIDES_AND_SETTINGS } else { group.name() };
            (name.get(lang), bound.map(entry).collect())
        }
    }
}

/// Returns the keys of a binding; of several digits only the first and the last.
fn keys(binding: &Binding, charset: CharSet) -> String {
    let is_digit = matches!(binding.action, Action::Present(SlideCommand::Digit(_)));
    if let ([first, .., last], true) = (&*binding.chords, is_digit) {
        return format!("{} … {}", first.name(charset), last.name(charset));
    }
    // Whoever presses Shift-F5 need not know as which of these the terminal counts it.
    let is_on_keyboards = |chord: &&Chord| !chord.is_beyond_f12();
    let (known, all) = (binding.chords.iter().filter(is_on_keyboards), binding.chords.iter());
    let shown: Vec<_> = if known.clone().next().is_some() { known.collect() } else { all.collect() };
    shown.into_iter().map(|chord| chord.name(charset)).collect::<Vec<_>>().join("  ")
}

fn readings(lang: Lang, charset: CharSet) -> Entries {
    let sign = |unicode: &str, ascii: &str| charset.pick(unicode, ascii).to_owned();
    READINGS.iter().map(|(unicode, ascii, words)| (sign(unicode, ascii), words.get(lang))).collect()
}

/// Returns the parts below each other, with a free line between them. Empty parts are left out.
fn column(state: &State, parts: impl Iterator<Item = HelpPart>, room: usize) -> HelpColumn {
    let parts = parts.map(|part| entries(state, part)).filter(|(_, entries)| !entries.is_empty());
    let parts: Vec<(&str, Entries)> = parts.collect();
    let entries = parts.iter().flat_map(|(_, entries)| entries);
    let keys = entries.map(|(keys, _)| width(keys)).max().unwrap_or(0) + GAP;
    let blocks: Vec<Vec<HelpLine>> =
        parts.iter().map(|(heading, entries)| block(heading, entries, room.saturating_sub(keys))).collect();
    HelpColumn { lines: blocks.join(&HelpLine::Blank), keys }
}

fn block(heading: &'static str, entries: &Entries, room: usize) -> Vec<HelpLine> {
    let mut lines = vec![HelpLine::Heading(heading)];
    for (keys, about) in entries {
        let mut keys = keys.clone();
        for words in wrap_evenly(about, room) {
            lines.push(HelpLine::Entry(std::mem::take(&mut keys), words));
        }
    }
    lines
}

/// Wraps a description so that no character stands alone on its last line: among the widths that need as many lines, the
/// widest at which all lines end where the sentence pauses, or else the one that makes them most even.
fn wrap_evenly(about: &str, room: usize) -> Vec<String> {
    let widths = (1..=room.max(1)).rev().map(|width| wrap(about, width));
    let count = wrap(about, room).len();
    if count == 1 {
        return vec![about.to_owned()];
    }
    let candidates: Vec<Vec<String>> = widths.take_while(|lines| lines.len() == count).collect();
    let pauses = |lines: &&Vec<String>| {
        lines.iter().rev().skip(1).all(|line| line.trim_end().ends_with(['，', '；', '、', '：', ',', ';', ':']))
    };
    let chosen = candidates.iter().find(pauses).or(candidates.last());
    chosen.cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::keymap::BINDINGS;
    use super::*;

    #[test]
    fn both_arrangements_show_every_part_once() {
        let sides = SIDES.iter().flat_map(|parts| parts.iter());
        let groups: Vec<BindingGroup> = sides
            .filter_map(|part| match part {
                HelpPart::Keys(group) => Some(*group),
                HelpPart::Here | HelpPart::Presenting | HelpPart::Typing | HelpPart::Signs => None,
            })
            .collect();
        assert_eq!(groups.len(), BindingGroup::ALL.len());
        assert!(BindingGroup::ALL.iter().all(|group| groups.contains(group)));
        assert!(BINDINGS.iter().all(|binding| groups.contains(&binding.group)));
    }
}
