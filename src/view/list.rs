//! Draws the screens that are lists: City, Timeline and Initiatives.

use super::canvas::{Canvas, line, right_of};
use super::hidden_areas;
use crate::app::ListScreen;
use crate::app::layout::chrome::area_tabs;
use crate::app::screens::list::{Heading, Item};
use crate::app::{Pane, Screen, State};
use crate::domain::article::Grade;
use crate::domain::period::{Period, Shape};
use crate::domain::{Key, Observation};
use crate::text::{Phrase, fit, fit_name, pad_right, width};
use crate::wording::{observation_value, period_brief};
use jiff::civil::Date;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

const INITIATIVES: Phrase = Phrase { zh: "平台机制", en: "Initiatives" };
const SOURCES: Phrase = Phrase { zh: "来源", en: "Sources" };
const UNREPORTED: Phrase = Phrase { zh: "他市公布而此处未见", en: "Reported by others, not found here" };

/// Draws the line above the list, if the screen has one, and the visible rows.
pub(super) fn draw(state: &State, canvas: &mut Canvas<'_>, area: Rect) {
    let items = state.items();
    let Some(list) = state.list() else { return };
    let reach = (state.screen() == Screen::TIMELINE).then(|| state.reach()).flatten();
    let axis = reach.map(TimeAxis::of);
    let area = match line(area, 0).filter(|_| state.list_screen().is_some_and(ListScreen::has_head)) {
        None => area,
        Some(head) => {
            match &axis {
                Some(axis) => draw_years(state, canvas, head, axis),
                None => draw_cities(state, canvas, head),
            }
            Rect { y: area.y + 1, height: area.height - 1, ..area }
        }
    };
    for (rect, (index, item)) in area.rows().zip(items.iter().enumerate().skip(list.top())) {
        let selected = index == list.cursor();
        if selected {
            canvas.paint(rect, canvas.appearance.selected_row());
            let sign = canvas.appearance.sign("▌", ">");
            let style = if state.focus() == Pane::Main { canvas.appearance.strong() } else { canvas.appearance.dim() };
            canvas.text(rect, sign, style);
        }
        draw_item(state, canvas, right_of(rect, 2), *item, selected, axis.as_ref());
    }
    super::chrome::draw_hidden_lines(
        canvas,
        area,
        items.len().saturating_sub(list.top() + usize::from(area.height)),
        state.lang(),
        Style::new(),
    );
}

/// Draws the areas as tabs and marks the selected one.
fn draw_cities(state: &State, canvas: &mut Canvas<'_>, rect: Rect) {
    let tabs = area_tabs(state, rect);
    if let (Some((first, _)), Some((last, end))) = (tabs.first(), tabs.last()) {
        let free = Rect { x: end.right(), width: rect.right().saturating_sub(end.right()), ..rect };
        let after = state.dataset().areas.len().saturating_sub(last.position() + 1);
        let hidden = hidden_areas::text(first.position(), after, state.lang(), usize::from(free.width));
        canvas.text_right(free, &hidden, canvas.appearance.strong());
    }
    for (key, rect) in tabs {
        let name = state.dataset().areas[key].name.get(state.lang());
        if key == state.area() {
            let text = format!(" {} {name} ", canvas.appearance.area_symbol(key.position()));
            canvas.text(rect, &text, canvas.appearance.selected_cell(key.position()));
        } else {
            canvas.area_symbol(right_of(rect, 1), key.position());
            canvas.text(right_of(rect, 3), name, canvas.appearance.area_text(key.position()));
        }
    }
}

/// Draws the legend, and the years above the bars.
fn draw_years(state: &State, canvas: &mut Canvas<'_>, rect: Rect, axis: &TimeAxis) {
    let (stated, inferred, date) = LEGEND;
    let legend = [
        format!("{} {}", canvas.appearance.sign("█", "="), stated.get(state.lang())),
        format!("{} {}", canvas.appearance.sign("▒", ":"), inferred.get(state.lang())),
        format!("{} {}", canvas.appearance.sign("┃", "|"), date.get(state.lang())),
    ];
    canvas.text(right_of(name_part(rect), 2), &legend.join("  "), canvas.appearance.dim());
    let bars = bar_part(rect);
    let years = axis.years();
    let apart = (bars.width / u16::try_from(years.clone().count().max(1)).unwrap_or(1)).max(1);
    // Four digits of neighbouring years would touch; two are enough.
    for (index, year) in years.enumerate() {
        let column = axis.column(Date::constant(year, 1, 1), bars.width);
        let text = if apart >= 5 { year.to_string() } else { format!("'{:02}", year.rem_euclid(100)) };
        if apart >= 5 || index % 2 == 0 {
            canvas.text(right_of(bars, column), &text, canvas.appearance.dim());
        }
    }
}

