//! Draws the screens that are lists: City, Timeline and Initiatives.

use super::article_row::ArticleRow;
use super::canvas::{Canvas, cells, line, right_of};
use super::{hidden_areas, hidden_lines};
use crate::app::ListScreen;
use crate::app::layout::chrome::area_tabs;
use crate::app::overflow::lines_shown;
use crate::app::screens::list::{Heading, Item};
use crate::app::{Pane, Screen, State};
use crate::domain::article::Grade;
use crate::domain::period::{Period, Shape};
use crate::domain::{Article, Initiative, Key, Observation};
use crate::text::{Lang, Phrase, fit, pad_left, pad_right, width};
use crate::wording::{
    figure_name_within, indicator_name_within, observation_value, others_mark, period_brief, printed_unit, says_unit,
    unit_behind,
};
use jiff::civil::Date;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

const INITIATIVES: Phrase = Phrase { zh: "平台", en: "Initiatives" };
const SOURCES: Phrase = Phrase { zh: "来源", en: "Sources" };
/// From so many cells on, the bars of a row on the Timeline are long enough in less than half of it.
const WIDE_ROW: u16 = 100;
const NOTHING: Phrase =
    Phrase { zh: "所录数据中没有可列的", en: "There is nothing of this in the data held" };
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
    if items.is_empty() {
        canvas.text(right_of(area, 2), NOTHING.get(state.lang()), canvas.appearance.dim());
    }
    // Only the rows of City stand in columns; those of all cities would be looked through at each key.
    let columns = if state.screen() == Screen::CITY { ListColumns::of(state, &items) } else { ListColumns::default() };
    let shown = lines_shown(items.len(), usize::from(area.height));
    for (rect, (index, item)) in area.rows().zip(items.iter().enumerate().skip(list.top()).take(shown)) {
        let selected = index == list.cursor();
        if selected {
            canvas.paint(rect, canvas.appearance.selected_row());
            let sign = canvas.appearance.sign("▌", ">");
            let style = if state.focus() == Pane::Main { canvas.appearance.strong() } else { canvas.appearance.dim() };
            canvas.text(rect, sign, style);
        }
        draw_item(state, canvas, right_of(rect, 2), *item, selected, (axis.as_ref(), columns));
    }
    if let Some(row) = hidden_lines::row_of(area, items.len()) {
        let after = items.len().saturating_sub(list.top() + shown);
        hidden_lines::draw(canvas, row, (list.top(), after), state.lang(), Style::new());
    }
}

