//! The help: every key from the key table, and how to read the signs.

use super::Glyphs;
use super::pen::{Pen, line, right_of};
use crate::app::State;
use crate::app::keys::bindings;
use crate::text::{Phrase, pad_right, width};
use ratatui::layout::Rect;

const TITLE: Phrase = Phrase { zh: " 帮助 · 按 Esc 返回 ", en: " Help · Esc goes back " };

/// How the signs are read; each with its ASCII form.
const SIGNS: &[(&str, &str, Phrase)] = &[
    ("≥150", ">=150", Phrase { zh: "原文“余、多、超”：只知下限", en: "printed “or more”: a lower bound only" }),
    ("<200", "<200", Phrase { zh: "原文“近、不足”：只知上限", en: "printed “nearly”: an upper bound only" }),
    ("~30", "~30", Phrase { zh: "原文“约”：不作排序", en: "printed “about”: never ranked" }),
    ("·", ".", Phrase { zh: "所见报道未提及，不等于零", en: "not reported in the articles held; not zero" }),
    ("'24", "'24", Phrase { zh: "各市年份不同时，数字所属年份", en: "the figure’s year, where years differ" }),
    ("2022.4–8?", "2022.4-8?", Phrase { zh: "时段有一端为推断", en: "an end of the period is inferred" }),
];

/// Draws the help over `area`, scrolled down by `scroll` lines as far as there is more.
pub(super) fn draw(state: &State, pen: &mut Pen<'_>, area: Rect, scroll: usize) {
    let lines = lines(state, pen);
    let widest =
        lines.iter().map(|(keys, words)| keys_width() + width(keys).saturating_sub(keys_width()) + width(words));
    let room = u16::try_from(widest.max().unwrap_or(0) + 4).unwrap_or(u16::MAX).clamp(30, area.width);
    let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX).min(area.height);
    let popup =
        Rect { x: area.x + (area.width - room) / 2, y: area.y + (area.height - height) / 2, width: room, height };
    let shown = usize::from(height.saturating_sub(2));
    let scroll = scroll.min(lines.len().saturating_sub(shown));
    super::popup::frame(pen, popup, TITLE.get(state.lang));
    for (row, (keys, words)) in lines.iter().skip(scroll).take(shown).enumerate() {
        let Some(place) = line(popup, row + 1) else { continue };
        let used =
            pen.text(right_of(place, 2), &pad_right(keys, keys_width()), pen.look.strong().patch(pen.look.row()));
        pen.text(right_of(place, 2 + used), words, pen.look.row());
    }
    let hidden = lines.len().saturating_sub(scroll + shown);
    let foot = Rect { x: popup.x + 1, y: popup.bottom() - 1, width: popup.width - 2, height: 1 };
    super::chrome::more(pen, foot, hidden, state.lang, pen.look.row());
}

const fn keys_width() -> usize {
    20
}

/// A key's name; arrows in words where they can't be drawn.
fn name(pen: &Pen<'_>, name: String) -> String {
    let word = match name.as_str() {
        "↑" => "Up",
        "↓" => "Down",
        "←" => "Left",
        "→" => "Right",
        _ => return name,
    };
    if pen.look.glyphs == Glyphs::Unicode { name } else { word.to_owned() }
}

fn lines(state: &State, pen: &Pen<'_>) -> Vec<(String, String)> {
    let lang = state.lang;
    let keys = bindings(state).iter().filter(|binding| binding.works_on(state.screen)).map(|binding| {
        let keys: Vec<String> = binding.chords.iter().map(|chord| name(pen, chord.name())).collect();
        (keys.join("  "), binding.about.get(lang).to_owned())
    });
    let signs = SIGNS
        .iter()
        .map(|(unicode, ascii, words)| (pen.look.sign(unicode, ascii).to_owned(), words.get(lang).to_owned()));
    keys.chain(std::iter::once((String::new(), String::new()))).chain(signs).collect()
}
