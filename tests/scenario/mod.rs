//! Reading a scenario and holding the domain to it.

pub mod facts;
pub mod names;

use cppcc::domain::cell::{Cell, CellIndex};
use cppcc::domain::compare::Comparison;
use cppcc::domain::extent::Extent;
use cppcc::domain::interval::{High, Interval, Low};
use cppcc::domain::missing::Missing;
use cppcc::domain::pair::Pair;
use cppcc::domain::request::YearChoice;
use cppcc::domain::{
    Dataset, Exclusion, FigureChoice, Measure, Qualifier, Rank, Refusal, Request, Scope, VariantChoice, compare,
};
use cppcc::text::Text;
use cppcc::text::number::{Rounding, rounded};
use facts::{Built, Facts};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A scenario: some figures, and what is asked of them.
pub struct Scenario {
    pub facts: Facts,
    /// The questions, each with what must come.
    pub asks: Vec<Ask>,
}

/// A question and all that is known of its answer. What is left out of the answer is not looked at, but for `refused`:
/// left out, the comparison must not be refused.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    /// `raw` where left out.
    pub measure: Option<String>,
    /// `latest` (where left out), `closest` or a year.
    pub when: Option<String>,
    /// What is counted, where that is chosen; `none` for what the indicator itself counts.
    pub variant: Option<String>,
    /// The level, where that is chosen.
    pub scope: Option<String>,
    /// All areas where left out.
    #[serde(default)]
    pub areas: Vec<String>,
    /// What each area's cell must say.
    #[serde(default)]
    pub cells: BTreeMap<String, String>,
    /// From which figures each area's cell must come.
    #[serde(default)]
    pub from: BTreeMap<String, Vec<String>>,
    /// What else each area must hold under the same year, in order.
    #[serde(default)]
    pub held: BTreeMap<String, Vec<String>>,
    /// What must be there to choose from, in order: a variant or `none`, and a level.
    pub choices: Option<Vec<[String; 2]>>,
    /// What must lie between two areas.
    #[serde(default)]
    pub pairs: Vec<Between>,
    /// The rank of every area that must have one.
    pub ranks: Option<BTreeMap<String, String>>,
    /// All areas in the order in which a list by value shows them.
    pub by_value: Option<Vec<String>>,
    /// Why nothing may be ranked.
    pub order: Option<String>,
    /// What must exclude each area from the order that others have, or `all` where there is none.
    pub exclusions: Option<BTreeMap<String, Vec<String>>>,
    /// Why the comparison must be refused.
    pub refused: Option<String>,
}

/// What must lie between two areas: the verdict and all its reasons.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Between {
    pub of: [String; 2],
    /// `comparable`, `with-caution` or `not-comparable`; `none` where one of them has no figure.
    pub verdict: String,
    /// All reasons, in any order; a reason that holds for both areas is there twice.
    #[serde(default)]
    pub reasons: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    title: String,
    why: String,
    ask: Vec<Ask>,
}

/// Reads a scenario.
///
/// # Errors
/// Words about what can't be read; a key that is not known is one of those things.
pub fn read(words: &str) -> Result<Scenario, String> {
    let mut rest: toml::Table = words.parse().map_err(|error: toml::de::Error| error.to_string())?;
    let mut head = toml::Table::new();
    for key in ["title", "why", "ask"] {
        head.extend(rest.remove(key).map(|value| (key.to_owned(), value)));
    }
    let head: Head = head.try_into().map_err(|error| error.to_string())?;
    let facts: Facts = rest.try_into().map_err(|error| error.to_string())?;
    if head.title.trim().is_empty() || head.why.trim().is_empty() {
        return Err("a scenario has a title and says why".into());
    }
    if head.ask.is_empty() || head.ask.iter().any(Ask::is_idle) {
        return Err("a scenario asks something, and each question states what must come".into());
    }
    Ok(Scenario { facts, asks: head.ask })
}

