//! One area's figure, or the lack of one: the same in every place, and what it ought to be.

use super::Everywhere;
use crate::witness::expected::{self, Says};
use crate::witness::said::{agrees, close, is_front_of};
use crate::witness::shown::{self, by};
use cppcc::domain::observation::{Observation, Status};
use cppcc::domain::{Area, Key, Measure, YearChoice};
use cppcc::text::width;
use cppcc::wording::period_brief;
use serde_json::Value;
use std::collections::{BTreeSet, HashMap};

impl Everywhere<'_> {
    pub(super) fn cell(&self, area: Key<Area>) -> Option<Says> {
        let id = &self.dataset.areas[area].id;
        let cell = &self.json["cells"][area.position()];
        assert_eq!(cell["area"], id.as_str());
        let row = &self.csv[area.position()];
        assert_eq!(&row["area"], id);
        let ought = self.export.chosen(id, self.id(), self.year_choice);
        match cell["observation"].as_str() {
            None => {
                assert_eq!(ought, None, "{} of {id}", self.id());
                self.missing(area, cell);
                None
            }
            Some(found) => {
                if self.year_choice == YearChoice::Closest {
                    let held = self.export.candidates(id, self.id());
                    assert!(held.iter().any(|one| one["id"] == found), "{found}");
                } else {
                    assert_eq!(ought, Some(found));
                }
                Some(self.found(area, cell, found))
            }
        }
    }

    /// Whether a planned or forecast figure of a year is held.
    fn is_planned(&self, area: Key<Area>, year: i16) -> bool {
        let indicator = self.dataset.indicators.find(self.id()).unwrap();
        let of_year = |figure: &Observation| figure.period.reach().is_some_and(|(_, last)| last.year() == year);
        let held = self.dataset.observations_of(area, indicator);
        held.into_iter().any(|(_, figure)| figure.status != Status::Achieved && of_year(figure))
    }

    /// No figure: words and no number, the same words everywhere.
    fn missing(&self, area: Key<Area>, cell: &Value) {
        let place = format!("{} of {}", self.id(), self.dataset.areas[area].id);
        let held = self.export.candidates(&self.dataset.areas[area].id, self.id());
        let kind = cell["missing"].as_str().unwrap();
        assert_eq!(kind == "nothing-for-year", !held.is_empty(), "{place}: {kind}");
        let brief = match (kind, self.year_choice) {
            ("not-reported", _) => by(self.lang, "报道未提及", "not reported"),
            ("nothing-for-year", YearChoice::Year(year)) if self.is_planned(area, year) => {
                by(self.lang, &format!("{year} 年为计划、预计"), &format!("planned for {year}"))
            }
            ("nothing-for-year", YearChoice::Year(year)) => {
                by(self.lang, &format!("未见 {year} 年数字"), &format!("nothing for {year}"))
            }
            ("not-applicable", _) => by(self.lang, "不适用", "not applicable"),
            ("not-curated", _) => by(self.lang, "尚未整理", "not yet curated"),
            other => panic!("{other:?}"),
        };
        let (row, bar) = (&self.csv[area.position()], &self.bar_lines[area.position()]);
        assert_eq!(row["missing"], kind, "{place}");
        for empty in ["value_low", "value_high", "value_printed", "qualifier", "observation", "rank_from", "no_measure"]
        {
            assert_eq!(row[empty], "", "{place}: {empty}");
        }
        for absent in ["low", "high", "value_text", "unreliable", "designed", "no_measure", "period", "source"] {
            assert!(cell[absent].is_null(), "{place}: {absent}");
        }
        assert_eq!(self.cells[area.position()].value, "·", "{place}");
        assert_eq!((bar.bar.as_str(), bar.words.as_str()), ("", &*brief), "{place}");
        let full = self.words(&cell["missing_text"]);
        assert!(self.drilldowns[area.position()].iter().any(|line| line == full), "{place}");
        assert_eq!(shown::table_line(&self.table, self.name(area)).trim(), full, "{place}");
        assert_eq!(self.markdown_row(area)[1], full, "{place}");
    }

    /// A figure: the same in every place, and what it ought to be.
    fn found(&self, area: Key<Area>, cell: &Value, id: &str) -> Says {
        let place = format!("{id} {} {}", self.measure.id(), self.year_choice.id());
        assert_eq!(
            cell["contradicted_by"],
            Value::Array(Vec::new()),
            "{place}: the built-in data does not contradict itself"
        );
        let ought = self.export.says(id, self.measure);
        let (row, held) = (&self.csv[area.position()], self.export.observation(id));
        assert_ends(cell, row, &ought, &place);
        assert_eq!(row["observation"], id);
        assert_eq!(
            row["value_printed"],
            held["value"].as_str().map_or_else(|| held["value"].to_string(), str::to_owned)
        );
        assert_eq!(row["qualifier"], held["qualifier"].as_str().unwrap());
        for key in ["start", "end", "start_basis", "end_basis"] {
            assert_eq!(cell["period"][key], held["period"][key], "{place}");
            assert_eq!(row[key], held["period"][key].as_str().unwrap_or_default(), "{place}");
        }
        assert_eq!(cell["source"], held["source"], "{place}");
        assert_eq!(row["article"], held["source"]["article"].as_str().unwrap());
        assert_eq!(row["printed"], held["source"]["printed"].as_str().unwrap());
        assert_eq!(
            row["paragraph"],
            held["source"]["paragraph"].as_u64().map(|number| number.to_string()).unwrap_or_default()
        );
        self.sourced(area, held, &place);
        self.others(area, cell, held, &place);
        match &ought {
            Says::Refused(_) => self.refused(area, cell, &place),
            _ => self.valued(area, cell, held, &ought, &place),
        }
        self.dated(area, held, &place);
        ought
    }

    /// What else is held of the same year: the same figures in the documents, and their number wherever it is shown.
    fn others(&self, area: Key<Area>, cell: &Value, held: &Value, place: &str) {
        let ids = |value: &Value| -> Vec<String> {
            value.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
        };
        let (others, all) = (ids(&cell["also_held"]), ids(&cell["held"]));
        let year = |id: &str| expected::year(&self.export.observation(id)["period"]);
        let id = held["id"].as_str().unwrap();
        let ought = all.iter().filter(|other| *other != id && year(other) == year(id));
        assert_eq!(others.iter().collect::<BTreeSet<_>>(), ought.collect::<BTreeSet<_>>(), "{place}");
        assert_eq!(self.csv[area.position()]["also_held"], others.join(" "), "{place}");
        let count = (!others.is_empty()).then_some(others.len());
        let in_table = self.cells[area.position()].others;
        assert!(in_table.is_none() || in_table == count, "{place}: {in_table:?} for {count:?}");
        let in_shell = shown::without_mark(&shown::table_line(&self.table, self.name(area))).1;
        assert_eq!(in_shell, count, "{place}");
        let label = by(self.lang, "另有", "Others");
        let listed = self.drilldowns[area.position()].iter().any(|line| line.starts_with(&label));
        assert_eq!(listed, count.is_some(), "{place}");
        let has_footnote = self.markdown_rows.iter().any(|row| row[0] == self.name(area) && row[1].ends_with(']'));
        assert_eq!(has_footnote, count.is_some(), "{place}");
    }

    /// Returns the value in the row of an area in Markdown, without its footnote.
    fn markdown_value(&self, area: Key<Area>) -> &str {
        let value = self.markdown_row(area)[1].as_str();
        value.split_once("[^").map_or(value, |(value, _)| value)
    }

    /// The drilldown names article, paragraph and printed phrase; the documents do, too.
    fn sourced(&self, area: Key<Area>, held: &Value, place: &str) {
        let drilldown = self.drilldowns[area.position()].join("\n");
        let printed = held["source"]["printed"].as_str().unwrap();
        let title = self.export.article(held["source"]["article"].as_str().unwrap())["title"].as_str().unwrap();
        assert!(drilldown.contains(printed) && drilldown.contains(title), "{place}:\n{drilldown}");
        let markdown = self.markdown_row(area);
        let cited = markdown.last().unwrap();
        assert!(cited.contains(&cppcc::text::quoted(printed)), "{place}: {cited}");
        assert!(self.table.contains(held["id"].as_str().unwrap()), "{place}");
        if let Some(number) = held["source"]["paragraph"].as_u64() {
            let paragraph = by(self.lang, &format!("第 {number} 段"), &format!("para. {number}"));
            assert!(drilldown.contains(&paragraph) && cited.contains(&paragraph), "{place}: {paragraph}");
        }
    }

    /// No value under this measure: no number anywhere, and the reason everywhere.
    fn refused(&self, area: Key<Area>, cell: &Value, place: &str) {
        let why = self.words(&cell["no_measure"]["text"]);
        let table = &self.cells[area.position()].value;
        assert!(!table.bytes().any(|byte| byte.is_ascii_digit()), "{place}: {table}");
        let bar = &self.bar_lines[area.position()];
        // What stands in brackets behind a reason is left out where it has no room, and only there; no word is cut.
        let head = why.split(['（', '(']).next().unwrap().trim_end();
        let ought = if width(why) <= bar.room { why } else { head };
        assert!(bar.bar.is_empty() && bar.words == ought, "{place}: {bar:?} {why}");
        let (line, _) = shown::without_mark(&shown::table_line(&self.table, self.name(area)));
        assert!(
            line.strip_prefix(table.as_str()).is_some_and(|rest| rest.trim_start().starts_with(why)),
            "{place}: {line}"
        );
        assert_eq!(self.markdown_value(area), why, "{place}");
        let rate = by(self.lang, "折算", "Rate");
        let drilldown = &self.drilldowns[area.position()];
        assert!(drilldown.iter().any(|line| line.starts_with(&rate) && line.ends_with(why)), "{place}: {drilldown:#?}");
    }

    /// A value: what it ought to be, and written alike everywhere.
    fn valued(&self, area: Key<Area>, cell: &Value, held: &Value, ought: &Says, place: &str) {
        let text = self.words(&cell["value_text"]);
        assert!(agrees(text, ought, self.measure, self.lang), "{place}: {text} for {ought:?}");
        let table = &self.cells[area.position()].value;
        // It is whole wherever it has room, and else it says that it is cut.
        let room = self.cells[area.position()].width;
        let is_cut = width(text) > room && is_front_of(table, text) && table.ends_with('…');
        // A unit of its own stands behind it where it has room, and else a sign for it.
        let own = self.words(&held["unit"]);
        let has_own = table.strip_prefix(text).is_some_and(|behind| behind.trim_start() == own || behind == "^");
        assert!(table == text || is_cut || has_own, "{place}: {table} for {text} in {room}");
        let bar = &self.bar_lines[area.position()].words;
        let behind = bar.strip_prefix(text).unwrap_or_else(|| panic!("{place}: {bar} for {text}"));
        let behind = behind.strip_prefix(own).unwrap_or(behind);
        assert!(behind.is_empty() || behind.starts_with(' '), "{place}: {bar} for {text}");
        // The measure word as printed, or the indicator's.
        let unit = self.words(&held["unit"]);
        let per = match self.measure {
            Measure::Raw => String::new(),
            Measure::PerMonth => by(self.lang, "/月", "/month"),
            Measure::PerHundredMembers => by(self.lang, "/百名委员", "/100 members"),
            Measure::PerMillionResidents => by(self.lang, "/百万人口", "/million residents"),
        };
        let space = if unit.starts_with(['%', '％']) { "" } else { " " };
        let value = format!("{text}{space}{unit}{per}");
        let (line, _) = shown::without_mark(&shown::table_line(&self.table, self.name(area)));
        let behind = line.strip_prefix(&value).unwrap_or_else(|| panic!("{place}: {line} for {value}"));
        assert!(behind.is_empty() || behind.starts_with("  "), "{place}: {line} for {value}");
        assert_eq!(self.markdown_value(area), value, "{place}");
        let drilldown = &self.drilldowns[area.position()];
        let is_said = |line: &String| match self.measure {
            Measure::Raw => {
                line.starts_with(&by(self.lang, "数值", "Value")) && line.contains(&format!(" {text} {unit}  "))
            }
            _ => line.starts_with(&by(self.lang, "折算", "Rate")) && line.ends_with(&format!("  {text}")),
        };
        assert!(drilldown.iter().any(is_said), "{place}: {text} in {drilldown:#?}");
    }

    /// The year and the period beside a figure, or a sign for a year that has no room.
    fn dated(&self, area: Key<Area>, held: &Value, place: &str) {
        let year = expected::year(&held["period"]);
        let mark = year.map_or("'??".to_owned(), |year| format!("'{:02}", year % 100));
        let cell = &self.cells[area.position()];
        // A long value leaves no room for it, and a sign says so; the bars and the drilldown tell the period.
        let fits = width(&cell.value) + 1 + width(&mark) <= cell.width;
        let is_number = cell.value.bytes().any(|byte| byte.is_ascii_digit());
        let year = if fits { mark } else { "*".to_owned() };
        // A value that is cut has a sign already.
        let year = Some(year).filter(|_| is_number && !cell.value.ends_with('…'));
        assert_eq!(cell.year, year, "{place}: {cell:?}");
        if cell.value.bytes().any(|byte| byte.is_ascii_digit()) {
            let key = self.dataset.observations.find(held["id"].as_str().unwrap()).unwrap();
            let brief = period_brief(&self.dataset.observations[key].period, self.lang);
            let is_inferred =
                |period: &&Value| [&period["start_basis"], &period["end_basis"]].contains(&&"inferred".into());
            let text = self.bar_lines[area.position()].words.clone();
            let behind = text.strip_prefix(cell.value.trim_end_matches(['…', '^'])).unwrap_or_default();
            assert!(behind.ends_with(&brief), "{place}: {text} for {brief}");
            assert_eq!(brief.ends_with('?'), is_inferred(&&held["period"]), "{place}: {brief}");
            assert!(
                self.markdown_row(area)[2]
                    .contains(&held["period"]["end"].as_str().map_or(String::new(), |end| end[..4].to_owned()))
            );
        }
    }
}