const LEGEND: (Phrase, Phrase, Phrase) =
    (Phrase { zh: "明载", en: "stated" }, Phrase { zh: "推断", en: "inferred" }, Phrase { zh: "时点", en: "date" });

fn draw_item(state: &State, canvas: &mut Canvas<'_>, rect: Rect, item: Item, selected: bool, axis: Option<&TimeAxis>) {
    let (dataset, lang) = (state.dataset(), state.lang());
    let style = if selected { canvas.appearance.selected_name() } else { Style::new() };
    match item {
        Item::Heading(heading) => draw_heading(state, canvas, rect, heading),
        Item::Figure(key) => draw_figure(state, canvas, right_of(rect, 2), key, style, axis),
        Item::Article(key) => {
            let article = &dataset.articles[key];
            let date = article.published.text();
            let name = if axis.is_some() { name_part(rect) } else { right_of(rect, 2) };
            // On the Timeline the bar shows the date.
            let about = match axis {
                Some(_) => String::new(),
                None => format!("  {} · {}", date.get(lang), article.grade.name().get(lang)),
            };
            let title = fit(&article.title, usize::from(name.width).saturating_sub(width(&about)).max(8));
            let style = if article.grade == Grade::Full { style.patch(canvas.appearance.strong()) } else { style };
            let used = canvas.text(name, &title, style);
            canvas.text(right_of(name, used), &about, canvas.appearance.dim());
            if let (Some(axis), Some(period)) = (axis, &article.period) {
                axis.draw(canvas, bar_part(rect), period, canvas.appearance.area_mark(article.area.position()), true);
            }
        }
        Item::Initiative(key) => {
            let initiative = &dataset.initiatives[key];
            let position = initiative.area.position();
            let mut used = 2;
            if state.screen() == Screen::INITIATIVES {
                let name = dataset.areas[initiative.area].name.get(lang);
                let widest = dataset.areas.iter().map(|(_, area)| width(area.name.get(lang))).max().unwrap_or(0);
                used += canvas.area_symbol(right_of(rect, used), position) + 1;
                let style = canvas.appearance.area_text(position);
                used += canvas.text(right_of(rect, used), &pad_right(name, widest + 2), style);
            }
            used += canvas.text(right_of(rect, used), initiative.name.get(lang), style);
            let named = |design: &&String| !initiative.name.get(lang).contains(design.as_str());
            if let Some(design) = initiative.design.as_ref().filter(named) {
                used += canvas.text(right_of(rect, used), &format!("  {design}"), canvas.appearance.dim());
            }
            if !initiative.figures.is_empty() {
                let values: Vec<String> = initiative
                    .figures
                    .iter()
                    .map(|figure| observation_value(&dataset.observations[*figure], lang, state.charset()))
                    .collect();
                let text = values.join("  ");
                // Values that do not fit are left out: a part of them would look like all.
                if width(&text) + 2 < usize::from(right_of(rect, used).width) {
                    canvas.text_right(right_of(rect, used), &format!("{text} "), canvas.appearance.dim());
                }
            }
        }
        Item::Unreported(key) => {
            let style = if selected { style } else { canvas.appearance.dim() };
            canvas.name(right_of(rect, 2), dataset.indicators[key].name.get(lang), style);
        }
    }
}

fn draw_heading(state: &State, canvas: &mut Canvas<'_>, rect: Rect, heading: Heading) {
    let (dataset, lang) = (state.dataset(), state.lang());
    let strong = canvas.appearance.strong();
    match heading {
        Heading::Theme(theme) => canvas.text(rect, dataset.themes[theme].name.get(lang), strong),
        Heading::Area(area) => {
            let style = canvas.appearance.area_text(area.position()).add_modifier(Modifier::BOLD);
            let used = canvas.area_symbol(rect, area.position()) + 1;
            canvas.text(right_of(rect, used), dataset.areas[area].name.get(lang), style)
        }
        Heading::Kind(kind) => canvas.text(rect, kind.name().get(lang), strong),
        Heading::Initiatives => canvas.text(rect, INITIATIVES.get(lang), strong),
        Heading::Sources => canvas.text(rect, SOURCES.get(lang), strong),
        Heading::Unreported => canvas.text(rect, UNREPORTED.get(lang), strong),
    };
}