impl Ask {
    fn is_idle(&self) -> bool {
        let states_map = [&self.from, &self.held].into_iter().any(|map| !map.is_empty());
        !(states_map
            || !self.cells.is_empty()
            || !self.pairs.is_empty()
            || self.choices.is_some()
            || self.ranks.is_some()
            || self.by_value.is_some()
            || self.order.is_some()
            || self.refused.is_some()
            || self.exclusions.is_some())
    }

    /// The measure asked for.
    ///
    /// # Errors
    /// Words, where there is no such measure.
    pub fn measure(&self) -> Result<Measure, String> {
        let Some(wanted) = self.measure.as_deref() else { return Ok(Measure::Raw) };
        let all = [Measure::Raw, Measure::PerMonth, Measure::PerHundredMembers, Measure::PerMillionResidents];
        let found = all.into_iter().find(|measure| names::measure(*measure) == wanted);
        found.ok_or_else(|| format!("no measure is called {wanted:?}"))
    }

    /// The moment asked for.
    ///
    /// # Errors
    /// Words, where there is no such moment.
    pub fn year_choice(&self) -> Result<YearChoice, String> {
        match self.when.as_deref() {
            None | Some("latest") => Ok(YearChoice::Latest),
            Some("closest") => Ok(YearChoice::Closest),
            Some(year) => year.parse().map(YearChoice::Year).map_err(|_| format!("{year:?} is no moment")),
        }
    }

    fn figure_choice(&self) -> Result<FigureChoice, String> {
        let variant = self.variant.as_deref().map(|variant| match variant {
            "none" => VariantChoice::Plain,
            other => VariantChoice::Variant(Text::new(other, other)),
        });
        let scope = self.scope.as_deref().map(facts::word).transpose()?;
        Ok(FigureChoice { variant, scope })
    }

    fn request(&self, built: &Built) -> Result<Request, String> {
        let areas = if self.areas.is_empty() {
            built.dataset.areas.keys().collect()
        } else {
            self.areas.iter().map(|id| facts::area(&built.dataset, id)).collect::<Result<_, _>>()?
        };
        Ok(Request {
            indicator: built.indicator,
            areas,
            measure: self.measure()?,
            year_choice: self.year_choice()?,
            figure_choice: self.figure_choice()?,
        })
    }
}

/// Asks all questions of a scenario; gives one line for each thing that came otherwise than stated.
///
/// # Errors
/// Words about what the scenario says and can't be: an area that is not there.
pub fn run(scenario: &Scenario) -> Result<Vec<String>, String> {
    let built = facts::build(&scenario.facts)?;
    let mut wrong = Vec::new();
    for (number, ask) in scenario.asks.iter().enumerate() {
        let result = compare(&built.dataset, &ask.request(&built)?);
        let mut report = Report { question: number + 1, wrong: &mut wrong };
        check_cells(&built.dataset, ask, &result, &mut report)?;
        check_pairs(&built.dataset, ask, &result, &mut report)?;
        check_order(&built.dataset, ask, &result, &mut report);
    }
    Ok(wrong)
}

struct Report<'a> {
    question: usize,
    wrong: &'a mut Vec<String>,
}

impl Report<'_> {
    fn expect(&mut self, what: &str, expected: &str, came: &str) {
        if expected != came {
            self.wrong.push(format!("question {}, {what}: expected {expected}, came {came}", self.question));
        }
    }
}

fn index(dataset: &Dataset, result: &Comparison, id: &str) -> Result<CellIndex, String> {
    let area = facts::area(dataset, id)?;
    result.index_of(area).ok_or_else(|| format!("{id:?} was not asked for"))
}

