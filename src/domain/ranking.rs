//! Ranking: which figures may stand in one order, and which ranks they take.

use super::alike::AlikeFigures;
use super::cell::{Cell, CellIndex};
use super::dataset::Dataset;
use super::indicator::Nature;
use super::interval::Interval;
use super::largest_group::{Togetherness, heaviest};
use super::measure::MeasuredFigure;
use super::observation::{Observation, Scope};
use super::order::{NoOrder, OrderedFigure, PerMonth, SortedFigures, ranks};
use super::rank::Rank;
use super::reason::Reason;
use super::request::{Divisor, Request};
use super::verdict::of_value_and_time;
use crate::sorting::InOrder;

/// The figures that may be ranked against one another, and their ranks or why they have none.
#[derive(Clone, Debug)]
pub(super) struct Ranking {
    /// The cells of these figures, in their order; empty where no two figures may be ranked against each other.
    pub group: Vec<CellIndex>,
    pub ranks: Result<Vec<(CellIndex, Rank)>, NoOrder>,
}

/// Ranks the figures that may be ranked against one another; the others get no rank.
///
/// Being rankable is not transitive. So the ranked figures are the largest group in which every two may be ranked, of
/// those groups whose order can be told. Of several as large it is the one of the later periods; then the one
/// without variants and of the city level.
pub(super) fn rank(
    dataset: &Dataset,
    request: &Request,
    (cells, ordered): (&[Cell], &[Option<OrderedFigure>]),
    alike: &[AlikeFigures],
) -> Ranking {
    if cells.iter().filter(|cell| interval(cell).is_some()).count() < 2 {
        return Ranking { group: Vec::new(), ranks: Err(NoOrder::FewerThanTwo) };
    }
    let candidates = candidates(dataset, request, ordered, alike);
    let direction = dataset.indicators[request.indicator].direction;
    let may = matrix(&candidates, |one, other| {
        !one.alike.between(other.alike, dataset, request.measure).iter().any(Reason::forbids_rank)
    });
    let told = matrix(&candidates, |one, other| one.figures.is_told(&other.figures));
    let weights: Vec<u128> = candidates.iter().map(|candidate| candidate.weight(dataset)).collect();
    let group = heaviest(&Togetherness { weights: &weights, may: &may, counts: &told });
    if !group.is_empty() {
        let figures = SortedFigures::joined(group.iter().filter_map(|at| Some(&candidates.get(*at)?.figures)));
        return Ranking { group: cells_of(&candidates, &group), ranks: Ok(ranks(&figures, direction)) };
    }
    let two = matrix(&candidates, |one, other| !std::ptr::eq(one, other) || one.figures.figures().len() > 1);
    let group = heaviest(&Togetherness { weights: &weights, may: &may, counts: &two });
    let why = if group.is_empty() { NoOrder::NothingComparable } else { NoOrder::CannotBeTold };
    Ranking { group: cells_of(&candidates, &group), ranks: Err(why) }
}

/// Figures that are alike, give an interval, and have nothing of their own that forbids a rank.
struct Candidates<'a> {
    alike: &'a AlikeFigures,
    figures: SortedFigures,
}

impl Candidates<'_> {
    /// Returns how much these figures weigh in the choice of the group: first their number, then how late their periods
    /// end, then how plain they are.
    fn weight(&self, dataset: &Dataset) -> u128 {
        let example = &dataset.observations[self.alike.example];
        let last_day = example.period.reach().map_or(0, |(_, last)| {
            let days = super::date::days_between(jiff::civil::Date::ZERO, last);
            u128::try_from(days).unwrap_or(0)
        });
        let is_plain = [example.scope == Scope::City, example.variant.is_none(), example.unit.is_none()];
        let plain: u128 = is_plain.into_iter().map(u128::from).sum();
        let each = (1 << 80) + (last_day << 32) + plain;
        u128::try_from(self.figures.figures().len()).unwrap_or(0) * each
    }
}

/// Returns what may be ranked, gathered by likeness. Figures that are alike and yet may not be ranked against each other,
/// such as two stocks of a year, stand each for itself.
fn candidates<'a>(
    dataset: &Dataset,
    request: &Request,
    ordered: &[Option<OrderedFigure>],
    alike: &'a [AlikeFigures],
) -> Vec<Candidates<'a>> {
    let mut all = Vec::new();
    for alike in alike {
        let ordered = |index: &CellIndex| ordered.get(index.0).copied().flatten();
        let figures: Vec<OrderedFigure> = alike.members.iter().filter_map(ordered).collect();
        let forbids = alike.between(alike, dataset, request.measure).iter().any(Reason::forbids_rank);
        match forbids {
            _ if figures.is_empty() => {}
            false => all.push(Candidates { alike, figures: SortedFigures::new(figures) }),
            true => all.extend(
                figures.into_iter().map(|figure| Candidates { alike, figures: SortedFigures::new(vec![figure]) }),
            ),
        }
    }
    all
}

fn matrix(candidates: &[Candidates], holds: impl Fn(&Candidates, &Candidates) -> bool) -> Vec<Vec<bool>> {
    let mut rows: Vec<Vec<bool>> = Vec::with_capacity(candidates.len());
    for (index, one) in candidates.iter().enumerate() {
        let above: Vec<bool> = rows.iter().filter_map(|row| row.get(index).copied()).collect();
        let from_here = candidates.iter().skip(index).map(|other| holds(one, other));
        rows.push(above.into_iter().chain(from_here).collect());
    }
    rows
}

fn cells_of(candidates: &[Candidates], group: &[usize]) -> Vec<CellIndex> {
    let figures = group.iter().filter_map(|at| candidates.get(*at)).flat_map(|each| each.figures.figures());
    figures.map(|figure| figure.cell).in_order().collect()
}

fn interval(cell: &Cell) -> Option<Interval> {
    cell.figure()?.extent.as_ref().ok()?.interval()
}

/// Returns what a figure can be ranked by; `None` where it may not be ranked.
pub(super) fn ordered_figure(
    dataset: &Dataset,
    request: &Request,
    index: CellIndex,
    cell: &Cell,
) -> Option<OrderedFigure> {
    let (figure, value) = (cell.figure()?, interval(cell)?);
    if of_value_and_time(dataset, figure).any(|reason| reason.forbids_rank()) {
        return None;
    }
    let observation = &dataset.observations[figure.observation()];
    let per_month = match request.measure.divisor() {
        Divisor::Months => None,
        Divisor::One | Divisor::Heads { .. } => per_month(observation, figure),
    };
    Some(OrderedFigure { cell: index, value, per_month })
}

/// Returns what a total says per month, under whatever measure it is put; `None` where it is no total over a period.
fn per_month(observation: &Observation, figure: &MeasuredFigure) -> Option<PerMonth> {
    if observation.nature != Nature::Flow || observation.each.is_some() {
        return None;
    }
    let months = observation.period.months()?;
    let extent = figure.extent.as_ref().ok().and_then(|extent| extent.scaled(1.0, months))?;
    Some(PerMonth { value: extent.interval()?, months })
}
