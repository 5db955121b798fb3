//! Draws the list of decks: name, number of slides, and where each comes from.

use super::canvas::{Canvas, right_of};
use super::popup;
use crate::app::State;
use crate::app::deck_chooser::DeckChooser;
use crate::app::layout::ChooserBox;
use crate::deck::DeckSource;
use crate::text::{Lang, Phrase, fit, width};
use ratatui::layout::Rect;

const TITLE: Phrase = Phrase { zh: " 选择演示稿 ", en: " Choose a deck " };
const KEYS: Phrase = Phrase {
    zh: "Enter 放映  c 复制成自己的  Esc 取消",
    en: "Enter present  c copy into your own  Esc cancel",
};

/// Draws the visible rows and the keys.
pub(super) fn draw(state: &State, chooser: &DeckChooser, canvas: &mut Canvas<'_>, layout: ChooserBox) {
    let lang = state.lang();
    popup::draw_frame(canvas, layout.popup, TITLE.get(lang));
    let background = canvas.appearance.selected_row();
    for (index, rect) in layout.list.rows().enumerate() {
        let at = chooser.top() + index;
        let Some(deck) = chooser.decks().get(at).map(|deck| &state.decks()[*deck]) else { break };
        let is_here = at == chooser.cursor();
        let style = if is_here { canvas.appearance.selected_row_in_popup() } else { background };
        let strong = canvas.appearance.strong().patch(style);
        canvas.paint(rect, style);
        if is_here {
            canvas.text(rect, canvas.appearance.sign("▌", ">"), strong);
        }
        let about = about(deck.slides.len(), deck.source, lang);
        let room = usize::from(rect.width).saturating_sub(width(&about) + 5);
        canvas.text(right_of(rect, 2), &fit(deck.name.get(lang), room), if is_here { strong } else { style });
        let dim = if is_here { style } else { canvas.appearance.dim().patch(style) };
        canvas.text_right(Rect { width: rect.width.saturating_sub(1), ..rect }, &about, dim);
    }
    let keys =
        Rect { x: layout.keys.x + 2.min(layout.keys.width), width: layout.keys.width.saturating_sub(2), ..layout.keys };
    canvas.text(keys, KEYS.get(lang), canvas.appearance.dim().patch(background));
    let hidden = chooser.decks().len().saturating_sub(chooser.top() + usize::from(layout.list.height));
    let foot = Rect { y: layout.keys.bottom(), ..layout.keys };
    super::hidden_lines::draw(canvas, foot, (chooser.top(), hidden), lang, background);
}

fn about(slides: usize, source: DeckSource, lang: Lang) -> String {
    let source = source.name().get(lang);
    match (lang, slides) {
        (Lang::Zh, _) => format!("{slides} 页  {source}"),
        (Lang::En, 1) => format!("1 slide  {source}"),
        (Lang::En, _) => format!("{slides} slides  {source}"),
    }
}
