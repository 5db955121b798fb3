//! Draws the popup for choosing areas: groups and areas, each with its mark.

use super::canvas::{Canvas, right_of};
use super::popup;
use crate::app::State;
use crate::app::area_chooser::{AreaChooser, ChooserRow};
use crate::app::layout::ChooserBox;
use crate::text::{Lang, Phrase, fit};
use itertools::Itertools;
use ratatui::layout::Rect;

const TITLE: Phrase = Phrase { zh: " 选择城市 ", en: " Choose cities " };
const HOME: Phrase = Phrase { zh: "本市", en: "own city" };
const KEYS: Phrase = Phrase {
    zh: "空格 选或不选  a 全选  n 全不选  Enter 确定  Esc 取消",
    en: "Space mark  a all  n none  Enter show  Esc cancel",
};

/// Draws the visible rows, the keys, and how many areas are marked.
pub(super) fn draw(state: &State, chooser: &AreaChooser, canvas: &mut Canvas<'_>, layout: ChooserBox) {
    let (marked, all) = (chooser.marked().len(), state.dataset().areas.len());
    let count = match state.lang() {
        Lang::Zh => format!("{marked}/{all} 市 "),
        Lang::En => format!("{marked} of {all} "),
    };
    popup::draw_frame_with(canvas, layout.popup, TITLE.get(state.lang()), &count);
    for (rect, (index, row)) in layout.list.rows().zip(chooser.rows().enumerate().skip(chooser.top())) {
        draw_row(state, canvas, rect, (row, chooser.is_marked(row)), index == chooser.cursor());
    }
    let background = canvas.appearance.selected_row();
    canvas.text(layout.keys, KEYS.get(state.lang()), canvas.appearance.dim().patch(background));
    let hidden = chooser.height().saturating_sub(chooser.top() + usize::from(layout.list.height));
    let foot = Rect { y: layout.keys.bottom(), ..layout.keys };
    super::hidden_lines::draw(canvas, foot, (chooser.top(), hidden), state.lang(), background);
}

fn draw_row(
    state: &State,
    canvas: &mut Canvas<'_>,
    rect: Rect,
    (row, is_marked): (ChooserRow<'_>, bool),
    selected: bool,
) {
    let appearance = canvas.appearance;
    let background = if selected { appearance.selected_row_in_popup() } else { appearance.selected_row() };
    canvas.paint(rect, background);
    let strong = appearance.strong().patch(background);
    if selected {
        canvas.text(rect, appearance.sign("▌", ">"), strong);
    }
    let mark = if is_marked { "[x] " } else { "[ ] " };
    let mut used = 2;
    used += canvas.text(right_of(rect, used), mark, if is_marked { strong } else { background });
    let lang = state.lang();
    let name = |area| state.dataset().areas[area].name.get(lang).to_owned();
    match row {
        ChooserRow::Area(area) => {
            used += canvas.area_symbol(right_of(rect, used), area.position()) + 1;
            used += canvas.text(right_of(rect, used), &name(area), background) + 2;
            if state.home() == Some(area) {
                canvas.text(right_of(rect, used), HOME.get(lang), background);
            }
        }
        ChooserRow::Group(group) => {
            used += canvas.text(right_of(rect, used), &format!("@{}", group.name), strong) + 2;
            let free = right_of(rect, used);
            let names = group.areas.iter().copied().map(name).join(if lang == Lang::Zh { "、" } else { ", " });
            canvas.text(free, &fit(&names, usize::from(free.width)), background);
        }
    }
}
