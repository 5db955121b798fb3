//! The speaker's view: the slide that is shown, what to say of it, the next one, and how the time stands.

use super::stage::{Stage, below, cells, draw_lines};
use super::{facts, heading};
use crate::app::presentation::remote::{Notes, Time};
use crate::deck::Slide;
use crate::text::{Lang, Phrase, pad_right, width, wrap};
use crate::view::chrome;
use crate::view::look::Look;
use crate::view::pen::{Pen, Span, line, right_of};
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
/// The cells for the words on the left.
const LABEL: usize = 8;

/// Where the parts of the view stand.
struct Places {
    head: Rect,
    body: Rect,
    foot: Rect,
}

impl Places {
    fn new((width, height): (u16, u16)) -> Self {
        let inner = Rect::new(2.min(width), 0, width.saturating_sub(4), height);
        let body = Rect { height: height.saturating_sub(7), ..below(inner, 2) };
        Self { head: inner, body, foot: below(inner, height.saturating_sub(4)) }
    }
}

/// How many lines of the notes can be scrolled out of sight.
#[must_use]
pub fn last_scroll(notes: &Notes, look: Look) -> usize {
    let Some((slide, _)) = notes.slides() else { return 0 };
    let body = Places::new(notes.size).body;
    let (shown, said) = lines(notes, look, slide, body);
    said.len().saturating_sub(usize::from(rest_of(body, shown.len()).height))
}

/// What of the body is left for the notes under so many lines.
fn rest_of(body: Rect, lines: usize) -> Rect {
    below(body, cells(lines) + u16::from(body.height > 5))
}

/// Draws the speaker's view into `buffer`, which must have the size that the view holds.
pub fn draw_notes(notes: &Notes, look: Look, buffer: &mut Buffer) {
    let height = notes.size.1;
    let mut pen = Pen::new(buffer, look);
    let Places { head: inner, body, foot } = Places::new(notes.size);
    draw_head(notes, &mut pen, inner);
    match notes.slides() {
        Some((slide, next)) => {
            draw_body(notes, &mut pen, slide, body);
            draw_next(notes, &mut pen, next, foot);
        }
        None => draw_waiting(notes, &mut pen, body),
    }
    for row in [1, height.saturating_sub(5)] {
        if let Some(place) = line(inner, usize::from(row)) {
            chrome::rule(&mut pen, place);
        }
    }
    if let (Some(time), Some(place)) = (notes.time(), line(foot, 2)) {
        draw_time(&mut pen, place, time, notes.lang);
    }
    if let Some(place) = line(foot, 3) {
        let keys = pen.look.sign(KEYS.get(notes.lang), KEYS_ASCII.get(notes.lang));
        pen.text(place, keys, pen.look.dim());
    }
}

/// The number of the slide, the deck, and the time of day.
fn draw_head(notes: &Notes, pen: &mut Pen<'_>, area: Rect) {
    let Some(head) = line(area, 0) else { return };
    let mut used = pen.text(head, PROGRAM.get(notes.lang), pen.look.badge()) + 1;
    let clock = notes.now.map(|now| format!("{:02}:{:02}", now.hour, now.minute)).unwrap_or_default();
    let room = head.width.saturating_sub(cells(width(&clock)) + 2);
    let head_left = Rect { width: room, ..head };
    if let (Some(status), Some((deck, index))) = (notes.status(), notes.place()) {
        let deck = &notes.dataset.decks[deck];
        let number = match notes.typed {
            Some(number) => format!("{} {number}", pen.look.sign("→", "->")),
            None => format!("{}/{}", index + 1, deck.slides.len()),
        };
        used += pen.text(right_of(head_left, used), &number, pen.look.strong());
        used += pen.text(right_of(head_left, used), &format!(" · {} ", deck.name.get(notes.lang)), pen.look.dim());
        for (_, word) in [(status.blank, BLANK), (status.live, LIVE)].into_iter().filter(|(is_so, _)| *is_so) {
            used += pen.text(right_of(head_left, used), word.get(notes.lang), reversed(pen.look)) + 1;
        }
    }
    pen.text_right(right_of(head, room), &clock, pen.look.strong());
}

fn draw_waiting(notes: &Notes, pen: &mut Pen<'_>, area: Rect) {
    let (title, words) = match notes.status() {
        Some(status) => (format!("{} {}", status.deck, status.slide), UNKNOWN),
        None => (WAITING.get(notes.lang).to_owned(), HOW),
    };
    let place = below(area, area.height / 3);
    pen.text(place, &title, pen.look.strong());
    for (row, text) in wrap(words.get(notes.lang), usize::from(area.width)).iter().enumerate() {
        if let Some(place) = line(below(place, 2), row) {
            pen.text(place, text, pen.look.dim());
        }
    }
}