fn check_cells(dataset: &Dataset, ask: &Ask, result: &Comparison, report: &mut Report<'_>) -> Result<(), String> {
    for (id, expected) in &ask.cells {
        let cell = &result[index(dataset, result, id)?];
        report.expect(&format!("the cell of {id}"), expected, &cell_text(cell));
    }
    for (id, expected) in &ask.from {
        let cell = &result[index(dataset, result, id)?];
        let found = cell.figure().map_or(&[][..], |found| &found.observations);
        let came: Vec<&str> = found.iter().map(|key| dataset.observations[*key].id.as_str()).collect();
        report.expect(&format!("the figures of {id}"), &expected.join(", "), &came.join(", "));
    }
    check_choices(dataset, ask, result, report)
}

fn check_choices(dataset: &Dataset, ask: &Ask, result: &Comparison, report: &mut Report<'_>) -> Result<(), String> {
    for (id, expected) in &ask.held {
        let held = result.also_held(dataset, &result[index(dataset, result, id)?]);
        let came: Vec<&str> = held.iter().map(|key| dataset.observations[*key].id.as_str()).collect();
        report.expect(&format!("what else {id} holds"), &expected.join(", "), &came.join(", "));
    }
    if let Some(expected) = &ask.choices {
        let words = |choice: &FigureChoice| {
            let variant = match &choice.variant {
                Some(VariantChoice::Variant(variant)) => variant.en.as_str(),
                Some(VariantChoice::Plain) => "none",
                None => "any",
            };
            [variant, choice.scope.map_or("any", Scope::id)].join(", ")
        };
        let came: Vec<String> = result.choices(dataset).iter().map(words).collect();
        let expected: Vec<String> = expected.iter().map(|choice| choice.join(", ")).collect();
        report.expect("the choices", &expected.join("; "), &came.join("; "));
    }
    Ok(())
}

fn check_pairs(dataset: &Dataset, ask: &Ask, result: &Comparison, report: &mut Report<'_>) -> Result<(), String> {
    for between in &ask.pairs {
        let [a, b] = &between.of;
        let pair = result.pair(dataset, index(dataset, result, a)?, index(dataset, result, b)?);
        let said = |verdict: &str, mut reasons: Vec<&str>| {
            reasons.sort_unstable();
            if reasons.is_empty() { verdict.to_owned() } else { format!("{verdict}: {}", reasons.join(", ")) }
        };
        let expected = said(&between.verdict, between.reasons.iter().map(String::as_str).collect());
        let came = match pair {
            None => "none".to_owned(),
            Some(Pair { verdict, reasons, .. }) => {
                said(names::verdict(verdict), reasons.iter().map(names::reason).collect())
            }
        };
        report.expect(&format!("{a} beside {b}"), &expected, &came);
    }
    Ok(())
}

fn check_order(dataset: &Dataset, ask: &Ask, result: &Comparison, report: &mut Report<'_>) {
    let refused = |refused: Option<&str>| refused.unwrap_or("not refused").to_owned();
    let came = result.refused.map(Refusal::id);
    report.expect("refusal", &refused(ask.refused.as_deref()), &refused(came));
    let rank = |Rank { from, to }| if from == to { from.to_string() } else { format!("{from}–{to}") };
    let came = if let Some(why) = result.no_order {
        names::no_order(why).to_owned()
    } else {
        let ranked = |cell: &Cell| Some((dataset.areas[cell.area].id.clone(), cell.rank().map(rank)?));
        ranks_text(&result.cells.iter().filter_map(ranked).collect())
    };
    if let Some(ranks) = &ask.ranks {
        report.expect("ranks", &ranks_text(ranks), &came);
    }
    if let Some(order) = &ask.order {
        report.expect("order", order, &came);
    }
    if let Some(by_value) = &ask.by_value {
        let came: Vec<&str> = result.cells_by_value().iter().map(|cell| dataset.areas[cell.area].id.as_str()).collect();
        report.expect("order of values", &by_value.join(", "), &came.join(", "));
    }
    if let Some(exclusions) = &ask.exclusions {
        let expected = exclusions.iter().map(|(area, reasons)| format!("{area}: {}", reasons.join(", ")));
        let mut came: Vec<String> = Vec::new();
        for Exclusion { areas, reasons } in result.exclusions(dataset) {
            let reasons = reasons.iter().map(names::reason).collect::<Vec<_>>().join(", ");
            let ids = areas.iter().map(|area| dataset.areas[*area].id.as_str());
            let ids: Vec<&str> = if areas.is_empty() { vec!["all"] } else { ids.collect() };
            came.extend(ids.iter().map(|id| format!("{id}: {reasons}")));
        }
        came.sort_unstable();
        report.expect("exclusions", &expected.collect::<Vec<_>>().join("; "), &came.join("; "));
    }
}

