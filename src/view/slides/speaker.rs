//! Draws the speaker's view: the slide that is shown, its notes, the next slide, and the time.

use super::context::{SlideContext, draw_lines};
use super::{audience, facts, heading};
use crate::app::overflow::lines_shown;
use crate::deck::Slide;
use crate::present::speaker::{SpeakerView, SpeakingTime};
use crate::text::{Lang, Phrase, pad_right, width, wrap};
use crate::view::appearance::Appearance;
use crate::view::canvas::{Canvas, StyledSpan, below, cells, line, right_of};
use crate::view::stand_ins;
use crate::view::{chrome, hidden_lines};
use crate::wording::UNSOURCED;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

const PROGRAM: Phrase = Phrase { zh: " 演讲者屏幕 ", en: " Speaker " };
const WAITING: Phrase = Phrase { zh: "等待放映…", en: "Waiting for the presentation…" };
const HOW: Phrase = Phrase {
    zh: "在另一终端运行 cppcc present，或在看板中按 F5。",
    en: "Run cppcc present on another terminal, or press F5 in the dashboard.",
};
const UNKNOWN: Phrase = Phrase {
    zh: "正在放映的一页不在此处所读的数据中；两边请用同样的数据。",
    en: "The slide that is shown is not in the data read here; start both with the same data.",
};
const THIS: Phrase = Phrase { zh: "本页", en: "Now" };
const WALL: Phrase = Phrase { zh: "屏上", en: "Screen" };
const SAY: Phrase = Phrase { zh: "讲稿", en: "Say" };
const FIGURES: Phrase = Phrase { zh: "数字", en: "Figures" };
const NEXT: Phrase = Phrase { zh: "下一页", en: "Next" };
const NO_NOTES: Phrase = Phrase { zh: "（没有讲稿）", en: "(no notes)" };
const LAST: Phrase = Phrase { zh: "（已是最后一页）", en: "(this is the last slide)" };
const BLANK: Phrase = Phrase { zh: " 黑屏 ", en: " blank " };
const LIVE: Phrase = Phrase { zh: " 看板 ", en: " dashboard " };
const NEAR: Phrase = Phrase { zh: " 时间快到 ", en: " nearly over " };
const OVER: Phrase = Phrase { zh: " 已超时 ", en: " over time " };
const KEYS: Phrase = Phrase {
    zh: "q 退出  → 下一页  ← 上一页  ↑↓ 讲稿  b 黑屏  L English",
    en: "q quit  → next  ← previous  ↑↓ notes  b blank  L 中文",
};
const KEYS_ASCII: Phrase = Phrase {
    zh: "q 退出  Right 下一页  Left 上一页  Up/Down 讲稿  b 黑屏  L English",
    en: "q quit  Right next  Left previous  Up/Down notes  b blank  L 中文",
};
/// The width of the labels on the left.
const LABEL: usize = 8;

/// The parts of the screen.
struct SpeakerLayout {
    head: Rect,
    body: Rect,
    foot: Rect,
}

impl SpeakerLayout {
    fn new((width, height): (u16, u16)) -> Self {
        let inner = Rect::new(2.min(width), 0, width.saturating_sub(4), height);
        let body = Rect { height: height.saturating_sub(7), ..below(inner, 2) };
        Self { head: inner, body, foot: below(inner, height.saturating_sub(4)) }
    }
}

/// Returns how many lines of the notes can be scrolled out of sight.
#[must_use]
pub fn last_scroll(speaker: &SpeakerView, appearance: Appearance) -> usize {
    let Some((slide, _)) = speaker.slides() else { return 0 };
    let body = SpeakerLayout::new(speaker.size()).body;
    let (heading, notes) = lines(speaker, appearance, slide, body);
    let height = usize::from(rest_of(body, heading.len()).height);
    notes.len().saturating_sub(lines_shown(notes.len(), height))
}

/// Returns the part of the body below its first `lines` rows, which is left for the notes.
fn rest_of(body: Rect, lines: usize) -> Rect {
    below(body, cells(lines) + u16::from(body.height > 5))
}

