//! The screens that are lists: City, Timeline and Initiatives.

use super::pen::{Pen, line, right_of};
use crate::app::ListScreen;
use crate::app::layout::chrome::area_tabs;
use crate::app::screens::list::{Heading, Item};
use crate::app::{Pane, Screen, State};
use crate::domain::article::Grade;
use crate::domain::period::{Period, Shape};
use crate::domain::{Dataset, Key, Observation};
use crate::text::{Phrase, fit, pad_right, width};
use crate::wording::{observation_value, period_brief};
use jiff::civil::Date;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

const INITIATIVES: Phrase = Phrase { zh: "平台机制", en: "Initiatives" };
const SOURCES: Phrase = Phrase { zh: "来源", en: "Sources" };
const UNREPORTED: Phrase = Phrase { zh: "他市公布而此处未见", en: "Reported by others, not found here" };

/// Draws the rows that are to be seen.
pub(super) fn draw(state: &State, pen: &mut Pen<'_>, area: Rect) {
    let items = state.items();
    let Some(list) = state.list() else { return };
    let span = (state.screen() == Screen::TIMELINE).then(|| Span::of(state.dataset())).flatten();
    let area = match line(area, 0).filter(|_| state.list_screen().is_some_and(ListScreen::has_head)) {
        None => area,
        Some(head) => {
            match &span {
                Some(span) => draw_years(state, pen, head, span),
                None => draw_cities(state, pen, head),
            }
            Rect { y: area.y + 1, height: area.height - 1, ..area }
        }
    };
    for (row, (index, item)) in items.iter().enumerate().skip(list.top()).take(usize::from(area.height)).enumerate() {
        let Some(place) = line(area, row) else { continue };
        let selected = index == list.cursor();
        if selected {
            pen.paint(place, pen.look.row());
            let sign = pen.look.sign("▌", ">");
            let style = if state.focus() == Pane::Main { pen.look.strong() } else { pen.look.dim() };
            pen.text(place, sign, style);
        }
        draw_item(state, pen, right_of(place, 2), *item, selected, span.as_ref());
    }
    super::chrome::more(
        pen,
        area,
        items.len().saturating_sub(list.top() + usize::from(area.height)),
        state.lang(),
        Style::new(),
    );
}

/// The areas, the one that is shown marked.
fn draw_cities(state: &State, pen: &mut Pen<'_>, place: Rect) {
    for (key, place) in area_tabs(state, place) {
        let name = state.dataset().areas[key].name.get(state.lang());
        let text = format!(" {} {name} ", pen.look.mark(key.position()));
        let style = if key == state.area() { pen.look.cell(key.position()) } else { pen.look.area(key.position()) };
        pen.text(place, &text, style);
    }
}

/// The legend, and the years over the bars.
fn draw_years(state: &State, pen: &mut Pen<'_>, place: Rect, span: &Span) {
    let (stated, inferred, date) = LEGEND;
    let legend = [
        format!("{} {}", pen.look.sign("█", "="), stated.get(state.lang())),
        format!("{} {}", pen.look.sign("▒", ":"), inferred.get(state.lang())),
        format!("{} {}", pen.look.sign("┃", "|"), date.get(state.lang())),
    ];
    pen.text(right_of(name_part(place), 2), &legend.join("  "), pen.look.dim());
    let bars = bar_part(place);
    let years = span.years();
    let apart = (bars.width / u16::try_from(years.clone().count().max(1)).unwrap_or(1)).max(1);
    // Where four digits would run into one another, the last two are enough.
    for (index, year) in years.enumerate() {
        let column = span.column(Date::constant(year, 1, 1), bars.width);
        let text = if apart >= 5 { year.to_string() } else { format!("'{:02}", year.rem_euclid(100)) };
        if apart >= 5 || index % 2 == 0 {
            pen.text(right_of(bars, column), &text, pen.look.dim());
        }
    }
}

