//! What a scenario gives: a handful of figures in plain words, made into a small [`Dataset`].

use cppcc::domain::absence::{Absence, AbsenceKind};
use cppcc::domain::area::Area;
use cppcc::domain::article::{Article, Genre, Grade, Medium, Published};
use cppcc::domain::dataset::Dataset;
use cppcc::domain::date::PartialDate;
use cppcc::domain::denominator::{Certainty, Denominator};
use cppcc::domain::indicator::{Indicator, Nature, Population, Theme};
use cppcc::domain::interval::{Amount, Qualifier};
use cppcc::domain::observation::{Actor, Observation, PrintedSource, PrintedValue, Scope, Status};
use cppcc::domain::pack::Pack;
use cppcc::domain::period::{Basis, End, Period, Shape};
use cppcc::domain::table::Key;
use cppcc::text::{Text, Word};
use serde::Deserialize;

/// The figures of one indicator, and what belongs to them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// The nature of the indicator; `flow` where left out.
    pub nature: Option<String>,
    /// `ascending`, `descending` or `by-size`; left out, what the nature's usual order is.
    pub order: Option<String>,
    /// The people whose number the indicator is: `members` or `residents`.
    pub denominator: Option<String>,
    /// Whether the indicator's theme is background.
    #[serde(default)]
    pub context: bool,
    /// The areas in their order; left out, those that the rest names, in the order in which it does.
    #[serde(default)]
    pub areas: Vec<String>,
    #[serde(default)]
    pub observations: Vec<Figure>,
    #[serde(default)]
    pub members: Vec<Heads>,
    #[serde(default)]
    pub residents: Vec<Heads>,
    /// Absences that somebody has looked into.
    #[serde(default)]
    pub absences: Vec<Looked>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    pub area: String,
    /// `150`, `at least 150`, `below 14000`, `at most 30`, `between 30 and 40`, `about 30`, `order of 1000000`, `designed 1+10`.
    pub says: String,
    /// `2024-01-01 .. 2024-12-31`, `as of 2024-12`; an end may be `unknown`, `inferred 2024-04` or
    /// `inferred 2024-04 [2024-03-01, 2024-05-31]`. Left out: the year 2024, or as of its last day.
    pub period: Option<String>,
    /// A name, for `from` and `part_of`.
    pub id: Option<String>,
    /// The nature, where it is not the indicator's.
    pub nature: Option<String>,
    /// `city` where left out.
    pub scope: Option<String>,
    /// `achieved` where left out.
    pub status: Option<String>,
    /// Whose doing, where it is not the committee's.
    pub actor: Option<String>,
    /// What is counted, where that needs telling.
    pub variant: Option<String>,
    /// `year`, `month`, `week` or `day`, for a mean or a frequency.
    pub each: Option<String>,
    /// The unit, where it is not the indicator's.
    pub unit: Option<String>,
    /// What a multiple or a change is set against.
    pub base: Option<String>,
    /// The whole of which this is a part.
    pub part_of: Option<String>,
    /// How its source was seen; `full` where left out.
    pub grade: Option<String>,
    /// How a second witness of the same figure was seen.
    pub also: Option<String>,
}

/// A number of members or residents.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heads {
    pub area: String,
    pub count: f64,
    pub as_of: String,
    /// How the source hedges it; `exact` where left out.
    pub qualifier: Option<String>,
    /// What must be told with it.
    pub caveat: Option<String>,
}

/// An absence that somebody has looked into.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Looked {
    pub area: String,
    pub kind: String,
}

/// The dataset, and the one indicator in it.
pub struct Built {
    /// All that the facts say.
    pub dataset: Dataset,
    pub indicator: Key<Indicator>,
}

fn text(words: &str) -> Text {
    Text::new(words, words)
}