fn ranks_text(ranks: &BTreeMap<String, String>) -> String {
    ranks.iter().map(|(area, rank)| format!("{area} {rank}")).collect::<Vec<_>>().join(", ")
}

/// A cell as scenarios write it; the ends of a range are rounded outwards, to about three digits where they are not
/// whole.
fn cell_text(cell: &Cell) -> String {
    match &cell.content {
        Err(Missing::NothingForYear { year, available, .. }) => {
            let held: Vec<String> = available.iter().map(i16::to_string).collect();
            let held = if held.is_empty() { "none dated".to_owned() } else { held.join(", ") };
            format!("missing: nothing-for-year {year}, held: {held}")
        }
        Err(missing) => format!("missing: {}", missing.id()),
        Ok(found) => match &found.extent {
            Ok(extent) => extent_text(extent),
            Err(why) => format!("refused: {}", names::no_measure(why)),
        },
    }
}

fn extent_text(extent: &Extent) -> String {
    match extent {
        Extent::Within(interval) => interval_text(*interval),
        Extent::Unreliable { amount, qualifier: Qualifier::Order } => {
            format!("order of {}", rounded(amount.get(), Rounding::Nearest))
        }
        Extent::Unreliable { amount, .. } => format!("~{}", rounded(amount.get(), Rounding::Nearest)),
        Extent::Designed(design) => format!("designed {design}"),
    }
}

fn interval_text(interval: Interval) -> String {
    if let Some(point) = interval.point() {
        return rounded(point.get(), Rounding::Nearest);
    }
    let low = match interval.low() {
        Low::Closed(low) => format!("[{}", rounded(low.get(), Rounding::Down)),
        Low::Open(low) => format!("({}", rounded(low.get(), Rounding::Down)),
    };
    match interval.high() {
        High::Closed(high) => format!("{low}, {}]", rounded(high.get(), Rounding::Up)),
        High::Open(high) => format!("{low}, {})", rounded(high.get(), Rounding::Up)),
        High::Unbounded => format!("{low}, ∞)"),
    }
}

/// Everything that a scenario states, as pairs of a kind and a name of [`names::ALL`].
///
/// # Errors
/// Words, where it asks by a measure or for a moment that is not known.
pub fn stated(scenario: &Scenario) -> Result<Vec<(&'static str, String)>, String> {
    let mut all = Vec::new();
    for ask in &scenario.asks {
        all.push(("measure", names::measure(ask.measure()?).to_owned()));
        all.push(("when", names::year_choice(ask.year_choice()?).to_owned()));
        all.extend(ask.refused.iter().map(|id| ("refused", id.clone())));
        all.extend(ask.order.iter().map(|id| ("order", id.clone())));
        for pair in &ask.pairs {
            all.push(("verdict", pair.verdict.clone()));
            all.extend(pair.reasons.iter().map(|id| ("reason", id.clone())));
        }
        for cell in ask.cells.values() {
            let missing = cell.strip_prefix("missing: ").and_then(|rest| rest.split_whitespace().next());
            all.extend(missing.map(|id| ("missing", id.to_owned())));
            all.extend(cell.strip_prefix("refused: ").map(|id| ("no measure", id.to_owned())));
        }
    }
    Ok(all)
}