const LEGEND: (Phrase, Phrase, Phrase) =
    (Phrase { zh: "明载", en: "stated" }, Phrase { zh: "推断", en: "inferred" }, Phrase { zh: "时点", en: "date" });

fn draw_item(state: &State, pen: &mut Pen<'_>, place: Rect, item: Item, selected: bool, span: Option<&Span>) {
    let (dataset, lang) = (state.dataset(), state.lang());
    let style = if selected { pen.look.strong() } else { Style::new() };
    match item {
        Item::Heading(heading) => draw_heading(state, pen, place, heading),
        Item::Figure(key) => draw_figure(state, pen, right_of(place, 2), key, style, span),
        Item::Article(key) => {
            let article = &dataset.articles[key];
            let date = article.published.text();
            let name = if span.is_some() { name_part(place) } else { right_of(place, 2) };
            // On the Timeline the bar tells the date.
            let about = match span {
                Some(_) => String::new(),
                None => format!("  {} · {}", date.get(lang), article.grade.name().get(lang)),
            };
            let title = fit(&article.title, usize::from(name.width).saturating_sub(width(&about)).max(8));
            let style = if article.grade == Grade::Full { pen.look.strong() } else { style };
            let used = pen.text(name, &title, style);
            pen.text(right_of(name, used), &about, pen.look.dim());
            if let (Some(span), Some(period)) = (span, &article.period) {
                span.draw(pen, bar_part(place), period, pen.look.area(article.area.position()), true);
            }
        }
        Item::Initiative(key) => {
            let held = &dataset.initiatives[key];
            let colour = pen.look.area(held.area.position());
            let mut used = 2;
            if state.screen() == Screen::INITIATIVES {
                let name = dataset.areas[held.area].name.get(lang);
                let widest = dataset.areas.iter().map(|(_, area)| width(area.name.get(lang))).max().unwrap_or(0);
                let label = format!("{} {}", pen.look.mark(held.area.position()), pad_right(name, widest + 2));
                used += pen.text(right_of(place, 2), &label, colour);
            }
            used += pen.text(right_of(place, used), held.name.get(lang), style);
            let named = |design: &&String| !held.name.get(lang).contains(design.as_str());
            if let Some(design) = held.design.as_ref().filter(named) {
                used += pen.text(right_of(place, used), &format!("  {design}"), pen.look.dim());
            }
            if !held.figures.is_empty() {
                let values: Vec<String> = held
                    .figures
                    .iter()
                    .map(|figure| observation_value(&dataset.observations[*figure], lang, state.charset()))
                    .collect();
                let text = values.join("  ");
                if width(&text) + 2 < usize::from(right_of(place, used).width) {
                    pen.text_right(right_of(place, used), &format!("{text} "), pen.look.dim());
                }
            }
        }
        Item::Unreported(key) => {
            pen.text(right_of(place, 2), dataset.indicators[key].name.get(lang), pen.look.dim());
        }
    }
}

fn draw_heading(state: &State, pen: &mut Pen<'_>, place: Rect, heading: Heading) {
    let (dataset, lang) = (state.dataset(), state.lang());
    let strong = pen.look.strong();
    match heading {
        Heading::Theme(theme) => pen.text(place, dataset.themes[theme].name.get(lang), strong),
        Heading::Area(area) => {
            let colour = pen.look.area(area.position()).add_modifier(Modifier::BOLD);
            let name = dataset.areas[area].name.get(lang);
            pen.text(place, &format!("{} {name}", pen.look.mark(area.position())), colour)
        }
        Heading::Kind(kind) => pen.text(place, kind.name().get(lang), strong),
        Heading::Initiatives => pen.text(place, INITIATIVES.get(lang), strong),
        Heading::Sources => pen.text(place, SOURCES.get(lang), strong),
        Heading::Unreported => pen.text(place, UNREPORTED.get(lang), strong),
    };
}