/// Makes the facts into a dataset.
///
/// # Errors
/// Words about the first thing that can't be read.
pub fn build(facts: &Facts) -> Result<Built, String> {
    let mut dataset = Dataset::default();
    let taken = |id: &str| format!("the id {id:?} is there twice");
    let pack = Pack { id: "pack".into(), name: text("pack"), about: text("pack"), version: None };
    let pack = dataset.packs.add("pack", pack).ok_or_else(|| taken("pack"))?;
    let theme = Theme { id: "theme".into(), name: text("theme"), is_context: facts.context };
    let theme = dataset.themes.add("theme", theme).ok_or_else(|| taken("theme"))?;
    let nature = facts.nature.as_deref().map_or(Ok(Nature::Flow), word)?;
    let indicator = Indicator {
        aliases: Vec::new(),
        id: "indicator".into(),
        theme,
        name: text("indicator"),
        short: None,
        unit: text("times"),
        definition: text("what is counted"),
        sentence: None,
        nature,
        direction: facts.order.as_deref().map_or(Ok(nature.usual_direction()), word)?,
        denominator: facts.denominator.as_deref().map(word).transpose()?,
    };
    let indicator = dataset.indicators.add("indicator", indicator).ok_or_else(|| taken("indicator"))?;
    for (at, id) in area_ids(facts).into_iter().enumerate() {
        let area = Area { code: format!("{at:06}"), name: text(&id), committee: text(&id), id: id.clone() };
        let area = dataset.areas.add(&id, area).ok_or_else(|| taken(&id))?;
        dataset.denominators.extend(denominators(facts, area, &id)?.into_iter().map(std::sync::Arc::new));
    }
    for (at, figure) in facts.observations.iter().enumerate() {
        let id = figure.id.clone().unwrap_or_else(|| format!("figure-{at}"));
        let observation = observation(&mut dataset, pack, (indicator, nature), figure, &id)?;
        dataset.observations.add(&id, observation).ok_or_else(|| taken(&id))?;
    }
    for absence in &facts.absences {
        let kind = match absence.kind.as_str() {
            "not-applicable" => AbsenceKind::NotApplicable,
            "not-curated" => AbsenceKind::NotCurated,
            other => return Err(format!("no kind of absence is called {other:?}")),
        };
        let area = area(&dataset, &absence.area)?;
        dataset.absences.push(Absence { area, indicator, kind, why: text("why") });
    }
    Ok(Built { dataset, indicator })
}

/// The area with this id.
///
/// # Errors
/// Words, where there is none.
pub fn area(dataset: &Dataset, id: &str) -> Result<Key<Area>, String> {
    dataset.areas.find(id).ok_or_else(|| format!("no area is called {id:?}"))
}

