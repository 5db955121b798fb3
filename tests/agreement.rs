//! On the built-in data, the table, the bars, the drilldown, `compare` in its four formats and the JSON export agree on
//! every cell: with one another, and with what each figure ought to say, worked out anew from the export alone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, reason = "a test fails by panicking")]

mod support;
mod witness;

use cppcc::app::{Action, Pane, Row, State};
use cppcc::domain::words::period_brief;
use cppcc::domain::{Area, Dataset, Indicator, Key, Measure, Moment, Request, compare};
use cppcc::export::{Asked, Format, Paint, comparisons, dataset_json};
use cppcc::text::number::Signs;
use cppcc::text::{Lang, width};
use cppcc::view::{Depth, Glyphs, Look, Shade};
use serde_json::Value;
use std::collections::HashMap;
use std::process::Command;
use std::rc::Rc;
use support::screen::{dataset, draw, opened};
use witness::expected::{self, Export, Says};
use witness::said::{agrees, close, is_front_of, squeezed};
use witness::shown::{self, BarLine, TableCell, by};

const LOOK: Look = Look { depth: Depth::Indexed, shade: Shade::Dark, glyphs: Glyphs::Unicode };
const SIZE: (u16, u16) = (200, 60);

#[test]
fn raw_values_agree_everywhere() {
    walk(Measure::Raw);
}

#[test]
fn rates_per_month_agree_everywhere() {
    walk(Measure::PerMonth);
}

#[test]
fn values_per_hundred_members_agree_everywhere() {
    walk(Measure::PerHundredMembers);
}

#[test]
fn values_per_million_residents_agree_everywhere() {
    walk(Measure::PerMillionResidents);
}

/// Every cell of every indicator under one measure: latest, closest and each year held (of the measures that are worked
/// out, every other year), and the latest in English, too.
fn walk(measure: Measure) {
    let dataset = dataset();
    let export = Export::read(&dataset_json(&dataset).unwrap());
    let apart = if measure == Measure::Raw { 1 } else { 2 };
    let years = export.years().into_iter().rev().step_by(apart).map(Moment::Year);
    let moments: Vec<Moment> = [Moment::Latest, Moment::Closest].into_iter().chain(years).collect();
    let mut cells = 0;
    for (index, moment) in moments.iter().enumerate() {
        let langs: &[Lang] = if index == 0 { &[Lang::Zh, Lang::En] } else { &[Lang::Zh] };
        for lang in langs {
            let mut state = state_of(&dataset, &export, *lang, measure, *moment);
            for id in export.indicators() {
                let indicator = dataset.indicators.find(id).unwrap();
                cells += Everywhere::of(&mut state, &export, indicator).agree();
            }
        }
    }
    assert!(moments.len() * apart > 8, "the years are walked: {moments:?}");
    assert_eq!(cells, export.indicators().len() * dataset.areas.len() * (moments.len() + 1));
}

/// The dashboard under a measure and a moment, brought there by its own actions, with all themes unfolded.
fn state_of(dataset: &Dataset, export: &Export, lang: Lang, measure: Measure, moment: Moment) -> State {
    let mut state = opened(lang, SIZE);
    state.apply(Action::FoldAll);
    if let Moment::Year(year) = moment {
        state.compare.reveal(dataset, dataset.indicators.find(export.holder_of(year)).unwrap());
    }
    for _ in 0..20 {
        if state.moment != moment {
            state.apply(Action::NextMoment);
        }
    }
    while state.measure != measure {
        state.apply(Action::NextMeasure);
    }
    assert_eq!(state.moment, moment);
    state
}

/// One comparison in every place that shows it.
struct Everywhere<'a> {
    export: &'a Export,
    dataset: Rc<Dataset>,
    indicator: Key<Indicator>,
    lang: Lang,
    measure: Measure,
    moment: Moment,
    json: Value,
    csv: Vec<HashMap<String, String>>,
    table: String,
    markdown: String,
    markdown_rows: Vec<Vec<String>>,
    cells: Vec<TableCell>,
    bars: Vec<String>,
    bar_lines: Vec<BarLine>,
    drilldowns: Vec<Vec<String>>,
}

