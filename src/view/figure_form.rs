//! Draws the form in which a figure is added.

use super::canvas::{Canvas, right_of};
use super::popup;
use crate::app::State;
use crate::app::figure_form::{FieldKind, FieldText, FigureForm, FormPurpose, FormStage, Suggestions};
use crate::app::layout::{FormBox, PlacedRow};
use crate::entry::{FieldFaultKind, FigureField, is_phrase_short};
use crate::text::{Lang, Phrase, fit, width, wrap};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Returns the title of the form.
const fn title(purpose: FormPurpose) -> Phrase {
    match purpose {
        FormPurpose::Add => Phrase { zh: " 录入数字 ", en: " Add a figure " },
        FormPurpose::Correct => Phrase { zh: " 改正数字 ", en: " Correct a figure " },
        FormPurpose::LayOver => Phrase {
            zh: " 改正自带的数字：另写一条覆盖它，自带的不动 ",
            en: " Correct a built-in figure: one of yours is laid over it ",
        },
        FormPurpose::Remove => Phrase { zh: " 删除数字 ", en: " Remove a figure " },
    }
}

/// The title where the whole one has no room beside the number of fields that are to be filled in.
const LAY_OVER_IN_SHORT: Phrase = Phrase { zh: " 改正自带的数字 ", en: " Correct a built-in figure " };

const REMOVE: Phrase = Phrase {
    zh: "从自己的数据中删除这个数字？Enter 删除，Esc 保留；删后可按 u 撤销",
    en: "Remove this figure from your data? Enter does, Esc keeps it; u brings it back",
};
const WRITE: Phrase = Phrase {
    zh: "写入自己的数据？Enter 写入，Esc 再改",
    en: "Write it into your data? Enter writes, Esc goes back",
};
const DISCARD: Phrase = Phrase {
    zh: "放弃已填的内容？Enter 放弃，Esc 继续填",
    en: "Throw away what was typed? Enter does, Esc goes back",
};
const SENTENCE: Phrase = Phrase {
    zh: "粘贴或输入一句话，数值、限定、单位、年份从中读出",
    en: "Paste or type a sentence; value, qualifier, unit and year are read out of it",
};
const SHORT: Phrase = Phrase {
    zh: "引文长度有限，句中的限定或时段离数字太远，请核对",
    en: "A quoted phrase is short, and the hedge or span stands too far from the number: look at it",
};
const READ: Phrase = Phrase { zh: " ‹ 读自句子", en: " ‹ as read" };

/// Draws the rows in sight, what is suggested, and at the foot how the figure would be told or what is wrong.
pub(super) fn draw(state: &State, form: &FigureForm, canvas: &mut Canvas<'_>, layout: &FormBox) {
    let lang = state.lang();
    let count = match (form.reading().faults.len(), lang) {
        (0, _) => String::new(),
        (missing, Lang::Zh) => format!("还差 {missing} 栏 "),
        (missing, Lang::En) => format!("{missing} to go "),
    };
    let room = usize::from(layout.popup.width).saturating_sub(width(&count));
    let whole = title(form.purpose()).get(lang);
    let has_room = form.purpose() != FormPurpose::LayOver || width(whole) <= room;
    let title = if has_room { whole } else { LAY_OVER_IN_SHORT.get(lang) };
    popup::draw_frame_with(canvas, layout.popup, title, &count);
    for placed in &layout.rows {
        draw_row(form, canvas, placed, lang);
    }
    draw_foot(form, canvas, layout.foot, lang);
    let background = canvas.appearance.selected_row();
    let edge = Rect { y: layout.foot.bottom(), height: 1, ..layout.foot };
    super::hidden_lines::draw(canvas, edge, layout.hidden, lang, background);
}

fn draw_row(form: &FigureForm, canvas: &mut Canvas<'_>, placed: &PlacedRow, lang: Lang) {
    let appearance = canvas.appearance;
    let is_here = placed.row.field == form.field();
    let background = if is_here { appearance.selected_row_in_popup() } else { appearance.selected_row() };
    canvas.paint(placed.rect, background);
    let strong = appearance.strong().patch(background);
    let on = |style: Style| if is_here { background } else { style.patch(background) };
    if is_here {
        canvas.text(placed.rect, appearance.sign("▌", ">"), strong);
    }
    let label = FigureForm::label(placed.row.field).get(lang);
    canvas.text(placed.label, &fit(label, usize::from(placed.label.width)), on(appearance.dim()));
    let (style, mark) = match &placed.row.text {
        FieldText::Given(_) => (strong, ""),
        FieldText::Read(_) => (background, READ.get(lang)),
        FieldText::Usual(_) | FieldText::Empty => (background, ""),
    };
    let is_typed = is_here && form.kind() != FieldKind::Choice && !form.input().text().is_empty();
    let mut used = 0;
    for (rect, line) in placed.text.rows().zip(&placed.lines) {
        used = canvas.text(rect, &fit(line, usize::from(rect.width)), if is_typed { strong } else { style });
    }
    let rest = right_of(Rect { height: 1, ..placed.text }, used);
    if placed.lines.len() == 1 && !is_typed {
        draw_remark(form, canvas, rest, placed, (mark, on(appearance.dim()), on(appearance.refused())), lang);
    } else if placed.lines.len() == 1
        && let Some(fault) = &placed.row.fault
    {
        let words = format!("  {}", fault.words.get(lang));
        canvas.text(rest, &fit(&words, usize::from(rest.width)), on(appearance.refused()));
    }
    if is_here && let Some(suggestions) = form.suggestions() {
        draw_suggestions(canvas, placed.suggestions, suggestions);
    }
}

