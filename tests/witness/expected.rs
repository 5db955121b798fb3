//! What each figure ought to say under each measure, worked out anew from the JSON export. Nothing of the program's own
//! arithmetic is used here.

use cppcc::domain::{Measure, YearChoice};
use jiff::civil::Date;
use serde_json::Value;
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

/// What a figure says.
#[derive(Clone, Debug, PartialEq)]
pub enum Says {
    /// A number between two ends; without the upper one where it is not known.
    Within {
        low: f64,
        low_open: bool,
        high: Option<f64>,
        high_open: bool,
    },
    /// A number that gives no bound.
    Loose {
        amount: f64,
        qualifier: String,
    },
    Designed(String),
    /// Nothing under this measure, and why.
    Refused(&'static str),
}

impl Says {
    /// The greatest number that a bar of it needs room for.
    pub fn largest(&self) -> Option<f64> {
        match self {
            Self::Within { low, high, .. } => Some(high.unwrap_or(*low)),
            Self::Loose { amount, .. } => Some(*amount),
            Self::Designed(_) | Self::Refused(_) => None,
        }
    }
}

type Days = (Date, Date);

/// The whole data, as it is exported.
pub struct Export {
    document: Value,
    /// The places of the figures by area and indicator.
    held: HashMap<(String, String), Vec<usize>>,
    /// The places of the figures by id.
    places: HashMap<String, usize>,
}

impl Export {
    pub fn read(json: &str) -> Self {
        let document: Value = serde_json::from_str(json).unwrap();
        let (mut held, mut places) = (HashMap::<_, Vec<usize>>::new(), HashMap::new());
        for (place, one) in document["observations"].as_array().unwrap().iter().enumerate() {
            let text = |name: &str| one[name].as_str().unwrap().to_owned();
            held.entry((text("area"), text("indicator"))).or_default().push(place);
            places.insert(text("id"), place);
        }
        Self { document, held, places }
    }

    fn all(&self, what: &str) -> &Vec<Value> {
        self.document[what].as_array().unwrap()
    }

    fn one(&self, what: &str, id: &str) -> &Value {
        self.all(what).iter().find(|thing| thing["id"] == id).unwrap_or_else(|| panic!("no {id} in {what}"))
    }

    pub fn observation(&self, id: &str) -> &Value {
        &self.all("observations")[self.places[id]]
    }

    pub fn article(&self, id: &str) -> &Value {
        self.one("articles", id)
    }

    pub fn area(&self, id: &str) -> &Value {
        self.one("areas", id)
    }

    /// The indicators of which there is a figure, in the order of the data.
    pub fn indicators(&self) -> Vec<&str> {
        let ids = self.all("indicators").iter().map(|indicator| indicator["id"].as_str().unwrap());
        ids.filter(|id| self.all("observations").iter().any(|held| held["indicator"] == *id)).collect()
    }

    /// The years that any figure counts under.
    pub fn years(&self) -> BTreeSet<i16> {
        self.all("observations").iter().filter_map(|held| year(&held["period"])).collect()
    }

    /// An indicator that holds a figure of a year.
    pub fn holder_of(&self, wanted: i16) -> &str {
        let held = self.all("observations").iter().find(|held| year(&held["period"]) == Some(wanted));
        held.unwrap()["indicator"].as_str().unwrap()
    }

    fn is_context(&self, indicator: &str) -> bool {
        self.one("themes", self.one("indicators", indicator)["theme"].as_str().unwrap())["context"] == true
    }

    /// Whether the figures of an indicator may be compared at all.
    pub fn is_performance(&self, indicator: &str) -> bool {
        !self.is_context(indicator)
    }

    /// What a figure says under a measure.
    pub fn says(&self, observation: &str, measure: Measure) -> Says {
        let held = self.observation(observation);
        let nature = held["nature"].as_str().unwrap();
        match measure {
            Measure::Raw => printed(held, 1.0, (1.0, 1.0)),
            Measure::PerMonth if nature != "flow" => Says::Refused("not-a-flow"),
            Measure::PerMonth => match months(&held["period"]) {
                None => Says::Refused("period-unknown"),
                Some(months) => printed(held, 1.0, months),
            },
            _ if !["flow", "stock"].contains(&nature) => Says::Refused("not-a-count"),
            Measure::PerHundredMembers => self.per_head(held, "members", 366, 100.0),
            Measure::PerMillionResidents => self.per_head(held, "residents", 3653, 1e6),
        }
    }

    fn per_head(&self, held: &Value, kind: &str, reach_in_days: i64, factor: f64) -> Says {
        let Some((first, last)) = reach(&held["period"]) else { return Says::Refused("period-unknown") };
        let all = self.area(held["area"].as_str().unwrap())["denominators"].as_array().unwrap();
        let distance = |base: &Value| {
            let (earliest, latest) = days(base["as_of"].as_str().unwrap());
            apart(latest, first).max(apart(last, earliest)).max(0)
        };
        let of_kind = all.iter().filter(|base| base["kind"] == kind && distance(base) <= reach_in_days);
        let nearest = of_kind.min_by_key(|base| (distance(base), Reverse(days(base["as_of"].as_str().unwrap()).1)));
        match nearest {
            None => Says::Refused("no-denominator"),
            Some(base) => {
                let heads = base["value"].as_f64().unwrap();
                printed(held, factor, (heads, heads))
            }
        }
    }