/// The heading of the slide and its words, and what to say of it, with its figures and their sources.
fn lines(notes: &Notes, look: Look, slide: &Slide, area: Rect) -> (Vec<Vec<Span>>, Vec<Vec<Span>>) {
    let lang = notes.lang;
    let stage = Stage { dataset: &notes.dataset, lang };
    let room = area.width.saturating_sub(cells(LABEL));
    let label = |word: Phrase| (word.get(lang).to_owned(), look.dim());
    let mut shown = heading::lines(stage, look, slide, room);
    let few = usize::from(area.height / 3).max(1);
    let words = stage.lines(look, slide.words.as_ref(), look.dim(), room);
    if shown.len() + words.len() <= few {
        shown.extend(words);
    }
    // What is to be said matters more than what is seen anyway.
    shown.truncate(usize::from(area.height / 2).max(1));
    let mut said = stage.lines(look, slide.notes.as_ref(), Style::new(), room);
    if said.is_empty() {
        said = vec![vec![(NO_NOTES.get(lang).to_owned(), look.dim())]];
    }
    let mut said = beside(&label(SAY), said);
    let facts = facts::lines(stage, look, slide, usize::from(room));
    if !facts.is_empty() {
        said.push(Vec::new());
        said.extend(beside(&label(FIGURES), facts));
    }
    (beside(&label(THIS), shown), said)
}

fn draw_body(notes: &Notes, pen: &mut Pen<'_>, slide: &Slide, area: Rect) {
    let (shown, said) = lines(notes, pen.look, slide, area);
    draw_lines(pen, area, &shown);
    let rest = rest_of(area, shown.len());
    let height = usize::from(rest.height);
    let top = notes.scroll.min(said.len().saturating_sub(height));
    draw_lines(pen, rest, said.get(top..).unwrap_or_default());
    chrome::more(pen, rest, said.len().saturating_sub(top + height), notes.lang, Style::new());
}

/// Lines with a label beside the first.
fn beside(label: &Span, lines: Vec<Vec<Span>>) -> Vec<Vec<Span>> {
    let before = |index: usize| if index == 0 { label.clone() } else { (String::new(), Style::new()) };
    let labelled = lines.into_iter().enumerate().map(|(index, spans)| {
        let (text, style) = before(index);
        let mut all = vec![(pad_right(&text, LABEL), style)];
        all.extend(spans);
        all
    });
    labelled.collect()
}

fn draw_next(notes: &Notes, pen: &mut Pen<'_>, next: Option<&Slide>, area: Rect) {
    let stage = Stage { dataset: &notes.dataset, lang: notes.lang };
    let heading = match next {
        Some(slide) => heading::lines(stage, pen.look, slide, u16::MAX).into_iter().next().unwrap_or_default(),
        None => vec![(LAST.get(notes.lang).to_owned(), pen.look.dim())],
    };
    let label = (NEXT.get(notes.lang).to_owned(), pen.look.dim());
    draw_lines(pen, Rect { height: area.height.min(1), ..area }, &beside(&label, vec![heading]));
}

/// How long it has lasted, and how long there is left: near the end in words and reversed.
fn draw_time(pen: &mut Pen<'_>, place: Rect, time: Time, lang: Lang) {
    let [elapsed, left] = match lang {
        Lang::Zh => ["已讲 ", "还剩 "],
        Lang::En => ["elapsed ", "left "],
    };
    let mut used = pen.text(place, elapsed, pen.look.dim());
    used += pen.text(right_of(place, used), &clock(time.elapsed), pen.look.strong()) + 3;
    let Some(seconds) = time.left else { return };
    let is_over = seconds < 0;
    let style = if time.is_short { reversed(pen.look) } else { pen.look.strong() };
    if !is_over {
        used += pen.text(right_of(place, used), left, pen.look.dim());
        used += pen.text(right_of(place, used), &clock(seconds.unsigned_abs()), style) + 1;
    }
    if time.is_short {
        let word = if is_over { OVER } else { NEAR };
        used += pen.text(right_of(place, used), word.get(lang), style);
    }
    if is_over {
        pen.text(right_of(place, used), &format!("{} ", clock(seconds.unsigned_abs())), style);
    }
}

/// Minutes and seconds.
fn clock(seconds: u64) -> String {
    format!("{:02}:{:02}", seconds / 60, seconds % 60)
}

fn reversed(look: Look) -> Style {
    look.strong().add_modifier(Modifier::REVERSED)
}