fn draw_figure(
    state: &State,
    canvas: &mut Canvas<'_>,
    rect: Rect,
    key: Key<Observation>,
    style: Style,
    axis: Option<&TimeAxis>,
) {
    let (dataset, lang) = (state.dataset(), state.lang());
    let observation = &dataset.observations[key];
    let indicator = &dataset.indicators[observation.indicator];
    let style_of_value = canvas.appearance.area_text(observation.area.position()).add_modifier(Modifier::BOLD);
    let name = if axis.is_some() { name_part(rect) } else { rect };
    let value = observation_value(observation, lang, state.charset());
    let period = period_brief(&observation.period, lang);
    let unit = indicator.unit.get(lang);
    let tail = if axis.is_some() { 0 } else { width(&period).max(14) + 1 };
    // A number is never cut: its remaining digits would be another number.
    let value_width = width(&value).max(if axis.is_some() { 7 } else { 10 });
    let unit_width = if axis.is_some() { 0 } else { width(unit) + 2 };
    let name_width = usize::from(name.width).saturating_sub(value_width + unit_width + tail).max(8);
    let label = pad_right(&fit_name(indicator.name.get(lang), name_width), name_width);
    let used = canvas.text(name, &label, style);
    let number = right_of(name, used);
    let number = Rect { width: number.width.min(u16::try_from(value_width).unwrap_or(10)), ..number };
    canvas.text_right(number, &value, style_of_value);
    if axis.is_none() {
        canvas.text(right_of(name, used + number.width + 1), unit, canvas.appearance.dim());
    }
    match axis {
        Some(axis) => {
            let style = canvas.appearance.area_mark(observation.area.position());
            axis.draw(canvas, bar_part(rect), &observation.period, style, false);
        }
        None => {
            canvas.text_right(Rect { width: rect.width.saturating_sub(1), ..rect }, &period, canvas.appearance.dim());
        }
    }
}

/// Returns the part of a row that has the names on the Timeline.
fn name_part(rect: Rect) -> Rect {
    Rect { width: rect.width * 9 / 20, ..rect }
}

/// Returns the part of a row that has the bars on the Timeline. It ends at the right edge, however far the name is
/// indented.
fn bar_part(rect: Rect) -> Rect {
    right_of(rect, rect.width * 9 / 20 + 1)
}

/// The axis of the Timeline: all days from its first to its last year.
pub(super) struct TimeAxis {
    first: Date,
    last: Date,
}

impl TimeAxis {
    /// Returns the axis for the years from a first to a last day.
    pub fn of((first, last): (Date, Date)) -> Self {
        Self { first: Date::constant(first.year(), 1, 1), last: Date::constant(last.year(), 12, 31) }
    }

    /// Returns all years of the axis.
    pub fn years(&self) -> std::ops::RangeInclusive<i16> {
        self.first.year()..=self.last.year()
    }

    /// Returns the column of a day on an axis of `axis_width` columns.
    pub fn column(&self, day: Date, axis_width: u16) -> u16 {
        let whole = crate::domain::date::days_between(self.first, self.last).max(1);
        let at = crate::domain::date::days_between(self.first, day).clamp(0, whole);
        let column = at * i64::from(axis_width.saturating_sub(1)) / whole;
        u16::try_from(column).unwrap_or(0)
    }

    /// Draws a period as a bar: solid if both ends are stated, hatched if one is inferred, with a question mark if one
    /// is unknown. A figure as of one day is a single cell.
    pub fn draw(&self, canvas: &mut Canvas<'_>, rect: Rect, period: &Period, style: Style, is_article: bool) {
        let Some((first, last)) = period.reach() else { return };
        let (from, to) = (self.column(first, rect.width), self.column(last, rect.width));
        let length = usize::from(to.saturating_sub(from)) + 1;
        let sign = match (&period.shape, period.is_inferred()) {
            // None of these signs is the symbol of an area.
            (Shape::AsOf(_), _) => canvas.appearance.sign("┃", "|"),
            (_, true) => canvas.appearance.sign("▒", ":"),
            (_, false) if is_article => canvas.appearance.sign("█", "="),
            (_, false) => canvas.appearance.sign("▬", "-"),
        };
        let length = if matches!(period.shape, Shape::AsOf(_)) { 1 } else { length };
        let at = right_of(rect, from);
        let used = canvas.text(at, &sign.repeat(length), style);
        if period.is_unknown() {
            canvas.text(right_of(at, used), "?", canvas.appearance.dim());
        }
    }
}