    /// The figure that ought to stand for an area, or `None` where there is none; not for the closest set, which the
    /// figures of all areas decide together.
    pub fn chosen(&self, area: &str, indicator: &str, year_choice: YearChoice) -> Option<&str> {
        let held = self.candidates(area, indicator);
        let chosen = match year_choice {
            YearChoice::Latest => latest(&held),
            YearChoice::Closest => return None,
            YearChoice::Year(wanted) => {
                let of_year: Vec<&Value> =
                    held.into_iter().filter(|one| year(&one["period"]) == Some(wanted)).collect();
                let overflow = |one: &Value| overflow(&one["period"], wanted);
                let least = of_year.iter().map(|one| overflow(one)).min()?;
                let best: Vec<&Value> = of_year.into_iter().filter(|one| overflow(one) == least).collect();
                latest(&best)
            }
        };
        chosen.map(|one| one["id"].as_str().unwrap())
    }

    /// What has happened before what is planned; no part beside its whole, unless it is a part of the whole's time.
    pub fn candidates(&self, area: &str, indicator: &str) -> Vec<&Value> {
        let places = self.held.get(&(area.to_owned(), indicator.to_owned())).into_iter().flatten();
        let held = || places.clone().map(|place| &self.all("observations")[*place]);
        let achieved = held().any(|one| one["status"] == "achieved");
        let stands = |one: &&Value| {
            let whole = held().find(|whole| one["part_of"] == whole["id"]);
            whole.is_none_or(|whole| {
                let length = |one: &Value| reach(&one["period"]).map(|(first, last)| apart(first, last) + 1);
                matches!((length(one), length(whole)), (Some(part), Some(whole)) if part * 2 <= whole)
            })
        };
        held().filter(|one| !achieved || one["status"] == "achieved").filter(stands).collect()
    }
}

fn latest<'a>(held: &[&'a Value]) -> Option<&'a Value> {
    let ends = |one: &Value| reach(&one["period"]).map(|(first, last)| (last, first));
    let greatest = held.iter().map(|one| ends(one)).max()?;
    held.iter().find(|one| ends(one) == greatest).copied()
}

fn overflow(period: &Value, year: i16) -> i64 {
    if period["is_date"] == true {
        return 0;
    }
    let (first, last) = reach(period).unwrap();
    apart(Date::constant(year, 1, 1), first).abs() + apart(Date::constant(year, 12, 31), last).abs()
}

/// A printed number with its hedge, times a factor and divided by what is known between two ends.
fn printed(held: &Value, factor: f64, (least, greatest): (f64, f64)) -> Says {
    let Some(value) = held["value"].as_f64() else {
        return Says::Designed(held["value"].as_str().unwrap().to_owned());
    };
    let (low, high) = (value * factor / greatest, value * factor / least);
    match held["qualifier"].as_str().unwrap() {
        "exact" => Says::Within { low, low_open: false, high: Some(high), high_open: false },
        "at-least" => Says::Within { low, low_open: false, high: None, high_open: true },
        "below" => Says::Within { low: 0.0, low_open: true, high: Some(high), high_open: true },
        hedge => {
            let amount = value * factor / f64::midpoint(least, greatest);
            Says::Loose { amount, qualifier: hedge.to_owned() }
        }
    }
}

/// The days that a date known to the day, the month or the year may be.
fn days(date: &str) -> Days {
    let parts: Vec<i16> = date.split('-').map(|part| part.parse().unwrap()).collect();
    let day =
        |month: i16, day: i16| Date::new(parts[0], i8::try_from(month).unwrap(), i8::try_from(day).unwrap()).unwrap();
    match parts.len() {
        1 => (day(1, 1), day(12, 31)),
        2 => (day(parts[1], 1), day(parts[1], 1).last_of_month()),
        _ => (day(parts[1], parts[2]), day(parts[1], parts[2])),
    }
}

/// The days that an end of a period may be.
fn end(period: &Value, which: &str) -> Option<Days> {
    let bound = |name: &str| period[format!("{which}_{name}")].as_str().map(|day| days(day).0);
    match (bound("earliest"), bound("latest")) {
        (Some(earliest), Some(latest)) => Some((earliest, latest)),
        _ => period[which].as_str().map(days),
    }
}

/// From the first day that a period may reach to the last.
pub fn reach(period: &Value) -> Option<Days> {
    let last = end(period, "end");
    if period["is_date"] == true {
        return last;
    }
    let first = end(period, "start").or(last)?;
    let last = last.unwrap_or(first);
    Some((first.0.min(last.0), first.1.max(last.1)))
}

/// The year in which the middle of a period lies.
pub fn year(period: &Value) -> Option<i16> {
    let (first, last) = reach(period)?;
    let mut middle = first;
    for _ in 0..apart(first, last) / 2 {
        middle = middle.tomorrow().unwrap();
    }
    Some(middle.year())
}

/// The least and the greatest length in months, both ends counted.
fn months(period: &Value) -> Option<(f64, f64)> {
    let (start, end) = (end(period, "start")?, end(period, "end")?);
    let least = length(start.1, end.0).max(1.0 / 31.0);
    Some((least, length(start.0, end.1).max(least)))
}

/// How many months lie from the morning of one day to the evening of another.
fn length(from: Date, to: Date) -> f64 {
    let month = |day: Date| f64::from(day.year()) * 12.0 + f64::from(day.month());
    let evening = |day: Date| f64::from(day.day()) / f64::from(day.days_in_month());
    let morning = |day: Date| (f64::from(day.day()) - 1.0) / f64::from(day.days_in_month());
    (month(to) - month(from)) + (evening(to) - morning(from))
}

fn apart(from: Date, to: Date) -> i64 {
    i64::from(from.until(to).unwrap().get_days())
}