/// Says where a text was read, and what is wrong or missing.
fn draw_remark(
    form: &FigureForm,
    canvas: &mut Canvas<'_>,
    rest: Rect,
    placed: &PlacedRow,
    (mark, dim, refused): (&str, Style, Style),
    lang: Lang,
) {
    let is_here = placed.row.field == form.field();
    let used = canvas.text(rest, &fit(mark, usize::from(rest.width)), dim);
    // The cell of the cursor stays free.
    let free = right_of(rest, used + u16::from(is_here && mark.is_empty()));
    let room = usize::from(free.width);
    if let Some(fault) = &placed.row.fault {
        let gap = if placed.row.text == FieldText::Empty { "" } else { "  " };
        let style = if fault.kind == FieldFaultKind::Wrong { refused } else { dim };
        canvas.text(free, &fit(&format!("{gap}{}", fault.words.get(lang)), room), style);
    } else if placed.row.field == FigureField::Sentence && placed.row.text == FieldText::Empty {
        canvas.text(free, &fit(SENTENCE.get(lang), room), dim);
    }
}

fn draw_suggestions(canvas: &mut Canvas<'_>, area: Rect, suggestions: &Suggestions) {
    let appearance = canvas.appearance;
    for (index, (rect, suggestion)) in area.rows().zip(&suggestions.list).enumerate() {
        let is_selected = index == suggestions.cursor;
        let background = if is_selected { appearance.selected_row_in_popup() } else { appearance.selected_row() };
        canvas.paint(rect, background);
        let sign = if is_selected { appearance.sign("› ", "> ") } else { "  " };
        let mut used = canvas.text(rect, sign, appearance.strong().patch(background));
        let style = if is_selected { appearance.strong().patch(background) } else { background };
        let room = usize::from(rect.width.saturating_sub(used));
        used += canvas.text(right_of(rect, used), &fit(&suggestion.label, room), style);
        let rest = right_of(rect, used + 2);
        let detail = fit(&suggestion.detail, usize::from(rest.width));
        let dim = if is_selected { background } else { appearance.dim().patch(background) };
        if width(&detail) > 2 {
            canvas.text(rest, &detail, dim);
        }
    }
}

/// Draws at the foot a question, why it was not written, what is wrong in this field, or how the figure would be told.
fn draw_foot(form: &FigureForm, canvas: &mut Canvas<'_>, foot: Rect, lang: Lang) {
    let background = canvas.appearance.selected_row();
    let strong = canvas.appearance.strong().patch(background);
    let refused = canvas.appearance.refused().patch(background);
    let dim = canvas.appearance.dim().patch(background);
    let fault = form.reading().faults.iter().find(|fault| fault.field == form.field());
    let mut lines: Vec<(String, Style)> = Vec::new();
    let mut add = |words: &str, style: Style| {
        lines.extend(wrap(words, usize::from(foot.width.saturating_sub(1))).into_iter().map(|line| (line, style)));
    };
    match form.stage() {
        FormStage::Discarding => add(DISCARD.get(lang), strong),
        FormStage::Confirming => add(WRITE.get(lang), strong),
        FormStage::Removing => add(REMOVE.get(lang), strong),
        FormStage::Filling => {}
    }
    if let Some(why) = form.refusal() {
        add(why.get(lang), refused);
    } else if let Some(fault) = fault.filter(|_| form.stage() == FormStage::Filling) {
        add(fault.words.get(lang), if fault.kind == FieldFaultKind::Wrong { refused } else { dim });
    }
    if let Some(preview) = form.preview() {
        add(preview, background);
        if is_phrase_short(form.reading()) {
            add(SHORT.get(lang), refused);
        }
    }
    form.doubts().iter().for_each(|doubt| add(doubt.get(lang), refused));
    for (rect, (line, style)) in foot.rows().zip(lines) {
        canvas.text(right_of(rect, 1), &line, style);
    }
}