impl<'a> Everywhere<'a> {
    fn of(state: &mut State, export: &'a Export, indicator: Key<Indicator>) -> Self {
        let dataset = dataset();
        state.compare.cursor = Row::Indicator(indicator);
        state.apply(Action::Resize(SIZE.0, SIZE.1));
        let buffer = draw(state, LOOK);
        let bars = shown::pane(state, &buffer, Pane::Bars);
        let bar_line = |area: Key<Area>| {
            let name = dataset.areas[area].name.get(state.lang);
            shown::bar_line(&bars, LOOK.mark(area.position()), name)
        };
        let bar_lines = dataset.areas.keys().map(bar_line).collect();
        let cells = shown::table_cells(state, &buffer);
        let before = state.area;
        let drilldown = |area| {
            state.area = area;
            shown::drilldown(state)
        };
        let drilldowns = dataset.areas.keys().map(drilldown).collect();
        state.area = before;
        let areas = dataset.areas.keys().collect();
        let (lang, measure, moment) = (state.lang, state.measure, state.moment);
        let comparison = compare(&dataset, &Request { indicator, areas, measure, moment });
        let look = cppcc::export::Look { lang, signs: Signs::Unicode, width: 2000, paint: Paint::Plain };
        let written = |format| comparisons(&dataset, Asked::One(&comparison), format, &look).unwrap();
        let (json, csv) = (serde_json::from_str(&written(Format::Json)).unwrap(), records(&written(Format::Csv)));
        let (table, markdown) = (written(Format::Table), written(Format::Markdown));
        Self {
            export,
            dataset,
            indicator,
            lang,
            measure,
            moment,
            json,
            csv,
            table,
            markdown_rows: shown::markdown_rows(&markdown),
            markdown,
            cells,
            bars,
            bar_lines,
            drilldowns,
        }
    }

    fn id(&self) -> &str {
        &self.dataset.indicators[self.indicator].id
    }

