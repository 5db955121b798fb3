//! Draws the editor of a slide's words and notes, and the menu for a new slide.

use crate::app::State;
use crate::app::layout::{FieldBox, NewSlideBox, WordsBox};
use crate::app::presentation::new_slide_menu::{NewSlideChoice, NewSlideMenu};
use crate::app::presentation::words_editor::{EditedSlide, WordsEditor, WordsField};
use crate::app::text_area::AreaPiece;
use crate::text::{Lang, Phrase, fit, width, wrap};
use crate::view::canvas::{Canvas, right_of};
use crate::view::{hidden_lines, popup};
use crate::wording::figure_sentence;
use ratatui::layout::Rect;
use ratatui::style::Style;

const NEW_SLIDE: Phrase = Phrase { zh: " 新建一页 ", en: " New slide " };
const DISCARD: Phrase = Phrase {
    zh: "放弃所作的改动？Enter 放弃，Esc 继续改",
    en: "Throw the changes away? Enter does, Esc goes back",
};
const NEEDED: Phrase = Phrase { zh: "必填", en: "needed" };
const FROM_CONTENT: Phrase = Phrase { zh: "不填则按内容", en: "left empty: from what it shows" };
const PARAGRAPHS: Phrase = Phrase { zh: "每行一段", en: "a paragraph on each line" };
const SPOKEN: Phrase = Phrase {
    zh: "只在演讲者屏幕上显示（cppcc present --notes）",
    en: "shown to the speaker alone (cppcc present --notes)",
};
const HOW: Phrase = Phrase {
    zh: "数字按 Ctrl-F 查找填入，即有出处；直接写的，放映时标“未注出处”",
    en: "Ctrl-F finds a figure and puts it in, with its source; a number typed by hand is marked unsourced",
};
const CHINESE: Phrase = Phrase { zh: "中文（F2 改英文） ", en: "Chinese (F2 for English) " };
const ENGLISH: Phrase = Phrase { zh: "英文（F2 改中文） ", en: "English (F2 for Chinese) " };

/// Draws the fields, and at the foot a question, why the words were refused, or how it is done.
pub(super) fn draw(state: &State, editor: &WordsEditor, canvas: &mut Canvas<'_>) {
    let Some(layout) = state.words_box() else { return };
    let lang = state.lang();
    let name = if lang == Lang::Zh { CHINESE } else { ENGLISH };
    let name = if editor.has_other_language() { name.get(lang) } else { "" };
    popup::draw_frame_with(canvas, layout.popup, &title(editor, lang), name);
    for field in &layout.fields {
        draw_field(editor, canvas, field, lang);
    }
    draw_foot(state, editor, canvas, &layout);
}

fn title(editor: &WordsEditor, lang: Lang) -> String {
    let kind = editor.kind().label().get(lang);
    match (editor.edited(), lang) {
        (EditedSlide::Held(slide), Lang::Zh) => format!(" 第 {} 页 · {kind} ", slide.number().get()),
        (EditedSlide::Held(slide), Lang::En) => format!(" Slide {} · {kind} ", slide.number().get()),
        (EditedSlide::New { .. }, Lang::Zh) => format!(" 新建一页 · {kind} "),
        (EditedSlide::New { .. }, Lang::En) => format!(" New slide · {kind} "),
    }
}

fn draw_field(editor: &WordsEditor, canvas: &mut Canvas<'_>, placed: &FieldBox, lang: Lang) {
    let appearance = canvas.appearance;
    let is_here = placed.field == editor.field();
    let background = appearance.selected_row();
    let (dim, strong) = (appearance.dim().patch(background), appearance.strong().patch(background));
    // A bar along the whole field is calmer than a painted block, and can be seen without colours.
    for row in placed.text.rows().filter(|_| is_here) {
        canvas.text(Rect { x: placed.label.x, width: 1, ..row }, appearance.sign("▌", ">"), strong);
    }
    let name = placed.field.name().get(lang);
    canvas.text(right_of(placed.label, 2), name, if is_here { strong } else { dim });
    let is_empty = editor.area(placed.field, lang).text().is_empty();
    if is_empty {
        // The cell of the cursor stays free.
        let hint = right_of(placed.text, 1);
        canvas.text(hint, &fit(hint_of(editor, placed.field).get(lang), usize::from(hint.width)), dim);
    }
    for (rect, row) in placed.text.rows().zip(&placed.rows) {
        let mut used = 0;
        for piece in &row.pieces {
            let (words, style) = match piece {
                AreaPiece::Words(words) => (words, background),
                AreaPiece::Figure(value) => (value, strong),
            };
            used += canvas.text(right_of(rect, used), words, style);
        }
    }
    let under = Rect { y: placed.text.bottom(), height: 1, ..placed.text };
    hidden_lines::draw(canvas, under, placed.hidden, lang, appearance.selected_row());
}

/// Returns what stands in an empty field.
fn hint_of(editor: &WordsEditor, field: WordsField) -> Phrase {
    match field {
        _ if editor.needs(field) => NEEDED,
        WordsField::Title => FROM_CONTENT,
        WordsField::Words => PARAGRAPHS,
        WordsField::Notes => SPOKEN,
    }
}

fn draw_foot(state: &State, editor: &WordsEditor, canvas: &mut Canvas<'_>, layout: &WordsBox) {
    let (lang, background) = (state.lang(), canvas.appearance.selected_row());
    let figure = editor.area(editor.field(), lang).figure_before_cursor();
    let figure = figure.and_then(|id| state.dataset().observations.find(id));
    let (words, style): (String, Style) = match (editor.is_discarding(), state.notice(), figure) {
        (true, ..) => (DISCARD.get(lang).to_owned(), canvas.appearance.strong()),
        (false, Some(why), _) => (why.get(lang).to_owned(), canvas.appearance.refused()),
        (false, None, Some(figure)) => (figure_sentence(state.dataset(), figure, lang), canvas.appearance.dim()),
        (false, None, None) => (HOW.get(lang).to_owned(), canvas.appearance.dim()),
    };
    let lines = wrap(&words, usize::from(layout.foot.width));
    for (rect, line) in layout.foot.rows().zip(lines) {
        canvas.text(rect, &line, style.patch(background));
    }
}

/// Draws the menu for a new slide.
pub(super) fn draw_menu(state: &State, menu: &NewSlideMenu, canvas: &mut Canvas<'_>) {
    let (lang, layout) = (state.lang(), NewSlideBox::new(state.layout().body));
    popup::draw_frame(canvas, layout.popup, NEW_SLIDE.get(lang));
    let names = NewSlideChoice::ALL.map(|choice| width(choice.words()[0].get(lang)));
    let widest = u16::try_from(names.into_iter().max().unwrap_or(0)).unwrap_or(0);
    for ((rect, choice), number) in layout.list.rows().zip(NewSlideChoice::ALL).zip(1..) {
        let is_here = choice == menu.choice();
        let appearance = canvas.appearance;
        let background = if is_here { appearance.selected_row_in_popup() } else { appearance.selected_row() };
        canvas.paint(rect, background);
        let strong = appearance.strong().patch(background);
        if is_here {
            canvas.text(rect, appearance.sign("▌", ">"), strong);
        }
        let dim = if is_here { background } else { appearance.dim().patch(background) };
        canvas.text(right_of(rect, 2), &number.to_string(), dim);
        let [name, about] = choice.words();
        canvas.text(right_of(rect, 5), name.get(lang), if is_here { strong } else { background });
        let rest = right_of(rect, 5 + widest + 3);
        canvas.text(rest, &fit(about.get(lang), usize::from(rest.width)), dim);
    }
}
