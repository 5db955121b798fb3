//! Draws the popup for finding: the input line, and the hits with the matching characters marked.

use super::canvas::{Canvas, right_of};
use super::{find_row, popup};
use crate::app::State;
use crate::app::find::Find;
use crate::app::layout::{FindBox, PROMPT};
use crate::search::{Hit, IndexEntry, SearchTarget};
use crate::text::{Lang, Phrase, fit, width};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

const TITLE: Phrase = Phrase { zh: " 查找 ", en: " Find " };
const NOTHING: Phrase = Phrase { zh: "没有找到", en: "Nothing found" };
const HOW: Phrase = Phrase {
    zh: "汉字、英文、拼音或首字母，如 bz",
    en: "Chinese, English, pinyin or its initials, as bz",
};
/// The width of the column with the kind of a hit, in each language.
const KIND: [(Lang, usize); 2] = [(Lang::Zh, 6), (Lang::En, 12)];

/// Narrower lists leave the kind of a figure out.
const NARROW: u16 = 60;
/// Fewer cells than these tell nothing of what matches.
const LEAST: usize = 8;

/// Draws the input line and the visible hits.
pub(super) fn draw(state: &State, find: &Find, canvas: &mut Canvas<'_>, layout: FindBox) {
    let count = match state.lang() {
        Lang::Zh => format!("{} 项 ", find.hits().len()),
        Lang::En => format!("{} found ", find.hits().len()),
    };
    popup::draw_frame_with(canvas, layout.popup, TITLE.get(state.lang()), &count);
    let background = canvas.appearance.selected_row();
    let prompt = Rect { x: layout.input.x - PROMPT.min(layout.input.x), width: PROMPT, ..layout.input };
    canvas.text(right_of(prompt, 1), canvas.appearance.sign("›", ">"), canvas.appearance.strong().patch(background));
    let (shown, _) = find.input().window(usize::from(layout.input.width));
    if find.input().text().is_empty() {
        // The cursor is on the free cell before the hint.
        canvas.text(right_of(layout.input, 1), HOW.get(state.lang()), canvas.appearance.dim().patch(background));
    } else {
        canvas.text(layout.input, shown, canvas.appearance.strong().patch(background));
    }
    if find.hits().is_empty() {
        canvas.text(right_of(layout.list, 2), NOTHING.get(state.lang()), canvas.appearance.dim().patch(background));
    }
    for (row, (index, hit)) in layout.list.rows().zip(find.hits().iter().enumerate().skip(find.top())) {
        if let Some(entry) = find.entry(hit) {
            draw_hit(state, canvas, row, (entry, *hit, &find.matched(*hit)), index == find.cursor());
        }
    }
    let hidden = find.hits().len().saturating_sub(find.top() + usize::from(layout.list.height));
    let foot = Rect { y: layout.list.bottom(), height: 1, ..layout.list };
    super::hidden_lines::draw(canvas, foot, (find.top(), hidden), state.lang(), background);
}

/// Draws an entry with its hit and the characters that match.
fn draw_hit(
    state: &State,
    canvas: &mut Canvas<'_>,
    rect: Rect,
    (entry, hit, positions): (&IndexEntry, Hit, &[usize]),
    selected: bool,
) {
    let appearance = canvas.appearance;
    // The popup's background is that of a selected row, so the selected hit takes the colours of the title.
    let background = if selected { appearance.selected_row_in_popup() } else { appearance.selected_row() };
    canvas.paint(rect, background);
    if selected {
        canvas.text(rect, appearance.sign("▌", ">"), appearance.strong().patch(background));
    }
    let on = |style: Style| if selected { background } else { style.patch(background) };
    let kind_width = KIND.into_iter().find(|(lang, _)| *lang == state.lang()).map_or(0, |(_, cells)| cells);
    // Where it is narrow a figure needs the cells: its value says what kind of thing it is.
    let is_clear = matches!(entry.target, SearchTarget::Figure(_)) && rect.width < NARROW;
    let kind_width = if is_clear { 0 } else { kind_width };
    let kind = entry.target.kind().get(state.lang());
    canvas.text(right_of(rect, 2), &fit(kind, kind_width), on(appearance.dim()));
    let remaining = right_of(rect, 2 + u16::try_from(kind_width).unwrap_or(0));
    if let Some(area) = entry.area {
        canvas.text(remaining, appearance.area_symbol(area.position()), on(appearance.area_mark(area.position())));
    }
    let text = right_of(remaining, 2);
    let plain = if selected { appearance.strong().patch(background) } else { background };
    let matched = if selected { plain.add_modifier(Modifier::UNDERLINED) } else { plain.patch(appearance.matched()) };
    let Some(form) = entry.forms.get(hit.form) else { return };
    // The second name of an article is its title with another name of the city, or of the outlet.
    let is_of_title = matches!(entry.target, SearchTarget::Article(_)) && !form.is_code();
    let label = find_row::label(state, entry, usize::from(text.width));
    let is_named = hit.form == 0 || is_of_title;
    let marked = if hit.form == 0 { find_row::marked_in(&label, &form.text, positions) } else { Vec::new() };
    let used = draw_matched(canvas, text, &label, &marked, [plain, matched]);
    let free = usize::from(text.width.saturating_sub(used));
    if is_named {
        if width(&entry.detail) + 3 <= free {
            let inner = Rect { width: text.width.saturating_sub(1), ..text };
            canvas.text_right(right_of(inner, used), &entry.detail, on(appearance.dim()));
        }
    } else if free > LEAST {
        // Show both what it is called and what matches.
        let matched = if selected { matched } else { on(appearance.dim()).patch(appearance.matched()) };
        draw_matched(canvas, right_of(text, used + 2), &form.text, positions, [on(appearance.dim()), matched]);
    }
}

/// Writes a text, with the characters at `positions` in the second of the two styles. Returns the cells used.
fn draw_matched(
    canvas: &mut Canvas<'_>,
    rect: Rect,
    text: &str,
    positions: &[usize],
    [plain, matched]: [Style; 2],
) -> u16 {
    let cut = fit(text, usize::from(rect.width));
    let (mut at, mut used) = (0, 0);
    for cluster in cut.graphemes(true) {
        let next = at + cluster.chars().count();
        let is_matched = positions.iter().any(|index| (at..next).contains(index));
        used += canvas.text(right_of(rect, used), cluster, if is_matched { matched } else { plain });
        at = next;
    }
    used
}