fn draw_figure(
    state: &State,
    pen: &mut Pen<'_>,
    place: Rect,
    key: Key<Observation>,
    style: Style,
    span: Option<&Span>,
) {
    let (dataset, lang) = (state.dataset(), state.lang());
    let observation = &dataset.observations[key];
    let indicator = &dataset.indicators[observation.indicator];
    let colour = pen.look.area(observation.area.position());
    let name = if span.is_some() { name_part(place) } else { place };
    let value = observation_value(observation, lang, state.charset());
    let period = period_brief(&observation.period, lang);
    let unit = indicator.unit.get(lang);
    let tail = if span.is_some() { 0 } else { width(&period).max(14) + 1 };
    // A number is never cut: what is left of it would be another number.
    let value_room = width(&value).max(if span.is_some() { 7 } else { 10 });
    let unit_room = if span.is_some() { 0 } else { width(unit) + 2 };
    let room = usize::from(name.width).saturating_sub(value_room + unit_room + tail).max(8);
    let used = pen.text(name, &pad_right(indicator.name.get(lang), room), style);
    let number = right_of(name, used);
    let number = Rect { width: number.width.min(u16::try_from(value_room).unwrap_or(10)), ..number };
    pen.text_right(number, &value, colour.add_modifier(Modifier::BOLD));
    if span.is_none() {
        pen.text(right_of(name, used + number.width + 1), unit, pen.look.dim());
    }
    match span {
        Some(span) => span.draw(pen, bar_part(place), &observation.period, colour, false),
        None => pen.text_right(Rect { width: place.width.saturating_sub(1), ..place }, &period, pen.look.dim()),
    }
}

/// Where names stand on the Timeline.
fn name_part(place: Rect) -> Rect {
    Rect { width: place.width * 9 / 20, ..place }
}

/// Where bars stand on the Timeline: to the right edge, whatever the indent of the name.
fn bar_part(place: Rect) -> Rect {
    right_of(place, place.width * 9 / 20 + 1)
}

/// The days that the Timeline reaches over.
pub(super) struct Span {
    first: Date,
    last: Date,
}

impl Span {
    pub fn of(dataset: &Dataset) -> Option<Self> {
        let reaches = || dataset.observations.iter().filter_map(|(_, held)| held.period.reach());
        let first = reaches().map(|(first, _)| first).min()?;
        let last = reaches().map(|(_, last)| last).max()?;
        Some(Self { first: Date::constant(first.year(), 1, 1), last: Date::constant(last.year(), 12, 31) })
    }

    /// The years, from the first to the last.
    pub fn years(&self) -> std::ops::RangeInclusive<i16> {
        self.first.year()..=self.last.year()
    }

    /// The column of a day in `room` columns.
    pub fn column(&self, day: Date, room: u16) -> u16 {
        let whole = crate::domain::date::days_between(self.first, self.last).max(1);
        let at = crate::domain::date::days_between(self.first, day).clamp(0, whole);
        let column = at * i64::from(room.saturating_sub(1)) / whole;
        u16::try_from(column).unwrap_or(0)
    }

    /// A bar from start to end: solid where both ends are stated, hatched where one is inferred, open where one is not
    /// known; a stock is a point.
    pub fn draw(&self, pen: &mut Pen<'_>, place: Rect, period: &Period, style: Style, is_article: bool) {
        let Some((first, last)) = period.reach() else { return };
        let (from, to) = (self.column(first, place.width), self.column(last, place.width));
        let length = usize::from(to.saturating_sub(from)) + 1;
        let sign = match (&period.shape, period.is_inferred()) {
            // None of these is the mark of an area.
            (Shape::AsOf(_), _) => pen.look.sign("┃", "|"),
            (_, true) => pen.look.sign("▒", ":"),
            (_, false) if is_article => pen.look.sign("█", "="),
            (_, false) => pen.look.sign("▬", "-"),
        };
        let length = if matches!(period.shape, Shape::AsOf(_)) { 1 } else { length };
        let at = right_of(place, from);
        let used = pen.text(at, &sign.repeat(length), style);
        if period.is_unknown() {
            pen.text(right_of(at, used), "?", pen.look.dim());
        }
    }
}
