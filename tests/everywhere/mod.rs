//! One comparison in every place that shows it, and what holds of it as a whole; `cell` is what holds of each figure.

mod cell;

use super::support::library::shipped;
use super::support::screen::{LOOK, draw, select_area, select_indicator};
use super::witness::expected::{Export, Says, reach};
use super::witness::said::{agrees, close, squeezed};
use super::witness::shown::{self, BarLine, TableCell, by};
use cppcc::app::{Action, Pane, State};
use cppcc::deck::Library;
use cppcc::domain::FigureChoice;
use cppcc::domain::{Area, Indicator, Key, Measure, Request, YearChoice, compare};
use cppcc::export::{ComparisonSet, Format, Paint, comparisons};
use cppcc::text::CharSet;
use cppcc::text::Lang;
use itertools::Itertools;
use serde_json::Value;
use std::collections::HashMap;
use std::rc::Rc;

pub const SIZE: (u16, u16) = (200, 60);

/// One comparison in every place that shows it.
pub struct Everywhere<'a> {
    export: &'a Export,
    dataset: Rc<Library>,
    indicator: Key<Indicator>,
    lang: Lang,
    measure: Measure,
    year_choice: YearChoice,
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
    pub fn of(state: &mut State, export: &'a Export, indicator: Key<Indicator>) -> Self {
        let dataset = shipped();
        select_indicator(state, indicator);
        state.apply(Action::Resize(SIZE.0, SIZE.1));
        let buffer = draw(state, LOOK);
        let bars = shown::pane(state, &buffer, Pane::Bars);
        let bar_line = |area: Key<Area>| {
            let name = dataset.areas[area].name.get(state.lang());
            shown::bar_line(&bars, LOOK.area_symbol(area.position()), name)
        };
        let bar_lines = dataset.areas.keys().map(bar_line).collect();
        let cells = shown::table_cells(state, &buffer);
        let before = state.area();
        let mut drilldown = |area| {
            select_area(state, area);
            shown::drilldown(state)
        };
        let drilldowns = dataset.areas.keys().map(&mut drilldown).collect();
        select_area(state, before);
        let areas = dataset.areas.keys().collect();
        let (lang, measure, year_choice) = (state.lang(), state.measure(), state.year_choice());
        let comparison = compare(
            &dataset,
            &Request { indicator, areas, measure, year_choice, figure_choice: FigureChoice::default() },
        );
        let look =
            cppcc::export::TextStyle { lang, notation: CharSet::Unicode.into(), width: 2000, paint: Paint::Plain };
        let written = |format| comparisons(&dataset, ComparisonSet::One(&comparison), format, &look).unwrap();
        let (json, csv) = (serde_json::from_str(&written(Format::Json)).unwrap(), records(&written(Format::Csv)));
        let (table, markdown) = (written(Format::Table), written(Format::Markdown));
        Self {
            export,
            dataset,
            indicator,
            lang,
            measure,
            year_choice,
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

    fn name(&self, area: Key<Area>) -> &str {
        self.dataset.areas[area].name.get(self.lang)
    }

    fn words<'v>(&self, words: &'v Value) -> &'v str {
        words[by(self.lang, "zh", "en")].as_str().unwrap_or_else(|| panic!("{words} in {}", self.id()))
    }

    fn markdown_row(&self, area: Key<Area>) -> &[String] {
        self.markdown_rows.iter().find(|row| row[0] == self.name(area)).unwrap()
    }

    /// Asserts that all places agree; gives the number of cells.
    pub fn agree(&self) -> usize {
        self.heads();
        let says: Vec<Option<Says>> = self.dataset.areas.keys().map(|area| self.cell(area)).collect();
        self.bar_lengths(&says);
        self.order(&says);
        self.verdicts();
        self.trends();
        says.len()
    }

    /// The measure, unless figures stand as printed, the moment and what is refused are named everywhere.
    fn heads(&self) {
        let name = self.dataset.indicators[self.indicator].name.get(self.lang);
        let year_choice = self.year_choice.in_full();
        let measure = Some(self.measure).filter(|measure| *measure != Measure::Raw);
        let measure = measure.map(|measure| measure.name().get(self.lang));
        let said = [Some(name), measure, Some(year_choice.get(self.lang))];
        let heading = said.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        assert!(self.table.starts_with(&heading), "{}", self.table);
        assert!(self.markdown.starts_with(&format!("### {heading}").replace('_', "\\_")), "{}", self.markdown);
        for other in [Measure::Raw, Measure::PerMonth, Measure::PerHundredMembers, Measure::PerMillionResidents] {
            let is_named = self.bars[..2].concat().contains(other.name().get(self.lang));
            assert_eq!(is_named, measure.is_some() && other == self.measure, "{:?}", self.bars);
        }
        assert_eq!(self.json["measure"], self.measure.id());
        assert_eq!(self.json["moment"], self.year_choice.id());
        assert_eq!(self.json["indicator"], self.id());
        for row in &self.csv {
            assert_eq!((row["measure"].as_str(), row["moment"].as_str()), (self.measure.id(), &*self.year_choice.id()));
            assert_eq!(row["refused"], self.json["refused"]["id"].as_str().unwrap_or_default());
        }
        let why = if self.json["refused"].is_null() { &self.json["no_ranks"] } else { &self.json["refused"] };
        if !why.is_null() {
            let why = self.words(&why["text"]);
            let bars = squeezed(&self.bars.concat());
            // Alone in a line it begins with a capital.
            let is_told = bars.to_lowercase().contains(&squeezed(why).to_lowercase());
            assert!(is_told, "{}: {why} in {bars}", self.id());
            assert!(self.table.contains(why) && self.markdown.contains(why), "{}: {why}", self.id());
        }
        let reported =
            self.json["cells"].as_array().unwrap().iter().filter(|cell| !cell["observation"].is_null()).count();
        let of = self.dataset.areas.len();
        let count =
            by(self.lang, &format!("{of} 市中 {reported} 市公布"), &format!("reported by {reported} of {of} cities"));
        assert!(self.table.contains(&count) && self.markdown.contains(&count), "{count}");
        assert_eq!((&self.json["reported"], &self.json["of"]), (&reported.into(), &of.into()));
    }

    /// Figures that may be ranked together have bars of their lengths, on one scale that begins at zero; others have none, and
    /// a sign where there is a reason.
    fn bar_lengths(&self, says: &[Option<Says>]) {
        let table_bars: Vec<BarLine> = self.dataset.areas.keys().map(|area| self.table_bar(area)).collect();
        for bars in [&self.bar_lines, &table_bars] {
            let cells = self.json["cells"].as_array().unwrap();
            let on_scale = |at: usize| cells[at]["standing"] != "apart";
            let drawn = says.iter().enumerate().filter(|(at, _)| on_scale(*at)).filter_map(|(_, says)| says.as_ref());
            let largest = drawn.filter_map(Says::largest).fold(0.0, f64::max);
            let count = |bar: &str| bar.chars().filter(|sign| *sign != '▸').count();
            let room = bars.iter().map(|line| count(&line.bar)).max().unwrap_or(0) * 8;
            for (at, (line, says)) in bars.iter().zip(says).enumerate() {
                if !on_scale(at) {
                    let is_valued = matches!(says, Some(Says::Within { .. } | Says::Loose { .. } | Says::Designed(_)));
                    let has_reason = is_valued && !cells[at]["apart"].as_array().unwrap().is_empty();
                    let has_sign = line.words.is_empty() || line.words.contains(" × ") || line.words.contains(" ~ ");
                    assert!(line.bar.is_empty() && (!has_reason || has_sign), "{}: {line:?} for {says:?}", self.id());
                    continue;
                }
                let lengths = shown::lengths(&line.bar);
                let near = |drawn: usize, number: f64| {
                    let ought = number / largest * f64::from(u32::try_from(room).unwrap());
                    (f64::from(u32::try_from(drawn).unwrap()) - ought).abs() <= 9.0
                };
                let good = match says {
                    None | Some(Says::Refused(_) | Says::Designed(_) | Says::Loose { .. }) => false,
                    Some(Says::Within { low, high: None, .. }) => near(lengths.solid, *low) && lengths.is_open,
                    Some(Says::Within { low, high: Some(high), .. }) => {
                        near(lengths.solid, *low)
                            && near(lengths.solid + lengths.band, *high)
                            && (lengths.band > 0) != close(*low, *high)
                            && !lengths.is_open
                    }
                };
                assert!(good, "{} {}: {line:?} for {says:?}", self.id(), self.measure.id());
            }
        }
    }

    fn table_bar(&self, area: Key<Area>) -> BarLine {
        let line = shown::table_line(&self.table, self.name(area));
        let at = line.find(|character| "█▏▎▍▌▋▊▉▒▸".contains(character));
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
            // Areas of one place stand together behind it: 1= Binzhou, Jinan.
            let name = squeezed(self.name(area));
            let [plain, shared] = ["", "="].map(|sign| squeezed(&format!("{places}{sign}")));
            let joint = by(self.lang, "、", ",");
            let is_said = [plain, shared].iter().any(|place| {
                bars.match_indices(place.as_str()).any(|(at, _)| {
                    let names = &bars[at + place.len()..];
                    let listed =
                        names.split(joint.as_str()).take_while_inclusive(|one| is_name(&self.dataset, self.lang, one));
                    listed.into_iter().any(|one| one.starts_with(name.as_str()))
                })
            });
            assert!(is_said, "{places} {name} in {bars}");
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
    /// such area, and in the plain table; but of those of one time that count different things, only what counts one.
    fn trends(&self) {
        let counts = |held: &Value| ["variant", "scope", "unit", "status", "nature"].map(|key| held[key].to_string());
        let held = |area: &Key<Area>| {
            let all = self.export.candidates(&self.dataset.areas[*area].id, self.id());
            let says = |held: &Value| self.export.says(held["id"].as_str().unwrap(), self.measure);
            let is_drawn = |held: &&Value| says(held).largest().is_some() && reach(&held["period"]).is_some();
            let (drawn, undrawn): (Vec<&Value>, Vec<&Value>) = all.into_iter().partition(is_drawn);
            let one_of =
                drawn.into_iter().into_group_map_by(|held| reach(&held["period"])).into_values().flat_map(|held| {
                    let is_one_thing = held.iter().map(|held| counts(held)).all_equal();
                    let says = held.into_iter().map(says).collect_vec();
                    if is_one_thing { says.into_iter().map(|says| vec![says]).collect_vec() } else { vec![says] }
                });
            let one_of = one_of.collect_vec();
            (one_of.len() + undrawn.len() > 2 && one_of.len() > 1).then_some((*area, one_of))
        };
        let title = by(self.lang, "历年", "Over time");
        let drawn = self.bars.iter().position(|line| line.starts_with(&format!("{title}  ")));
        let Some((area, one_of)) = self.dataset.areas.keys().find_map(|area| held(&area)) else {
            assert!(drawn.is_none() && !self.table.contains(&format!("\n{title}\n")), "{}", self.id());
            return;
        };
        let at = drawn.unwrap_or_else(|| panic!("no trend of {}", self.id()));
        assert!(self.bars[at].contains(self.name(area)));
        let (_, told) = self.table.split_once(&format!("\n{title}\n")).unwrap();
        let told = told.lines().next().unwrap().split_once(self.name(area)).unwrap().1;
        for says in one_of {
            let is_said = |text: &str| says.iter().any(|says| agrees(text, says, self.measure, self.lang));
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

/// Whether a text is the name of an area and nothing else.
fn is_name(dataset: &Library, lang: Lang, text: &str) -> bool {
    dataset.areas.iter().any(|(_, area)| squeezed(area.name.get(lang)) == text)
}

fn records(csv: &str) -> Vec<HashMap<String, String>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}