fn area_ids(facts: &Facts) -> Vec<String> {
    let mut ids = facts.areas.clone();
    let figures = facts.observations.iter().map(|figure| &figure.area);
    for id in figures.chain(facts.absences.iter().map(|absence| &absence.area)) {
        if !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    ids
}

fn denominators(facts: &Facts, area: Key<Area>, id: &str) -> Result<Vec<Denominator>, String> {
    let members = facts.members.iter().map(|heads| (Population::Members, heads));
    let residents = facts.residents.iter().map(|heads| (Population::Residents, heads));
    members
        .chain(residents)
        .filter(|(_, heads)| heads.area == id)
        .map(|(population, heads)| {
            Ok(Denominator {
                area,
                population,
                count: Amount::new(heads.count).ok_or("a number of heads is not a number")?,
                qualifier: heads.qualifier.as_deref().map_or(Ok(Qualifier::Exact), word)?,
                as_of: date(&heads.as_of)?,
                source: text("source"),
                certainty: Certainty::High,
                caveat: heads.caveat.as_deref().map(text),
                observation: None,
            })
        })
        .collect()
}

fn observation(
    dataset: &mut Dataset,
    pack: Key<Pack>,
    (indicator, usual): (Key<Indicator>, Nature),
    figure: &Figure,
    id: &str,
) -> Result<Observation, String> {
    let value = value(&figure.says)?;
    let nature = figure.nature.as_deref().map_or(Ok(usual), word)?;
    let usual_period = if nature == Nature::Flow { "2024-01-01 .. 2024-12-31" } else { "as of 2024-12-31" };
    let area = area(dataset, &figure.area)?;
    let whole = |whole: &String| dataset.observations.find(whole).ok_or_else(|| format!("no figure {whole:?} yet"));
    let part_of = figure.part_of.as_ref().map(whole).transpose()?;
    let mut source = |number: usize, grade: Grade| {
        let id = format!("{id}-article-{number}");
        let key = dataset.articles.add(&id, article(&id, pack, area, grade));
        key.map(|article| PrintedSource { article, paragraph: None, printed: "printed".into() })
            .ok_or("an article twice")
    };
    let first = source(1, figure.grade.as_deref().map_or(Ok(Grade::Full), word)?)?;
    let also = match figure.also.as_deref() {
        Some(also) => vec![source(2, word(also)?)?],
        None => Vec::new(),
    };
    Ok(Observation {
        id: id.to_owned(),
        area,
        indicator,
        value,
        each: figure.each.as_deref().map(word).transpose()?,
        unit: figure.unit.as_deref().map(text),
        base: figure.base.as_deref().map(text),
        nature,
        period: period(figure.period.as_deref().unwrap_or(usual_period))?,
        scope: figure.scope.as_deref().map_or(Ok(Scope::City), word)?,
        status: figure.status.as_deref().map_or(Ok(Status::Achieved), word)?,
        actor: figure.actor.as_deref().map_or(Actor::Committee, |who| Actor::Other(text(who))),
        variant: figure.variant.as_deref().map(text),
        sentence: None,
        note: None,
        reading: None,
        part_of,
        source: first,
        also,
    })
}

fn article(id: &str, pack: Key<Pack>, area: Key<Area>, grade: Grade) -> Article {
    Article {
        id: id.to_owned(),
        pack,
        area,
        title: id.to_owned(),
        outlet: Some(text("outlet")),
        outlet_remark: None,
        medium: Medium::Web,
        place: None,
        page: None,
        authors: Vec::new(),
        published: Published::Unknown { why: text("not needed here") },
        period: None,
        genre: Genre::News,
        statement: None,
        grade,
        address: None,
        accessed: None,
        paragraphs: None,
        original: None,
        caveats: Vec::new(),
    }
}

fn value(says: &str) -> Result<PrintedValue, String> {
    if let Some(design) = says.strip_prefix("designed ") {
        return Ok(PrintedValue::Designed(design.to_owned()));
    }
    let no_number = || format!("{says:?} says no number");
    let amount = |number: &str| number.parse().ok().and_then(Amount::of_change).ok_or_else(no_number);
    if let Some((low, high)) = says.strip_prefix("between ").and_then(|range| range.split_once(" and ")) {
        return Ok(PrintedValue::Between { low: amount(low)?, high: amount(high)? });
    }
    let words = [
        ("at least ", Qualifier::AtLeast),
        ("below ", Qualifier::Below),
        ("at most ", Qualifier::AtMost),
        ("about ", Qualifier::About),
        ("order of ", Qualifier::Order),
    ];
    let hedged = words.iter().find_map(|(word, qualifier)| Some((says.strip_prefix(word)?, *qualifier)));
    let (number, qualifier) = hedged.unwrap_or((says, Qualifier::Exact));
    Ok(PrintedValue::Number { amount: amount(number)?, qualifier })
}

fn date(words: &str) -> Result<PartialDate, String> {
    PartialDate::parse(words).ok_or_else(|| format!("{words:?} is no date"))
}

fn period(words: &str) -> Result<Period, String> {
    let shape = match (words.strip_prefix("as of "), words.split_once(" .. ")) {
        (Some(day), _) => Shape::AsOf(end(day)?),
        (None, Some((first, last))) => Shape::Span { start: end(first)?, end: end(last)? },
        (None, None) => return Err(format!("{words:?} is no period: write “START .. END” or “as of DATE”")),
    };
    Ok(Period { shape, note: None })
}

fn end(words: &str) -> Result<End, String> {
    if words == "unknown" {
        return Ok(End::Unknown { why: text("not printed") });
    }
    let Some(inferred) = words.strip_prefix("inferred ") else { return Ok(End::stated(date(words)?)) };
    let (nominal, bounds) = match inferred.split_once(" [") {
        None => (inferred, None),
        Some((nominal, bounds)) => {
            let bounds = bounds.strip_suffix(']').and_then(|bounds| bounds.split_once(", "));
            let (first, last) = bounds.ok_or_else(|| format!("{words:?}: write [EARLIEST, LATEST]"))?;
            (nominal, Some((date(first)?.earliest(), date(last)?.latest())))
        }
    };
    Ok(End::Known { date: date(nominal)?, basis: Basis::Inferred { why: text("worked out"), bounds } })
}

/// Reads one of the fixed words of an enum.
///
/// # Errors
/// Words, where it is none of them.
pub fn word<W: Word>(word: &str) -> Result<W, String> {
    W::from_word(word).ok_or_else(|| format!("{word:?} is none of {}", W::words().collect::<Vec<_>>().join(", ")))
}
