//! How figures are found: those of one cell, of one indicator, area or article lie close together in memory, in the order in
//! which they are read, so that a comparison of many areas costs little more than one of a few.

use super::area::Area;
use super::article::Article;
use super::definition::Definition;
use super::indicator::{Indicator, Nature};
use super::interval::{Interval, Qualifier};
use super::observation::{Observation, PrintedValue, Scope, Status};
use super::period::{BasisKind, Shape, halfway, joined};
use super::table::{Key, Table};
use crate::sorting::{InOrder, PutInOrder};
use itertools::Itertools;
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// What a choice among many figures looks at: the figures themselves are large, and lie far apart in memory.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct ObservationSummary {
    pub key: Key<Observation>,
    pub time: ObservationTime,
    pub status: Status,
    pub nature: Nature,
    pub part_of: Option<Key<Observation>>,
    /// The first figure of the same indicator with the same definition: two figures count the same thing where this is the
    /// same.
    pub counts_like: Key<Observation>,
    /// What it says, where that is an interval that can be relied on.
    pub interval: Option<Interval>,
    /// Whether nothing in its value and its time needs a word: it is exact, of a stated level, and both ends of its time are
    /// stated.
    pub is_plain: bool,
    /// The first figure that is alike in all that verdicts look at between two figures: the definition and the time. Two
    /// figures with the same have the same reasons against any third.
    pub alike_to: Key<Observation>,
}

/// The days that a figure can speak of, worked out once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ObservationTime {
    /// The first and the last day that its period can reach; `None` where it is not known.
    pub reach: Option<(Date, Date)>,
    /// The day halfway between the two.
    pub middle: Option<Date>,
    /// Whether the figure speaks of a span of time, and not of one day.
    pub is_of_span: bool,
}

impl ObservationTime {
    fn of(observation: &Observation) -> Self {
        let reach = observation.period.reach();
        Self {
            reach,
            middle: reach.and_then(halfway),
            is_of_span: matches!(observation.period.shape, Shape::Span { .. }),
        }
    }

    /// Returns the year that the figure counts under, which is that of its middle.
    #[must_use]
    pub fn year(self) -> Option<i16> {
        self.middle.map(Date::year)
    }
}

/// Everything about the time of a figure that verdicts look at between two figures.
type DaysAlike = (bool, Option<(Date, Date)>, Option<(Date, Date)>);

/// The places of the figures that an area holds for an indicator.
#[derive(Clone, Debug)]
struct CellPlaces {
    area: Key<Area>,
    places: Range<usize>,
}

/// Where all figures of a table are found.
#[derive(Clone, Debug, Default)]
pub(super) struct ObservationIndex {
    /// By indicator, then by area, then the earliest first, whatever the order of the data.
    summaries: Vec<ObservationSummary>,
    /// The keys of the same figures, at the same places.
    keys: Vec<Key<Observation>>,
    /// The place of each figure, by the position of its key.
    places: Vec<usize>,
    /// The cells that hold figures, by indicator and area.
    cells: Vec<CellPlaces>,
    /// Where the cells of each indicator begin, by the position of its key; one more is where the last end.
    cells_of_indicators: Vec<usize>,
    by_area: FiguresBy<Area>,
    /// The first and the last day that the figures of each area speak of, by the position of its key.
    reaches: Vec<Option<(Date, Date)>>,
    by_article: FiguresBy<Article>,
    /// By the article that is their first source, then by the time that they speak of.
    by_first_article: FiguresBy<Article>,
}

