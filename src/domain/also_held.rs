//! What areas hold beside the figures that stand in a comparison, and what may be chosen instead.

use super::area::Area;
use super::cell::{Cell, CellContent};
use super::compare::Comparison;
use super::dataset::Dataset;
use super::definition::Definition;
use super::missing::Missing;
use super::observation::Observation;
use super::request::{FigureChoice, Request, YearChoice};
use super::table::Key;
use crate::sorting::InOrder;
use itertools::Itertools;

/// The year under which a figure counts; without one where its time is not known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct CountedYear(Option<i16>);

impl CountedYear {
    fn of(dataset: &Dataset, key: Key<Observation>) -> Self {
        Self(dataset.observations.time(key).year())
    }
}

impl Comparison {
    /// Returns the other figures that an area holds for the indicator under the same year: those that count something else,
    /// cover another level or are of another nature, parts, plans, and further witnesses of the same. The plainest comes
    /// first. Those that contradict the chosen figure stand with it, and are not among them.
    #[must_use]
    pub fn also_held(&self, dataset: &Dataset, cell: &Cell) -> Vec<Key<Observation>> {
        also_held(dataset, &self.request, cell.area, &cell.content)
    }

    /// Returns what may be chosen of the figures that the areas hold for the moment: each variant with each level that it is
    /// held for, the plainest first.
    #[must_use]
    pub fn choices(&self, dataset: &Dataset) -> &[FigureChoice] {
        self.asked.choices.get_or_init(|| self.work_out_choices(dataset))
    }

    fn work_out_choices(&self, dataset: &Dataset) -> Vec<FigureChoice> {
        // Nearly always all that is held counts the same.
        let held_by = |cell: &Cell| dataset.observations.summaries_of_cell(cell.area, self.request.indicator);
        let mut definitions = self.cells.iter().flat_map(held_by).map(|summary| summary.counts_like);
        if self.cells.iter().any(|cell| cell.figure().is_some())
            && let Some(first) = definitions.next()
            && definitions.all(|other| other == first)
        {
            return vec![FigureChoice::of(&dataset.observations[first])];
        }
        let of_cell = |cell: &Cell| {
            let shown = cell.figure().map(|figure| figure.observations.clone()).unwrap_or_default();
            shown.into_iter().chain(self.also_held(dataset, cell))
        };
        let held = self.cells.iter().flat_map(of_cell).map(|key| &dataset.observations[key]);
        let by_definition = held.unique_by(|observation| Definition::of(observation));
        let sorted = by_definition.in_order_by_key(|observation| Definition::of(observation));
        sorted.map(FigureChoice::of).unique().collect()
    }
}

/// Returns the other figures that an area holds beside what it puts into the comparison of a request.
#[must_use]
pub fn also_held(
    dataset: &Dataset,
    request: &Request,
    area: Key<Area>,
    content: &CellContent,
) -> Vec<Key<Observation>> {
    let held = dataset.observations.of(area, request.indicator);
    let Some(year) = counted_year(dataset, request, held, content) else { return Vec::new() };
    let shown = content.as_ref().map(|figure| figure.observations.as_slice()).unwrap_or_default();
    let is_beside = |key: &&Key<Observation>| !shown.contains(key) && CountedYear::of(dataset, **key) == year;
    let others = held.iter().filter(is_beside).copied();
    others.in_order_by_key(|key| Definition::of(&dataset.observations[*key])).collect()
}

/// Returns the year under which the figure counts, which may be unknown; `None` where there is no moment to speak of.
fn counted_year(
    dataset: &Dataset,
    request: &Request,
    held: &[Key<Observation>],
    content: &CellContent,
) -> Option<CountedYear> {
    match (content, request.year_choice) {
        (Ok(figure), _) => Some(CountedYear::of(dataset, figure.observation())),
        (Err(Missing::NothingOfChoice), YearChoice::Year(wanted)) => Some(CountedYear(Some(wanted))),
        (Err(Missing::NothingOfChoice), YearChoice::Latest | YearChoice::Closest) => {
            held.iter().map(|key| CountedYear::of(dataset, *key)).max()
        }
        (Err(_), _) => None,
    }
}
