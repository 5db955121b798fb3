//! The help as lines: the keys in force that work on the screen, in groups, and how the signs are read.

use super::keys::{Binding, Group};
use super::state::State;
use crate::text::number::Signs;
use crate::text::{Lang, Phrase, width, wrap};

const SIGNS: Phrase = Phrase { zh: "标记怎么读", en: "How to read the signs" };

/// How the signs are read; each with its ASCII form.
const READINGS: &[(&str, &str, Phrase)] = &[
    ("≥150", ">=150", Phrase { zh: "原文“余、多、超”：只知下限", en: "printed “or more”: a lower bound only" }),
    ("<200", "<200", Phrase { zh: "原文“近、不足”：只知上限", en: "printed “nearly”: an upper bound only" }),
    ("~30", "~30", Phrase { zh: "原文“约”：不作排序", en: "printed “about”: never ranked" }),
    ("·", ".", Phrase { zh: "所见报道未提及，不等于零", en: "not reported in the articles held; not zero" }),
    ("'24", "'24", Phrase { zh: "各市年份不同时，数字所属年份", en: "the figure’s year, where years differ" }),
    ("2022.4–8?", "2022.4-8?", Phrase { zh: "时段有一端为推断", en: "an end of the period is inferred" }),
];

/// From this width on the help has two columns.
const TWO_COLUMNS: u16 = 100;
/// No column is wider: longer lines are harder to read.
const WIDEST: usize = 64;
/// Between the keys and what they do.
const GAP: usize = 2;

/// A line of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The heading of a group.
    Heading(&'static str),
    /// Keys, or a sign, and what they do, or mean; a line that goes on has no keys.
    Entry(String, String),
    /// Nothing.
    Blank,
}

/// The help, laid out for the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    /// One column, or two.
    pub columns: Vec<Vec<Line>>,
    /// The cells of a column.
    pub width: usize,
    /// The cells of its keys, with the gap behind them.
    pub keys: usize,
}

impl Help {
    /// Lays the help out for the size that the state holds.
    #[must_use]
    pub fn new(state: &State) -> Self {
        let (columns, frame) = if state.size.0 < TWO_COLUMNS { (1, 4) } else { (2, 7) };
        let groups = groups(state);
        let entries = groups.iter().flat_map(|(_, entries)| entries);
        let keys = entries.map(|(keys, _)| width(keys)).max().unwrap_or(0) + GAP;
        let room = (usize::from(state.size.0).saturating_sub(frame) / columns).min(WIDEST);
        let blocks: Vec<Vec<Line>> = groups.into_iter().map(|group| block(group, keys, room)).collect();
        let columns = if columns == 1 { vec![joined(&blocks)] } else { halves(&blocks) };
        Self { columns, width: room, keys }
    }

    /// The lines of the longest column.
    #[must_use]
    pub fn height(&self) -> usize {
        self.columns.iter().map(Vec::len).max().unwrap_or(0)
    }
}

type Entries = Vec<(String, &'static str)>;

fn groups(state: &State) -> Vec<(&'static str, Entries)> {
    let (lang, signs) = (state.lang, state.signs);
    let here = |group| {
        let works = move |binding: &&Binding| binding.group == group && binding.works_on(state.screen);
        state.keys.iter().filter(works).filter(|binding| !binding.chords.is_empty())
    };
    let entry = |binding: &Binding| (keys(binding, signs), binding.about.get(lang));
    let keys = Group::ALL.map(|group| (group.name().get(lang), here(group).map(entry).collect::<Entries>()));
    let keys = keys.into_iter().filter(|(_, entries)| !entries.is_empty());
    keys.chain(std::iter::once((SIGNS.get(lang), readings(lang, signs)))).collect()
}

fn keys(binding: &Binding, signs: Signs) -> String {
    binding.chords.iter().map(|chord| chord.name(signs)).collect::<Vec<_>>().join("  ")
}

fn readings(lang: Lang, signs: Signs) -> Entries {
    let sign = |unicode: &str, ascii: &str| if signs == Signs::Unicode { unicode } else { ascii }.to_owned();
    READINGS.iter().map(|(unicode, ascii, words)| (sign(unicode, ascii), words.get(lang))).collect()
}

fn block((heading, entries): (&'static str, Entries), keys: usize, room: usize) -> Vec<Line> {
    let mut lines = vec![Line::Heading(heading)];
    for (chords, about) in entries {
        let mut chords = Some(chords);
        for words in wrap(about, room.saturating_sub(keys)) {
            lines.push(Line::Entry(chords.take().unwrap_or_default(), words));
        }
    }
    lines
}

/// The blocks below each other, with a free line between them.
fn joined(blocks: &[Vec<Line>]) -> Vec<Line> {
    blocks.join(&Line::Blank)
}

/// The blocks in two columns of much the same length, in their order.
fn halves(blocks: &[Vec<Line>]) -> Vec<Vec<Line>> {
    let cut = |at: usize| blocks.split_at(at);
    let longer = |at: &usize| {
        let (left, right) = cut(*at);
        joined(left).len().max(joined(right).len())
    };
    let (left, right) = cut((1..=blocks.len()).min_by_key(longer).unwrap_or(blocks.len()));
    vec![joined(left), joined(right)]
}