impl ObservationIndex {
    /// Works out where the figures of a table are found.
    pub fn of(table: &Table<Observation>) -> Self {
        let summaries = summaries(table);
        let subject = |(key, observation): (Key<Observation>, &Observation)| {
            let middle = summaries.get(key.position()).and_then(|summary| summary.time.middle);
            (observation.indicator, observation.area, middle, key)
        };
        // There may be a million, so what is compared stands close together.
        let mut in_order: Vec<_> = table.iter().map(subject).collect();
        in_order.put_in_order_by(|one, other| {
            let same = (one.0, one.1, one.2).cmp(&(other.0, other.1, other.2));
            same.then_with(|| table[one.3].id.cmp(&table[other.3].id))
        });
        let mut index = Self { places: vec![0; summaries.len()], ..Self::default() };
        for (place, (indicator, area, _, key)) in in_order.into_iter().enumerate() {
            index.places[key.position()] = place;
            index.keys.push(key);
            index.summaries.push(summaries[key.position()]);
            index.add_to_reach(area, summaries[key.position()].time.reach);
            index.add_to_cell(place, area, indicator);
        }
        index.cells_of_indicators.push(index.cells.len());
        index.by_area = FiguresBy::of(table.iter().map(|(key, observation)| (observation.area, key)).collect());
        let articles = |(key, observation): (Key<Observation>, &'_ Observation)| {
            let articles: Vec<Key<Article>> = observation.sources().map(|source| source.article).unique().collect();
            articles.into_iter().map(move |article| (article, key))
        };
        index.by_article = FiguresBy::of(table.iter().flat_map(articles).collect());
        let first = |(key, observation): (Key<Observation>, &Observation)| (observation.source.article, key);
        let reach = |(_, key): &(_, Key<Observation>)| summaries.get(key.position()).map(|summary| summary.time.reach);
        index.by_first_article = FiguresBy::of(table.iter().map(first).in_order_by_key(reach).collect());
        index
    }

    /// Adds the figure at a place to its cell, which is that of the figure before it, or the next.
    fn add_to_cell(&mut self, place: usize, area: Key<Area>, indicator: Key<Indicator>) {
        let is_first = self.cells_of_indicators.len() <= indicator.position();
        while self.cells_of_indicators.len() <= indicator.position() {
            self.cells_of_indicators.push(self.cells.len());
        }
        match self.cells.last_mut() {
            Some(cell) if !is_first && cell.area == area => cell.places.end = place + 1,
            _ => self.cells.push(CellPlaces { area, places: place..place + 1 }),
        }
    }

    /// Lets the figures of an area reach as far as another figure does.
    fn add_to_reach(&mut self, area: Key<Area>, reach: Option<(Date, Date)>) {
        self.reaches.resize(self.reaches.len().max(area.position() + 1), None);
        let known = &mut self.reaches[area.position()];
        *known = known.iter().copied().chain(reach).reduce(joined);
    }

    /// Returns the first and the last day that the figures of an area speak of.
    pub fn reach_of(&self, area: Key<Area>) -> Option<(Date, Date)> {
        self.reaches.get(area.position()).copied().flatten()
    }

    fn cells_of(&self, indicator: Key<Indicator>) -> &[CellPlaces] {
        let at = indicator.position();
        let ends = self.cells_of_indicators.get(at).zip(self.cells_of_indicators.get(at + 1));
        ends.and_then(|(start, end)| self.cells.get(*start..*end)).unwrap_or_default()
    }

    fn cell(&self, area: Key<Area>, indicator: Key<Indicator>) -> Option<&CellPlaces> {
        let cells = self.cells_of(indicator);
        cells.binary_search_by_key(&area, |cell| cell.area).ok().and_then(|at| cells.get(at))
    }

    /// Returns the figures of one area for one indicator, earliest first.
    pub fn of_cell(&self, area: Key<Area>, indicator: Key<Indicator>) -> &[Key<Observation>] {
        let keys = self.cell(area, indicator).and_then(|cell| self.keys.get(cell.places.clone()));
        keys.unwrap_or_default()
    }

    /// Returns the summaries of the same figures, in the same order.
    pub fn summaries_of_cell(&self, area: Key<Area>, indicator: Key<Indicator>) -> &[ObservationSummary] {
        let summaries = self.cell(area, indicator).and_then(|cell| self.summaries.get(cell.places.clone()));
        summaries.unwrap_or_default()
    }

    /// Returns the areas that have figures for an indicator, in the order of the data, with these figures, earliest first.
    pub fn summaries_of(&self, indicator: Key<Indicator>) -> impl Iterator<Item = (Key<Area>, &[ObservationSummary])> {
        self.cells_of(indicator).iter().map(|cell| {
            let of_cell = self.summaries.get(cell.places.clone());
            (cell.area, of_cell.unwrap_or_default())
        })
    }