/// Draws the areas as tabs and marks the selected one.
fn draw_cities(state: &State, canvas: &mut Canvas<'_>, rect: Rect) {
    let tabs = area_tabs(state, rect);
    if let (Some((first, _)), Some((last, end))) = (tabs.first(), tabs.last()) {
        let free = Rect { x: end.right(), width: rect.right().saturating_sub(end.right()), ..rect };
        let place = |area| state.place_of(area).unwrap_or(0);
        let after = state.areas().len().saturating_sub(place(*last) + 1);
        let hidden = hidden_areas::text(place(*first), after, state.lang(), usize::from(free.width));
        canvas.text_right(free, &hidden, canvas.appearance.strong());
    }
    for (key, rect) in tabs {
        let name = state.shown_name(key);
        if key == state.area() {
            let text = format!(" {} {name} ", canvas.appearance.area_symbol(key.position()));
            canvas.text(rect, &text, canvas.appearance.selected_cell(key.position()));
        } else {
            canvas.area_symbol(right_of(rect, 1), key.position());
            canvas.text(right_of(rect, 3), &name, canvas.appearance.area_text(key.position()));
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

fn draw_item(
    state: &State,
    canvas: &mut Canvas<'_>,
    rect: Rect,
    item: Item,
    selected: bool,
    (axis, columns): (Option<&TimeAxis>, ListColumns),
) {
    let (dataset, lang) = (state.dataset(), state.lang());
    let style = if selected { canvas.appearance.selected_name() } else { Style::new() };
    match item {
        Item::Heading(heading) => draw_heading(state, canvas, rect, heading),
        Item::Figure(key) => match axis {
            Some(axis) => draw_figure_in_time(state, canvas, right_of(rect, 2), key, (style, axis)),
            None => draw_figure(state, canvas, right_of(rect, 2), key, (style, columns)),
        },
        Item::Article(key) => draw_article(state, canvas, rect, key, (style, axis)),
        Item::Initiative(key) => draw_initiative(state, canvas, rect, key, style),
        Item::Unreported(key) => {
            let style = if selected { style } else { canvas.appearance.dim() };
            let room = usize::from(rect.width.saturating_sub(2));
            canvas.text(right_of(rect, 2), &indicator_name_within(&dataset.indicators[key], lang, room), style);
        }
    }
}

fn draw_article(
    state: &State,
    canvas: &mut Canvas<'_>,
    rect: Rect,
    key: Key<Article>,
    (style, axis): (Style, Option<&TimeAxis>),
) {
    let article = &state.dataset().articles[key];
    let name = if axis.is_some() { name_part(rect) } else { ArticleRow::rect(rect) };
    let room = usize::from(name.width);
    // On the Timeline the bar shows the date.
    let ArticleRow { title, about } = match axis {
        Some(_) => ArticleRow { title: fit(&article.title, room), about: String::new() },
        None => ArticleRow::new(state, key, room),
    };
    let style = if article.grade == Grade::Full { style.patch(canvas.appearance.strong()) } else { style };
    let used = canvas.text(name, &title, style);
    canvas.text(right_of(name, used), &about, canvas.appearance.dim());
    if let (Some(axis), Some(period)) = (axis, &article.period) {
        axis.draw(canvas, bar_part(rect), period, canvas.appearance.area_mark(article.area.position()), true);
    }
}

fn draw_initiative(state: &State, canvas: &mut Canvas<'_>, rect: Rect, key: Key<Initiative>, style: Style) {
    let (dataset, lang) = (state.dataset(), state.lang());
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
    // What it holds is said at the end of the row, in a few cells at least.
    let count = initiative.figures.len();
    let least = if count == 0 { 0 } else { cells(width(&figure_count(count, lang)) + 3) };
    let names = Rect { width: rect.width.saturating_sub(least), ..rect };
    used += canvas.text(right_of(names, used), initiative.name.get(lang), style);
    let is_told_apart = |design: &&String| !initiative.name.get(lang).contains(design.as_str());
    if let Some(design) = initiative.design.as_ref().filter(is_told_apart) {
        used += canvas.text(right_of(names, used), &format!("  {design}"), canvas.appearance.dim());
    }
    let behind = right_of(rect, used + 2);
    let text = figures_text(state, &initiative.figures, usize::from(behind.width).saturating_sub(1));
    canvas.text_right(behind, &format!("{text} "), canvas.appearance.dim());
}

fn figure_count(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("{count} 个数字"),
        (Lang::En, 1) => "1 figure".to_owned(),
        (Lang::En, _) => format!("{count} figures"),
    }
}

/// Returns as many figures as have room, each with its name, unit and period, and how many more there are; or how many there
/// are in all. A number alone could be taken for another's.
fn figures_text(state: &State, figures: &[Key<Observation>], room: usize) -> String {
    let (dataset, lang) = (state.dataset(), state.lang());
    let told: Vec<String> = figures
        .iter()
        .map(|key| {
            let observation = &dataset.observations[*key];
            let indicator = &dataset.indicators[observation.indicator];
            let value = observation_value(observation, lang, state.charset());
            let unit = unit_behind(&printed_unit(indicator, observation), lang);
            let period = period_brief(&observation.period, lang);
            format!("{} {value}{unit} {period}", indicator.name.get(lang))
        })
        .collect();
    let wordings = (1..=told.len()).rev().filter_map(|count| {
        let more = told.len() - count;
        let more = if more > 0 { format!("  {}", others_mark(more, state.charset())) } else { String::new() };
        Some(format!("{}{more}", told.get(..count)?.join("  ")))
    });
    let all = if told.is_empty() { String::new() } else { figure_count(told.len(), lang) };
    wordings.chain(std::iter::once(all)).find(|text| width(text) <= room).unwrap_or_default()
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

/// The cells that the values and the units of a list take, so that all of them stand below each other.
#[derive(Clone, Copy, Debug, Default)]
struct ListColumns {
    value: usize,
    unit: usize,
    period: usize,
}

impl ListColumns {
    /// Returns what the rows of one area need.
    fn of(state: &State, items: &[Item]) -> Self {
        let (dataset, lang) = (state.dataset(), state.lang());
        let figures = || {
            let keys = items.iter().filter_map(|item| if let Item::Figure(key) = item { Some(*key) } else { None });
            keys.map(|key| &dataset.observations[key])
        };
        let unit = |one: &Observation| width(printed_unit(&dataset.indicators[one.indicator], one).get(lang));
        Self {
            value: figures().map(|one| width(&observation_value(one, lang, state.charset()))).max().unwrap_or(0),
            unit: figures().map(unit).max().unwrap_or(0),
            period: figures().map(|one| width(&period_brief(&one.period, lang))).max().unwrap_or(0),
        }
    }
}

/// Draws a figure of one city: its name, its value with the unit, and its period, each in a column of its own.
fn draw_figure(
    state: &State,
    canvas: &mut Canvas<'_>,
    rect: Rect,
    key: Key<Observation>,
    (style, columns): (Style, ListColumns),
) {
    let (dataset, lang) = (state.dataset(), state.lang());
    let observation = &dataset.observations[key];
    let colour = canvas.appearance.area_text(observation.area.position());
    // A number is never cut: its remaining digits would be another number.
    let taken = columns.value + columns.unit + columns.period + 6;
    let name_width = usize::from(rect.width).saturating_sub(taken).max(8);
    let name = figure_name_within(dataset, observation, lang, name_width);
    let mut used = canvas.text(rect, &pad_right(&name, name_width + 1), style);
    let value = observation_value(observation, lang, state.charset());
    let value = format!("{} ", pad_left(&value, columns.value));
    used += canvas.text(right_of(rect, used), &value, colour.add_modifier(Modifier::BOLD));
    let unit = printed_unit(&dataset.indicators[observation.indicator], observation);
    canvas.text(right_of(rect, used), unit.get(lang), canvas.appearance.dim());
    let period = period_brief(&observation.period, lang);
    let end = Rect { width: rect.width.saturating_sub(1), ..rect };
    canvas.text_right(right_of(end, used + cells(columns.unit + 1)), &period, canvas.appearance.dim());
}

/// Draws a figure on the axis of time: its name, its value with the unit, the bar of its period, and the period beside it.
fn draw_figure_in_time(
    state: &State,
    canvas: &mut Canvas<'_>,
    rect: Rect,
    key: Key<Observation>,
    (style, axis): (Style, &TimeAxis),
) {
    let (dataset, lang) = (state.dataset(), state.lang());
    let observation = &dataset.observations[key];
    let colour = canvas.appearance.area_text(observation.area.position());
    let name = name_part(rect);
    let unit = printed_unit(&dataset.indicators[observation.indicator], observation);
    let value = observation_value(observation, lang, state.charset());
    // Beside a bar there is little room, and many English names say what they count.
    let is_said = |label: &str| lang == Lang::En && says_unit(label, unit.get(lang));
    let room = usize::from(name.width).saturating_sub(width(&value) + 1);
    let label_alone = figure_name_within(dataset, observation, lang, room);
    let names_unit = is_said(&label_alone);
    let unit = if names_unit { String::new() } else { unit_behind(&unit, lang) };
    let name_width = room.saturating_sub(width(&unit)).max(8);
    let label = if names_unit { label_alone } else { figure_name_within(dataset, observation, lang, name_width) };
    let mut used = canvas.text(name, &pad_right(&label, name_width + 1), style);
    used += canvas.text(right_of(name, used), &value, colour.add_modifier(Modifier::BOLD));
    canvas.text(right_of(name, used), &unit, canvas.appearance.dim());
    let bars = bar_part(rect);
    let mark = canvas.appearance.area_mark(observation.area.position());
    axis.draw(canvas, bars, &observation.period, mark, false);
    let period = period_brief(&observation.period, lang);
    match axis.beside(bars, &observation.period, cells(width(&period))) {
        Some(free) => canvas.text(free, &period, canvas.appearance.dim()),
        // Without a bar the words alone tell that the time is not known.
        None if observation.period.reach().is_none() => canvas.text(bars, &period, canvas.appearance.dim()),
        None => 0,
    };
}

/// Returns the part of a row that has the names on the Timeline. Where bars are long enough, names take more.
fn name_part(rect: Rect) -> Rect {
    let part = if rect.width >= WIDE_ROW { 11 } else { 10 };
    Rect { width: rect.width * part / 20, ..rect }
}

/// Returns the part of a row that has the bars on the Timeline. It ends at the right edge, however far the name is
/// indented.
fn bar_part(rect: Rect) -> Rect {
    right_of(rect, name_part(rect).width + 1)
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

    /// Returns where a text of `needed` cells has room beside the bar of a period: behind it, or before it.
    fn beside(&self, rect: Rect, period: &Period, needed: u16) -> Option<Rect> {
        let (first, last) = period.reach()?;
        let (from, to) = (self.column(first, rect.width), self.column(last, rect.width));
        // A bar may have a question mark behind it.
        let behind = right_of(rect, to + 3);
        let before = Rect { x: rect.x + from.saturating_sub(needed + 1), width: needed, ..rect };
        if behind.width >= needed { Some(behind) } else { (from > needed).then_some(before) }
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