/// Draws the view into `buffer`, which must have the view's size.
pub fn draw_speaker(speaker: &SpeakerView, appearance: Appearance, buffer: &mut Buffer) {
    let height = speaker.size().1;
    let mut canvas = Canvas::new(buffer, appearance);
    let SpeakerLayout { head: inner, body, foot } = SpeakerLayout::new(speaker.size());
    draw_head(speaker, &mut canvas, inner);
    match speaker.slides() {
        Some((slide, next)) => {
            draw_body(speaker, &mut canvas, slide, body);
            draw_next(speaker, &mut canvas, next, foot);
        }
        None => draw_waiting(speaker, &mut canvas, body),
    }
    for row in [1, height.saturating_sub(5)] {
        if let Some(rect) = line(inner, usize::from(row)) {
            chrome::draw_rule(&mut canvas, rect, None);
        }
    }
    if let Some(rect) = line(foot, 1) {
        audience::draw_questions(speaker, &mut canvas, rect);
    }
    if let (Some(time), Some(rect)) = (speaker.time(), line(foot, 2)) {
        draw_time(&mut canvas, rect, time, speaker.lang());
    }
    if let Some(rect) = line(foot, 3) {
        let keys = canvas.appearance.sign(KEYS.get(speaker.lang()), KEYS_ASCII.get(speaker.lang()));
        canvas.text(rect, keys, canvas.appearance.dim());
    }
    // Cuts are not marked: notes are wrapped, so a `…` in this view nearly always belongs to the text.
    stand_ins::replace(buffer, appearance.charset);
}

/// Draws the number of the slide, the deck, and the time of day.
fn draw_head(speaker: &SpeakerView, canvas: &mut Canvas<'_>, area: Rect) {
    let Some(head) = line(area, 0) else { return };
    let mut used = canvas.text(head, PROGRAM.get(speaker.lang()), canvas.appearance.badge()) + 1;
    let clock = speaker.now().map(|now| format!("{:02}:{:02}", now.hour, now.minute)).unwrap_or_default();
    let columns = head.width.saturating_sub(cells(width(&clock)) + 2);
    let head_left = Rect { width: columns, ..head };
    if let (Some(status), Some((deck, index))) = (speaker.status(), speaker.current_slide()) {
        let deck = &speaker.decks()[deck];
        let number = match speaker.typed() {
            Some(number) => format!("{} {}", canvas.appearance.sign("→", "->"), number.get()),
            None => format!("{}/{}", index.number().get(), deck.slides.len()),
        };
        used += canvas.text(right_of(head_left, used), &number, canvas.appearance.strong());
        used += canvas.text(
            right_of(head_left, used),
            &format!(" · {} ", deck.name.get(speaker.lang())),
            canvas.appearance.dim(),
        );
        if let Some(count) = audience::count(status, speaker.lang()) {
            used += canvas.text(right_of(head_left, used), &count, canvas.appearance.strong()) + 1;
        }
        for (_, word) in [(status.blank, BLANK), (status.live, LIVE)].into_iter().filter(|(is_so, _)| *is_so) {
            used += canvas.text(right_of(head_left, used), word.get(speaker.lang()), reversed(canvas.appearance)) + 1;
        }
    }
    canvas.text_right(right_of(head, columns), &clock, canvas.appearance.strong());
}

fn draw_waiting(speaker: &SpeakerView, canvas: &mut Canvas<'_>, area: Rect) {
    let (title, words) = match speaker.status() {
        Some(status) => (format!("{} {}", status.deck, status.slide), UNKNOWN),
        None => (WAITING.get(speaker.lang()).to_owned(), HOW),
    };
    let middle = below(area, area.height / 3);
    canvas.text(middle, &title, canvas.appearance.strong());
    let lines = wrap(words.get(speaker.lang()), usize::from(area.width));
    for (row, text) in below(middle, 2).rows().zip(&lines) {
        canvas.text(row, text, canvas.appearance.dim());
    }
}

/// Returns two blocks of lines: the slide's heading and text, and its notes with the figures and their sources.
fn lines(
    speaker: &SpeakerView,
    appearance: Appearance,
    slide: &Slide,
    area: Rect,
) -> (Vec<Vec<StyledSpan>>, Vec<Vec<StyledSpan>>) {
    let lang = speaker.lang();
    let context = SlideContext { dataset: speaker.dataset(), lang };
    let columns = area.width.saturating_sub(cells(LABEL));
    let label = |word: Phrase| (word.get(lang).to_owned(), appearance.dim());
    let mut heading = heading::lines(context, appearance, slide, columns);
    let few = usize::from(area.height / 3).max(1);
    let words = context.lines(appearance, slide.words.as_ref(), appearance.dim(), columns);
    if heading.len() + words.len() <= few {
        heading.extend(words);
    }
    // The notes matter more than what the audience sees anyway.
    heading.truncate(usize::from(area.height / 2).max(1));
    let mut notes = context.lines(appearance, slide.notes.as_ref(), Style::new(), columns);
    if notes.is_empty() {
        notes = vec![vec![(NO_NOTES.get(lang).to_owned(), appearance.dim())]];
    }
    let mut notes = beside(&label(SAY), notes);
    let facts = facts::lines(context, appearance, slide, usize::from(columns));
    if !facts.is_empty() {
        notes.push(Vec::new());
        notes.extend(beside(&label(FIGURES), facts));
    }
    let spoken = slide.notes.iter().any(|notes| notes.has_unsourced(lang));
    if spoken || slide.has_unsourced(lang) {
        notes.push(Vec::new());
        notes.extend(beside(
            &label(Phrase { zh: "", en: "" }),
            vec![vec![(UNSOURCED.get(lang).to_owned(), appearance.dim())]],
        ));
    }
    let mut top = on_wall(speaker, appearance);
    top.extend(beside(&label(THIS), heading));
    (top, notes)
}