    /// Counts the areas that have a figure for an indicator.
    pub fn reporters(&self, indicator: Key<Indicator>) -> usize {
        self.cells_of(indicator).len()
    }

    /// Returns the summary of a figure. Keys of other data never come here.
    pub fn summary(&self, key: Key<Observation>) -> &ObservationSummary {
        &self.summaries[self.places[key.position()]]
    }

    /// Returns the figures of one area, in the order of the data.
    pub fn of_area(&self, area: Key<Area>) -> &[Key<Observation>] {
        self.by_area.of_key(area)
    }

    /// Returns the figures that an article is the first source of, by the time that they speak of.
    pub fn first_printed_in(&self, article: Key<Article>) -> &[Key<Observation>] {
        self.by_first_article.of_key(article)
    }

    /// Returns the figures that an article prints, in the order of the data.
    pub fn of_article(&self, article: Key<Article>) -> &[Key<Observation>] {
        self.by_article.of_key(article)
    }
}

/// Summarises all figures, in the order of the data.
fn summaries(table: &Table<Observation>) -> Vec<ObservationSummary> {
    let mut definitions: FxHashMap<(Key<Indicator>, Definition), Key<Observation>> = FxHashMap::default();
    let mut times: FxHashMap<(Key<Observation>, DaysAlike), Key<Observation>> = FxHashMap::default();
    let summary = |(key, observation): (Key<Observation>, &'_ Observation)| {
        let time = ObservationTime::of(observation);
        let period = &observation.period;
        let days = (!time.is_of_span, period.first_days(), period.last_days());
        let definition = (observation.indicator, Definition::of(&table[key]));
        let counts_like = *definitions.entry(definition).or_insert(key);
        let alike_to = *times.entry((counts_like, days)).or_insert(key);
        let Observation { status, nature, part_of, .. } = *observation;
        let (interval, is_plain) = (observation.extent().interval(), is_plain(observation));
        ObservationSummary { key, time, status, nature, part_of, counts_like, interval, is_plain, alike_to }
    };
    table.iter().map(summary).collect()
}

fn is_plain(observation: &Observation) -> bool {
    let is_stated = observation.period.ends().all(|end| end.basis_kind() == BasisKind::Stated);
    let is_number = matches!(observation.value, PrintedValue::Number { qualifier: Qualifier::Exact, .. });
    is_stated && is_number && observation.scope != Scope::NotStated
}

/// Figures by something else that they belong to, in the order of the data.
#[derive(Clone, Debug)]
struct FiguresBy<T> {
    figures: Vec<Key<Observation>>,
    /// Where those of each thing begin, by the position of its key; one more is where the last end.
    starts: Vec<usize>,
    kind: std::marker::PhantomData<fn() -> T>,
}

impl<T> Default for FiguresBy<T> {
    fn default() -> Self {
        Self { figures: Vec::new(), starts: Vec::new(), kind: std::marker::PhantomData }
    }
}

impl<T> FiguresBy<T> {
    /// Gathers figures, each with what it belongs to. Those of one thing stay in their order.
    fn of(pairs: Vec<(Key<T>, Key<Observation>)>) -> Self {
        let things = pairs.iter().map(|(thing, _)| thing.position() + 1).max().unwrap_or_default();
        // First how many there are of each, then where they begin.
        let mut starts = vec![0; things + 1];
        for (thing, _) in &pairs {
            starts[thing.position() + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut figures = vec![Key::new(0); pairs.len()];
        for (thing, figure) in pairs {
            let place = &mut next[thing.position()];
            figures[*place] = figure;
            *place += 1;
        }
        Self { figures, starts, kind: std::marker::PhantomData }
    }

    fn of_key(&self, thing: Key<T>) -> &[Key<Observation>] {
        let at = thing.position();
        let ends = self.starts.get(at).zip(self.starts.get(at + 1));
        ends.and_then(|(start, end)| self.figures.get(*start..*end)).unwrap_or_default()
    }
}
