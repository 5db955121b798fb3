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
            Measure::PerHundredMembers if self.counts(held, "members") => Says::Refused("of-itself"),
            Measure::PerMillionResidents if self.counts(held, "residents") => Says::Refused("of-itself"),
            Measure::PerHundredMembers => self.per_head(held, "members", 366, 100.0),
            Measure::PerMillionResidents => self.per_head(held, "residents", 3653, 1e6),
        }
    }

    fn counts(&self, held: &Value, people: &str) -> bool {
        self.one("indicators", held["indicator"].as_str().unwrap())["denominator"] == people
    }

    fn per_head(&self, held: &Value, kind: &str, reach_in_days: i64, factor: f64) -> Says {
        let period = &held["period"];
        let (start, end) = (end(period, "start"), end(period, "end"));
        let Some((start, end)) = start.or(end).zip(end.or(start)) else { return Says::Refused("period-unknown") };
        let all = self.area(held["area"].as_str().unwrap())["denominators"].as_array().unwrap();
        let distance = |base: &Value| {
            let (earliest, latest) = days(base["as_of"].as_str().unwrap());
            // The farthest days that the dates allow: no vaguer date may bring a number nearer.
            apart(earliest, start.1).max(apart(end.0, latest)).max(0)
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
    /// figures of all areas decide together. Of figures of one year that count different things it is of the definition that
    /// most areas have; of two as common, of the plainer.
    pub fn chosen(&self, area: &str, indicator: &str, year_choice: YearChoice) -> Option<&str> {
        let areas = self.all("areas").iter().map(|area| area["id"].as_str().unwrap());
        let of_all: Vec<Vec<&Value>> = areas.map(|area| self.of_moment(area, indicator, year_choice)).collect();
        let holders = |wanted: &Definition| {
            of_all.iter().filter(|of_area| of_area.iter().any(|held| definition(held) == *wanted)).count()
        };
        let own = self.of_moment(area, indicator, year_choice);
        let best = own.into_iter().min_by_key(|held| (Reverse(holders(&definition(held))), definition(held)));
        best.map(|held| held["id"].as_str().unwrap())
    }

    /// One figure of each definition that an area holds for a moment.
    fn of_moment(&self, area: &str, indicator: &str, year_choice: YearChoice) -> Vec<&Value> {
        let held = self.candidates(area, indicator);
        let Some(first) = self.of_year(&held, year_choice) else { return Vec::new() };
        let definitions: BTreeSet<Definition> = held.iter().map(|one| definition(one)).collect();
        let of_each = definitions.iter().filter_map(|wanted| {
            self.of_year(
                &held.iter().copied().filter(|one| definition(one) == *wanted).collect::<Vec<_>>(),
                year_choice,
            )
        });
        of_each.filter(|one| year(&one["period"]) == year(&first["period"])).collect()
    }

    fn of_year<'a>(&self, held: &[&'a Value], year_choice: YearChoice) -> Option<&'a Value> {
        let YearChoice::Year(wanted) = year_choice else { return self.latest(held) };
        let of_year: Vec<&Value> = held.iter().copied().filter(|one| year(&one["period"]) == Some(wanted)).collect();
        let overflow = |one: &Value| overflow(&one["period"], wanted);
        let least = of_year.iter().map(|one| overflow(one)).min()?;
        self.latest(&of_year.into_iter().filter(|one| overflow(one) == least).collect::<Vec<_>>())
    }

    /// The figure that ends last; of several the one nearest to a year, then the later start, the better source, the id.
    fn latest<'a>(&self, held: &[&'a Value]) -> Option<&'a Value> {
        let grade = |source: &Value| {
            let grade = &self.article(source["article"].as_str().unwrap())["grade"];
            ["full", "excerpt", "repost", "digest"].iter().position(|word| grade == word)
        };
        let key = |one: &Value| {
            let reach = reach(&one["period"]);
            let from_a_year = reach.map(|(first, last)| (apart(first, last) - 365).abs());
            let seen = one["also"].as_array().unwrap().iter().chain([&one["source"]]).map(grade).min();
            let start = reach.map(|(first, _)| Reverse(first));
            (reach.map(|(_, last)| last), Reverse((from_a_year, start, seen, one["id"].as_str().unwrap().to_owned())))
        };
        held.iter().copied().max_by_key(|one| key(one))
    }

    /// What has happened before what is planned; no part beside its whole, unless it is a part of the whole's time; figures
    /// of the indicator's own nature before others.
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
        let all: Vec<&Value> = held().filter(|one| !achieved || one["status"] == "achieved").filter(stands).collect();
        let usual = &self.one("indicators", indicator)["nature"];
        let own: Vec<&Value> = all.iter().copied().filter(|one| one["nature"] == *usual).collect();
        if own.is_empty() { all } else { own }
    }
}

/// What a figure counts, the plainest first.
type Definition = (bool, Option<usize>, String, Option<usize>, String);

fn definition(held: &Value) -> Definition {
    let place = |name: &str, words: &[&str]| words.iter().position(|word| held[name] == *word);
    let status = place("status", &["achieved", "planned", "forecast"]);
    let scopes = ["city", "not-stated", "city-and-counties", "platform", "district", "project"];
    let variant = held["variant"]["zh"].as_str().unwrap_or_default().to_owned();
    let rest = ["unit", "each", "base", "nature"].map(|name| held[name].to_string()).join(" ");
    (held["actor"] != "committee", status, variant, place("scope", &scopes), rest)
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
    // A share ends at 100 per cent.
    if held["nature"] == "rate" && held["qualifier"] == "at-least" {
        return Says::Within { low, low_open: false, high: Some(100.0), high_open: false };
    }
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

/// The days that an end of a period may be. A stated end of a span is the whole of what it names: its first or its last day.
fn end(period: &Value, which: &str) -> Option<Days> {
    let bound = |name: &str| period[format!("{which}_{name}")].as_str().map(|day| days(day).0);
    if let (Some(earliest), Some(latest)) = (bound("earliest"), bound("latest")) {
        return Some((earliest, latest));
    }
    let (first, last) = period[which].as_str().map(days)?;
    let is_span = period["is_date"] != true;
    Some(match period[format!("{which}_basis")] == "stated" && is_span {
        true if which == "start" => (first, first),
        true => (last, last),
        false => (first, last),
    })
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