/// Returns the line that says what the audience sees in the place of the slide.
fn on_wall(speaker: &SpeakerView, appearance: Appearance) -> Vec<Vec<StyledSpan>> {
    let wall = speaker.status().and_then(|status| status.wall.as_ref());
    let Some([zh, en]) = wall else { return Vec::new() };
    let words = if speaker.lang() == Lang::Zh { zh } else { en };
    let label = (WALL.get(speaker.lang()).to_owned(), appearance.dim());
    beside(&label, vec![vec![(words.clone(), appearance.strong())]])
}

fn draw_body(speaker: &SpeakerView, canvas: &mut Canvas<'_>, slide: &Slide, area: Rect) {
    let (heading, notes) = lines(speaker, canvas.appearance, slide, area);
    draw_lines(canvas, area, &heading);
    let rest = rest_of(area, heading.len());
    let height = lines_shown(notes.len(), usize::from(rest.height));
    let top = speaker.scroll().min(notes.len().saturating_sub(height));
    let last = (top + height).min(notes.len());
    draw_lines(canvas, rest, notes.get(top..last).unwrap_or_default());
    if let Some(row) = hidden_lines::row_of(rest, notes.len()) {
        hidden_lines::draw(canvas, row, (top, notes.len() - last), speaker.lang(), Style::new());
    }
}

/// Returns the lines with a label before the first, all indented alike.
fn beside(label: &StyledSpan, lines: Vec<Vec<StyledSpan>>) -> Vec<Vec<StyledSpan>> {
    let before = |index: usize| if index == 0 { label.clone() } else { (String::new(), Style::new()) };
    let labelled = lines.into_iter().enumerate().map(|(index, spans)| {
        let (text, style) = before(index);
        let mut all = vec![(pad_right(&text, LABEL), style)];
        all.extend(spans);
        all
    });
    labelled.collect()
}

fn draw_next(speaker: &SpeakerView, canvas: &mut Canvas<'_>, next: Option<&Slide>, area: Rect) {
    let context = SlideContext { dataset: speaker.dataset(), lang: speaker.lang() };
    let heading = match next {
        Some(slide) => {
            heading::lines(context, canvas.appearance, slide, u16::MAX).into_iter().next().unwrap_or_default()
        }
        None => vec![(LAST.get(speaker.lang()).to_owned(), canvas.appearance.dim())],
    };
    let label = (NEXT.get(speaker.lang()).to_owned(), canvas.appearance.dim());
    draw_lines(canvas, Rect { height: area.height.min(1), ..area }, &beside(&label, vec![heading]));
}

/// Draws the elapsed and the remaining time. Near the end the time is reversed and a word is added, for terminals
/// without colours.
fn draw_time(canvas: &mut Canvas<'_>, rect: Rect, time: SpeakingTime, lang: Lang) {
    let [elapsed, left] = match lang {
        Lang::Zh => ["已讲 ", "还剩 "],
        Lang::En => ["elapsed ", "left "],
    };
    let mut used = canvas.text(rect, elapsed, canvas.appearance.dim());
    used += canvas.text(right_of(rect, used), &clock(time.elapsed), canvas.appearance.strong()) + 3;
    let Some(seconds) = time.left else { return };
    let is_over = seconds < 0;
    let style = if time.is_short { reversed(canvas.appearance) } else { canvas.appearance.strong() };
    if !is_over {
        used += canvas.text(right_of(rect, used), left, canvas.appearance.dim());
        used += canvas.text(right_of(rect, used), &clock(seconds.unsigned_abs()), style) + 1;
    }
    if time.is_short {
        let word = if is_over { OVER } else { NEAR };
        used += canvas.text(right_of(rect, used), word.get(lang), style);
    }
    if is_over {
        canvas.text(right_of(rect, used), &format!("{} ", clock(seconds.unsigned_abs())), style);
    }
}

/// Writes seconds as minutes and seconds.
fn clock(seconds: u64) -> String {
    format!("{:02}:{:02}", seconds / 60, seconds % 60)
}

fn reversed(appearance: Appearance) -> Style {
    appearance.strong().add_modifier(Modifier::REVERSED)
}