    fn words<'v>(&self, words: &'v Value) -> &'v str {
        words[by(self.lang, "zh", "en")].as_str().unwrap_or_else(|| panic!("{words} in {}", self.id()))
    }

    /// Asserts that all places agree; gives the number of cells.
    fn agree(&self) -> usize {
        self.heads();
        let says: Vec<Option<Says>> = self.dataset.areas.keys().map(|area| self.cell(area)).collect();
        self.bar_lengths(&says);
        self.order(&says);
        self.verdicts();
        self.trends();
        says.len()
    }

    /// The measure, the moment and what is refused are named everywhere.
    fn heads(&self) {
        let name = self.dataset.indicators[self.indicator].name.get(self.lang);
        let (measure, moment) = (self.measure.name().get(self.lang), self.moment.name());
        let heading = format!("{name} · {measure} · {}", moment.get(self.lang));
        assert!(self.table.starts_with(&heading), "{}", self.table);
        assert!(self.markdown.starts_with(&format!("### {heading}").replace('_', "\\_")), "{}", self.markdown);
        assert!(self.bars[..2].concat().contains(measure), "{:?}", self.bars);
        assert_eq!(self.json["measure"], self.measure.id());
        assert_eq!(self.json["moment"], self.moment.id());
        assert_eq!(self.json["indicator"], self.id());
        for row in &self.csv {
            assert_eq!((row["measure"].as_str(), row["moment"].as_str()), (self.measure.id(), &*self.moment.id()));
            assert_eq!(row["refused"], self.json["refused"]["id"].as_str().unwrap_or_default());
        }
        let why = if self.json["refused"].is_null() { &self.json["no_ranks"] } else { &self.json["refused"] };
        if !why.is_null() {
            let why = self.words(&why["text"]);
            let bars = squeezed(&self.bars.concat());
            assert!(bars.contains(&squeezed(why)), "{}: {why} in {bars}", self.id());
            assert!(self.table.contains(why) && self.markdown.contains(why), "{}: {why}", self.id());
        }
        let reported =
            self.json["cells"].as_array().unwrap().iter().filter(|cell| !cell["observation"].is_null()).count();
        let of = self.dataset.areas.len();
        let count = by(self.lang, &format!("{of} 市中 {reported} 市公布"), &format!("{reported} of {of} report this"));
        assert!(self.table.contains(&count) && self.markdown.contains(&count), "{count}");
        assert_eq!((&self.json["reported"], &self.json["of"]), (&reported.into(), &of.into()));
    }

    fn cell(&self, area: Key<Area>) -> Option<Says> {
        let id = &self.dataset.areas[area].id;
        let cell = &self.json["cells"][area.position()];
        assert_eq!(cell["area"], id.as_str());
        let row = &self.csv[area.position()];
        assert_eq!(&row["area"], id);
        let ought = self.export.chosen(id, self.id(), self.moment);
        match cell["observation"].as_str() {
            None => {
                assert_eq!(ought, None, "{} of {id}", self.id());
                self.missing(area, cell);
                None
            }
            Some(found) => {
                if self.moment == Moment::Closest {
                    let held = self.export.candidates(id, self.id());
                    assert!(held.iter().any(|one| one["id"] == found), "{found}");
                } else {
                    assert_eq!(ought, Some(found));
                }
                Some(self.found(area, cell, found))
            }
        }
    }

    /// No figure: words and no number, the same words everywhere.
    fn missing(&self, area: Key<Area>, cell: &Value) {
        let place = format!("{} of {}", self.id(), self.dataset.areas[area].id);
        let held = self.export.candidates(&self.dataset.areas[area].id, self.id());
        let kind = cell["missing"].as_str().unwrap();
        assert_eq!(kind == "nothing-for-year", !held.is_empty(), "{place}: {kind}");
        let brief = match (kind, self.moment) {
            ("not-reported", _) => by(self.lang, "报道未提及", "not reported"),
            ("nothing-for-year", Moment::Year(year)) => {
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

    fn name(&self, area: Key<Area>) -> &str {
        self.dataset.areas[area].name.get(self.lang)
    }

    fn markdown_row(&self, area: Key<Area>) -> &[String] {
        self.markdown_rows.iter().find(|row| row[0] == self.name(area)).unwrap()
    }

    /// A figure: the same in every place, and what it ought to be.
    fn found(&self, area: Key<Area>, cell: &Value, id: &str) -> Says {
        let place = format!("{id} {} {}", self.measure.id(), self.moment.id());
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
        match &ought {
            Says::Refused(_) => self.refused(area, cell, &place),
            _ => self.valued(area, cell, &ought, &place),
        }
        self.dated(area, held, &place);
        ought
    }

    /// The drilldown names article, paragraph and printed phrase; the documents do, too.
    fn sourced(&self, area: Key<Area>, held: &Value, place: &str) {
        let drilldown = self.drilldowns[area.position()].join("\n");
        let printed = held["source"]["printed"].as_str().unwrap();
        let title = self.export.article(held["source"]["article"].as_str().unwrap())["title"].as_str().unwrap();
        assert!(drilldown.contains(printed) && drilldown.contains(title), "{place}:\n{drilldown}");
        let markdown = self.markdown_row(area);
        let cited = markdown.last().unwrap();
        assert!(cited.contains(printed), "{place}: {cited}");
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
        assert!(bar.bar.is_empty() && is_front_of(&bar.words, why), "{place}: {bar:?} {why}");
        let line = shown::table_line(&self.table, self.name(area));
        assert!(
            line.strip_prefix(table.as_str()).is_some_and(|rest| rest.trim_start().starts_with(why)),
            "{place}: {line}"
        );
        assert_eq!(self.markdown_row(area)[1], why, "{place}");
        let rate = by(self.lang, "折算", "Rate");
        let drilldown = &self.drilldowns[area.position()];
        assert!(drilldown.iter().any(|line| line.starts_with(&rate) && line.ends_with(why)), "{place}: {drilldown:#?}");
    }

    /// A value: what it ought to be, and written alike everywhere.
    fn valued(&self, area: Key<Area>, cell: &Value, ought: &Says, place: &str) {
        let text = self.words(&cell["value_text"]);
        assert!(agrees(text, ought, self.measure, self.lang), "{place}: {text} for {ought:?}");
        let table = &self.cells[area.position()].value;
        assert!(is_front_of(table, text), "{place}: {table} for {text}");
        let bar = &self.bar_lines[area.position()].words;
        let behind = bar.strip_prefix(text).unwrap_or_else(|| panic!("{place}: {bar} for {text}"));
        assert!(behind.is_empty() || behind.starts_with(' '), "{place}: {bar} for {text}");
        let unit = self.dataset.indicators[self.indicator].unit.get(self.lang);
        let per = match self.measure {
            Measure::Raw => String::new(),
            Measure::PerMonth => by(self.lang, "/月", "/month"),
            Measure::PerHundredMembers => by(self.lang, "/百名委员", "/100 members"),
            Measure::PerMillionResidents => by(self.lang, "/百万人口", "/million residents"),
        };
        let space = if unit.starts_with(['%', '％']) { "" } else { " " };
        let value = format!("{text}{space}{unit}{per}");
        let line = shown::table_line(&self.table, self.name(area));
        let behind = line.strip_prefix(&value).unwrap_or_else(|| panic!("{place}: {line} for {value}"));
        assert!(behind.is_empty() || behind.starts_with("  "), "{place}: {line} for {value}");
        assert_eq!(self.markdown_row(area)[1], value, "{place}");
        let drilldown = &self.drilldowns[area.position()];
        let is_said = |line: &String| match self.measure {
            Measure::Raw => {
                line.starts_with(&by(self.lang, "确度", "Value")) && line.contains(&format!(" {text} {unit}  "))
            }
            _ => line.starts_with(&by(self.lang, "折算", "Rate")) && line.ends_with(&format!("  {text}")),
        };
        assert!(drilldown.iter().any(is_said), "{place}: {text} in {drilldown:#?}");
    }

    /// The year and the period beside a figure, where they differ or need a mark.
    fn dated(&self, area: Key<Area>, held: &Value, place: &str) {
        let others = || self.json["cells"].as_array().unwrap().iter().filter_map(|cell| cell["observation"].as_str());
        let periods: Vec<&Value> = others().map(|id| &self.export.observation(id)["period"]).collect();
        let differ = periods.iter().any(|period| expected::year(period) != expected::year(periods[0]));
        let year = expected::year(&held["period"]);
        let mark = year.map_or("'??".to_owned(), |year| format!("'{:02}", year % 100));
        let cell = &self.cells[area.position()];
        // A value that takes the whole column leaves no room for it; the bars and the drilldown tell the period.
        let fits = width(&cell.value) + width(&mark) <= cell.room;
        assert_eq!(cell.year, (differ && fits).then_some(mark), "{place}: {cell:?}");
        if cell.value.bytes().any(|byte| byte.is_ascii_digit()) {
            let key = self.dataset.observations.find(held["id"].as_str().unwrap()).unwrap();
            let brief = period_brief(&self.dataset.observations[key].period, self.lang);
            let is_inferred =
                |period: &&Value| [&period["start_basis"], &period["end_basis"]].contains(&&"inferred".into());
            let apart = periods.iter().any(|period| expected::reach(period) != expected::reach(periods[0]));
            let text = self.bar_lines[area.position()].words.clone();
            let behind = text.strip_prefix(cell.value.trim_end_matches('…')).unwrap_or_default();
            if apart || periods.iter().any(is_inferred) {
                assert!(is_front_of(behind.trim(), &brief) || behind.ends_with(&brief), "{place}: {text} for {brief}");
                assert_eq!(brief.ends_with('?'), is_inferred(&&held["period"]), "{place}: {brief}");
            }
            assert!(
                self.markdown_row(area)[2]
                    .contains(&held["period"]["end"].as_str().map_or(String::new(), |end| end[..4].to_owned()))
            );
        }
    }

    /// The bars have the lengths of the figures, on one scale that begins at zero.
    fn bar_lengths(&self, says: &[Option<Says>]) {
        let table_bars: Vec<BarLine> = self.dataset.areas.keys().map(|area| self.table_bar(area)).collect();
        for bars in [&self.bar_lines, &table_bars] {
            let largest = says.iter().flatten().filter_map(Says::largest).fold(0.0, f64::max);
            let cells = |bar: &str| bar.chars().filter(|sign| *sign != '▸').count();
            let room = bars.iter().map(|line| cells(&line.bar)).max().unwrap_or(0) * 8;
            for (line, says) in bars.iter().zip(says) {
                let lengths = shown::lengths(&line.bar);
                let near = |drawn: usize, number: f64| {
                    let ought = number / largest * f64::from(u32::try_from(room).unwrap());
                    (f64::from(u32::try_from(drawn).unwrap()) - ought).abs() <= 9.0
                };
                let good = match says {
                    None | Some(Says::Refused(_) | Says::Designed(_)) => line.bar.is_empty(),
                    Some(Says::Loose { amount, .. }) => near(lengths.loose, *amount) && lengths.solid == 0,
                    Some(Says::Within { low, high: None, .. }) => near(lengths.solid, *low) && lengths.is_open,
                    Some(Says::Within { low, high: Some(high), .. }) => {
                        near(lengths.solid, *low)
                            && near(lengths.solid + lengths.band, *high)
                            && (lengths.band > 0) != close(*low, *high)
                            && !lengths.is_open
                            && lengths.loose == 0
                    }
                };
                assert!(good, "{} {}: {line:?} for {says:?}", self.id(), self.measure.id());
            }
        }
    }

    fn table_bar(&self, area: Key<Area>) -> BarLine {
        let line = shown::table_line(&self.table, self.name(area));
        let at = line.find(|character| "█▏▎▍▌▋▊▉▒▸┄".contains(character));
        at.map(|at| shown::split_bar(&line[at..])).unwrap_or_default()
    }

    /// The places are the same in all formats, and as the numbers allow.
    fn order(&self, says: &[Option<Says>]) {
        let ranks = self.json["ranks"].as_array();
        let bars = squeezed(&self.bars.concat());
        let mut ranked = Vec::new();
        for area in self.dataset.areas.keys() {
            let id = self.dataset.areas[area].id.as_str();
            let rank = ranks.and_then(|ranks| ranks.iter().find(|rank| rank["area"] == id));
            let row = &self.csv[area.position()];
            let line = shown::table_line(&self.table, self.name(area));
            let Some(rank) = rank else {
                assert_eq!((row["rank_from"].as_str(), row["rank_to"].as_str()), ("", ""));
                continue;
            };
            let (from, to) = (rank["from"].as_u64().unwrap(), rank["to"].as_u64().unwrap());
            assert_eq!((row["rank_from"].clone(), row["rank_to"].clone()), (from.to_string(), to.to_string()));
            let places = if from == to { from.to_string() } else { format!("{from}–{to}") };
            let text = by(self.lang, &format!("第 {places}"), &format!("no. {places}"));
            assert!(line.ends_with(&format!("  {text}")), "{line} for {text}");
            assert_eq!(self.markdown_row(area)[3], text);
            let said = squeezed(&format!("{places} {}", self.name(area)));
            assert!(bars.contains(&said), "{said} in {bars}");
            ranked.push((from, to, says[area.position()].clone().unwrap()));
        }
        for (_, to, before) in &ranked {
            for (from, _, after) in ranked.iter().filter(|(from, ..)| from > to) {
                let (Says::Within { low, .. }, Says::Within { high: Some(high), .. }) = (before, after) else {
                    panic!("{before:?} is ranked before {after:?}");
                };
                assert!(low >= high, "{low} of place {to} and {high} of place {from}");
            }
        }
        assert!(ranks.is_none() || ranked.len() > 1, "{}: one alone is not ranked", self.id());
    }

    /// Where an area holds three figures or more, all of them stand in the drawing of the selected area, or of the first
    /// such area, and in the plain table.
    fn trends(&self) {
        let held = |area: &Key<Area>| {
            let all = self.export.candidates(&self.dataset.areas[*area].id, self.id());
            let says = all.iter().map(|one| self.export.says(one["id"].as_str().unwrap(), self.measure));
            let drawn: Vec<Says> = says.filter(|says| says.largest().is_some()).collect();
            (all.len() > 2 && drawn.len() > 1).then_some((*area, drawn))
        };
        let title = by(self.lang, "历年", "Over time");
        let drawn = self.bars.iter().position(|line| line.starts_with(&format!("{title}  ")));
        let Some((area, says)) = self.dataset.areas.keys().find_map(|area| held(&area)) else {
            assert!(drawn.is_none() && !self.table.contains(&format!("\n{title}\n")), "{}", self.id());
            return;
        };
        let at = drawn.unwrap_or_else(|| panic!("no trend of {}", self.id()));
        assert!(self.bars[at].contains(self.name(area)));
        let (_, told) = self.table.split_once(&format!("\n{title}\n")).unwrap();
        let told = told.lines().next().unwrap().split_once(self.name(area)).unwrap().1;
        for says in says {
            let is_said = |text: &str| agrees(text, &says, self.measure, self.lang);
            let drawn = self.bars[at + 1..].iter().flat_map(|line| line.split_whitespace()).any(is_said);
            assert!(drawn, "{}: {says:?} in {:#?}", self.id(), self.bars);
            assert!(told.split([' ', '；', '（', ';', '(']).any(is_said), "{}: {says:?} in {told}", self.id());
        }
    }

    /// The verdicts of the drilldown are those of the JSON and of the table.
    fn verdicts(&self) {
        let names = [
            ("comparable", "=", by(self.lang, "可比", "comparable")),
            ("with-caution", "~", by(self.lang, "谨慎可比", "with caution")),
            ("not-comparable", "×", by(self.lang, "不可比", "not comparable")),
        ];
        for pair in self.json["pairs"].as_array().unwrap() {
            let (_, sign, name) = names.iter().find(|(id, ..)| pair["verdict"] == *id).unwrap();
            let key = |which: &str| self.dataset.areas.find(pair[which].as_str().unwrap()).unwrap();
            for (of, against) in [(key("a"), key("b")), (key("b"), key("a"))] {
                let said = format!("{sign} {} {name}", self.name(against));
                let drilldown = &self.drilldowns[of.position()];
                let is_said =
                    |line: &String| line.trim_start_matches(|sign: char| !"=~×".contains(sign)).starts_with(&said);
                assert!(drilldown.iter().any(is_said), "{}: {said} in {drilldown:#?}", self.id());
            }
            assert!(self.table.contains(name.as_str()) && self.markdown.contains(name.as_str()));
            for reason in pair["reasons"].as_array().unwrap() {
                let words = self.words(&reason["text"]);
                let told = words.split_once(by(self.lang, "：", ": ").as_str()).map_or(words, |(_, rest)| rest);
                assert!(self.table.contains(told), "{}: {told} in\n{}", self.id(), self.table);
            }
        }
        if !self.export.is_performance(self.id()) {
            assert_eq!(self.json["refused"]["id"], "context", "{}", self.id());
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

fn records(csv: &str) -> Vec<HashMap<String, String>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

/// The program itself writes what was compared above: every indicator at once, in each format.
#[test]
fn the_program_prints_the_same() {
    let dataset = dataset();
    let export = Export::read(&dataset_json(&dataset).unwrap());
    let asked = [
        (Measure::Raw, Moment::Latest, Lang::Zh, vec![]),
        (Measure::PerMonth, Moment::Closest, Lang::En, vec!["--per", "month", "--when", "closest"]),
        (Measure::PerHundredMembers, Moment::Year(2025), Lang::Zh, vec!["--per", "100-members", "--when", "2025"]),
        (Measure::PerMillionResidents, Moment::Latest, Lang::En, vec!["--per", "million-residents"]),
    ];
    for (measure, moment, lang, arguments) in asked {
        let request = |id: &&str| Request {
            indicator: dataset.indicators.find(id).unwrap(),
            areas: dataset.areas.keys().collect(),
            measure,
            moment,
        };
        let all: Vec<_> = export.indicators().iter().map(|id| compare(&dataset, &request(id))).collect();
        for (format, name) in
            [(Format::Table, "table"), (Format::Csv, "csv"), (Format::Json, "json"), (Format::Markdown, "md")]
        {
            let look = cppcc::export::Look { lang, signs: Signs::Unicode, width: 80, paint: Paint::Plain };
            let ought = comparisons(&dataset, Asked::Several(&all), format, &look).unwrap();
            let mut command = program(lang);
            command.arg("compare").args(export.indicators()).args(&arguments).args(["--format", name]);
            let output = command.output().unwrap();
            assert!(String::from_utf8_lossy(&output.stdout) == ought, "{name} of {}", measure.id());
        }
    }
    let output = program(Lang::Zh).args(["export", "--format", "json"]).output().unwrap();
    assert!(String::from_utf8_lossy(&output.stdout) == dataset_json(&dataset).unwrap());
}

fn program(lang: Lang) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cppcc"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANGUAGE", "NO_COLOR", "CPPCC_DATA"] {
        command.env_remove(name);
    }
    command.env("LANG", by(lang, "zh_CN.UTF-8", "en_US.UTF-8")).stdin(std::process::Stdio::null());
    command
}