/// The ends in the JSON and in the CSV are those that they ought to be.
fn assert_ends(cell: &Value, row: &HashMap<String, String>, ought: &Says, place: &str) {
    let number = |name: &str| (!row[name].is_empty()).then(|| row[name].parse::<f64>().unwrap());
    let truth = |name: &str| (!row[name].is_empty()).then(|| row[name] == "true");
    assert!(cell["missing"].is_null() && row["missing"].is_empty(), "{place}");
    assert_eq!(cell["low_open"].as_bool(), truth("low_open"), "{place}");
    assert_eq!(cell["high_open"].as_bool(), truth("high_open"), "{place}");
    assert_eq!(cell["no_measure"]["id"].as_str().unwrap_or_default(), row["no_measure"], "{place}");
    // As they are written they are one; read back by this reader of JSON, they may differ in the last bit.
    let same = |said: Option<f64>, ought: Option<f64>| match (said, ought) {
        (Some(said), Some(ought)) => close(said, ought),
        (None, None) => true,
        _ => false,
    };
    assert!(same(cell["low"].as_f64(), number("value_low")), "{place}: {cell}");
    assert!(same(cell["high"].as_f64(), number("value_high")), "{place}: {cell}");
    let good = match ought {
        Says::Within { low, low_open, high, high_open } => {
            same(number("value_low"), Some(*low))
                && same(number("value_high"), *high)
                && truth("low_open") == Some(*low_open)
                && truth("high_open") == Some(*high_open)
        }
        Says::Loose { amount, qualifier } => {
            same(cell["unreliable"]["value"].as_f64(), Some(*amount))
                && cell["unreliable"]["qualifier"] == qualifier.as_str()
                && number("value_low").is_none()
        }
        Says::Designed(design) => cell["designed"] == design.as_str() && number("value_low").is_none(),
        Says::Refused(why) => row["no_measure"] == *why && number("value_low").is_none(),
    };
    assert!(good, "{place}: {cell} for {ought:?}");
}
