//! The input line for finding, and what was found, with the characters that match.

use super::pen::{Pen, line, right_of};
use super::popup;
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
/// The cells for the kind of thing.
const KIND: [(Lang, usize); 2] = [(Lang::Zh, 6), (Lang::En, 12)];

/// Draws it.
pub(super) fn draw(state: &State, find: &Find, pen: &mut Pen<'_>, places: FindBox) {
    popup::frame(pen, places.popup, TITLE.get(state.lang()));
    let count = match state.lang() {
        Lang::Zh => format!("{} 项 ", find.hits().len()),
        Lang::En => format!("{} found ", find.hits().len()),
    };
    pen.text_right(Rect { height: 1, ..places.popup }, &count, pen.look.badge());
    let ground = pen.look.row();
    let prompt = Rect { x: places.input.x - PROMPT.min(places.input.x), width: PROMPT, ..places.input };
    pen.text(right_of(prompt, 1), pen.look.sign("›", ">"), pen.look.strong().patch(ground));
    let (shown, _) = find.input().window(usize::from(places.input.width));
    if find.input().text().is_empty() {
        // The cursor stands before it, on a free cell.
        pen.text(right_of(places.input, 1), HOW.get(state.lang()), pen.look.dim().patch(ground));
    } else {
        pen.text(places.input, shown, pen.look.strong().patch(ground));
    }
    if find.hits().is_empty() {
        pen.text(right_of(places.list, 2), NOTHING.get(state.lang()), pen.look.dim().patch(ground));
    }
    let shown = find.hits().iter().enumerate().skip(find.top()).take(usize::from(places.list.height));
    for (row, (index, hit)) in shown.enumerate() {
        if let (Some(place), Some(candidate)) = (line(places.list, row), find.entry(hit)) {
            draw_hit(state, pen, place, candidate, hit, index == find.cursor());
        }
    }
    let hidden = find.hits().len().saturating_sub(find.top() + usize::from(places.list.height));
    if hidden > 0 {
        let foot = Rect { y: places.list.bottom(), height: 1, ..places.list };
        super::chrome::more(pen, foot, hidden, state.lang(), ground);
    }
}

fn draw_hit(state: &State, pen: &mut Pen<'_>, place: Rect, candidate: &IndexEntry, hit: &Hit, selected: bool) {
    let look = pen.look;
    // The selected row has the head's colours where there are any: a popup's ground is that of a selected row.
    let ground = if selected { look.chosen() } else { look.row() };
    pen.paint(place, ground);
    if selected {
        pen.text(place, look.sign("▌", ">"), look.strong().patch(ground));
    }
    let on = |style: Style| if selected { ground } else { style.patch(ground) };
    let kind_room = KIND.into_iter().find(|(lang, _)| *lang == state.lang()).map_or(0, |(_, room)| room);
    let kind = candidate.target.kind().get(state.lang());
    pen.text(right_of(place, 2), &fit(kind, kind_room), on(look.dim()));
    let rest = right_of(place, 2 + u16::try_from(kind_room).unwrap_or(0));
    if let Some(area) = candidate.area {
        pen.text(rest, look.mark(area.position()), on(look.area(area.position())));
    }
    let text = right_of(rest, 2);
    let plain = if selected { look.strong().patch(ground) } else { ground };
    let found = if selected { plain.add_modifier(Modifier::UNDERLINED) } else { plain.patch(look.found()) };
    let Some(form) = candidate.forms.get(hit.form) else { return };
    // An article's other form is the same title after the city's other name.
    let is_instead = hit.form == 0 || matches!(candidate.target, SearchTarget::Article(_));
    if is_instead {
        let used = marked(pen, text, &form.text, &hit.matched, [plain, found]);
        let free = usize::from(text.width.saturating_sub(used));
        if width(&candidate.detail) + 3 <= free {
            let room = Rect { width: text.width.saturating_sub(1), ..text };
            pen.text_right(right_of(room, used), &candidate.detail, on(look.dim()));
        }
        return;
    }
    // What matches must be seen, and so must what is meant.
    let room = usize::from(text.width);
    let room = room.saturating_sub(width(&form.text) + 3).max(room / 2);
    let used = pen.text(text, &fit(candidate.label(), room), plain);
    let found = if selected { found } else { on(look.dim()).patch(look.found()) };
    marked(pen, right_of(text, used + 2), &form.text, &hit.matched, [on(look.dim()), found]);
}

/// Writes a text with some of its characters marked, in the styles of the others and of these; gives the cells used.
fn marked(pen: &mut Pen<'_>, place: Rect, text: &str, marks: &[usize], [plain, found]: [Style; 2]) -> u16 {
    let cut = fit(text, usize::from(place.width));
    let (mut at, mut used) = (0, 0);
    for cluster in cut.graphemes(true) {
        let next = at + cluster.chars().count();
        let is_marked = marks.iter().any(|mark| (at..next).contains(mark));
        used += pen.text(right_of(place, used), cluster, if is_marked { found } else { plain });
        at = next;
    }
    used
}
