//! From a spreadsheet to new entries of the user's pack. Whatever is checked of data is checked of them, before anything is
//! written.

use super::columns::{ColumnKind, SheetKind};
use super::fault::{FaultPlace, SheetFault, SheetFaults};
use super::grid::{CellValue, SheetGrid};
use super::headings::{columns, kind_of, no_headings};
use super::held_figures::{self, ChangedFigure, HeldRow};
use super::names::{NamedEntry, Names, find, near};
use super::new_entries::taken;
use super::phrase_cells::write_value;
use super::read_csv::{of_file, read_csv};
#[cfg(feature = "xlsx")]
use super::read_xlsx::read_xlsx;
use super::rows::{EntryText, RowCell, SheetRow, digits, spelt};
use super::time_cells;
#[cfg(not(feature = "xlsx"))]
use super::without_workbooks::read_xlsx;
use crate::checked::Faults;
use crate::deck::Library;
use crate::domain::{Dataset, Nature};
use crate::entry::{NewEntries, figure_id, held_figure, typed_time};
use crate::text::{Lang, Phrase, Text, fit};
use crate::user_deck::{DataSources, load_with_texts};
use std::collections::HashSet;
use std::path::Path;

/// The formats of spreadsheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetFormat {
    Csv,
    Xlsx,
}

/// How many columns of a name are looked up and quoted: no name is longer.
const LONGEST_NAME: usize = 200;

/// What a spreadsheet adds.
#[derive(Debug)]
pub struct Imported {
    pub entries: NewEntries,
    /// How many areas, articles and figures of it are there already, and are not added again.
    pub already_there: usize,
    /// The figures among the entries that are held, and are something else here.
    pub changed: Vec<ChangedFigure>,
}

impl Imported {
    /// Returns what is changed as faults of the sheet, for whoever has not asked for changes.
    #[must_use]
    pub fn changes_as_faults(&self, file: &str) -> SheetFaults {
        const HELP: Phrase = Phrase {
            zh: "要改正已有的，加 --update；若是另一口径、另一时段，在表中写明",
            en: "--update corrects what is held; of another variant or time, say so in the sheet",
        };
        let faults = self.changed.iter();
        let faults = faults.map(|one| SheetFault::new(one.place.clone(), one.words.clone(), Text::from(HELP)));
        SheetFaults { file: file.to_owned(), faults: faults.collect() }
    }
}

/// Why a spreadsheet is not imported.
#[derive(Debug)]
pub enum ImportError {
    /// It has faults of its own.
    Sheet(SheetFaults),
    /// The data that are there have faults.
    Data(Faults),
}

/// Reads a spreadsheet, and checks what it adds with all data in force. `file` names it in faults.
///
/// # Errors
/// All its faults, each at its cell; or those of the data in force.
pub fn import(
    (file, bytes): (&str, &[u8]),
    format: SheetFormat,
    (library, sources): (&Library, &DataSources),
    lang: Lang,
) -> Result<Imported, ImportError> {
    let told = |faults: Vec<SheetFault>| ImportError::Sheet(SheetFaults { file: file.to_owned(), faults });
    let sheets = match format {
        SheetFormat::Csv => read_csv(bytes).map(|sheet| vec![sheet]),
        SheetFormat::Xlsx => read_xlsx(bytes),
    };
    let sheets = sheets.map_err(|fault| told(vec![fault]))?;
    let mut importer = Importer::new(library, lang);
    importer.read(&sheets);
    if !importer.faults.is_empty() {
        return Err(told(importer.faults));
    }
    importer.check(sources).map_err(|error| match error {
        CheckError::Sheet(faults) => told(faults),
        CheckError::Data(faults) => ImportError::Data(faults),
    })
}

enum CheckError {
    Sheet(Vec<SheetFault>),
    Data(Faults),
}

struct Importer<'a> {
    library: &'a Library,
    lang: Lang,
    names: Names,
    entry: EntryText,
    faults: Vec<SheetFault>,
    /// The ids of what is added.
    added: HashSet<String>,
    /// The figures whose period is written with them: an article of a spreadsheet is written without one.
    with_period: HashSet<String>,
    already_there: usize,
    /// The rows that are figures which are held already.
    held: Vec<HeldRow>,
}

impl<'a> Importer<'a> {
    fn new(library: &'a Library, lang: Lang) -> Self {
        Self {
            library,
            lang,
            names: Names::of(library),
            entry: EntryText::default(),
            faults: Vec::new(),
            added: HashSet::new(),
            with_period: HashSet::new(),
            already_there: 0,
            held: Vec::new(),
        }
    }

    fn fault(&mut self, place: FaultPlace, message: Text, help: impl Into<Option<Text>>) {
        self.faults.push(SheetFault::new(place, message, help));
    }

    /// Reads all sheets, what is referred to before what refers to it.
    fn read(&mut self, sheets: &[SheetGrid]) {
        let known: Vec<_> = sheets.iter().map(kind_of).collect();
        if known.iter().all(Option::is_none) {
            self.faults.push(no_headings(sheets));
            return;
        }
        for kind in SheetKind::ALL {
            for (index, sheet) in sheets.iter().enumerate() {
                if known.get(index).copied().flatten().is_some_and(|(other, _)| other == kind) {
                    let head = known.get(index).copied().flatten().map_or(0, |(_, head)| head);
                    self.read_sheet(kind, index, sheet, head);
                }
            }
        }
        if self.entry.text.is_empty() && self.faults.is_empty() && self.already_there == 0 {
            self.faults.push(of_file("表里只有表头，没有数据", "there are headings, and nothing below them"));
        }
    }

    fn read_sheet(&mut self, kind: SheetKind, index: usize, sheet: &SheetGrid, head: u32) {
        let (columns, faults) = columns(kind, (index, sheet), head, self.lang);
        self.faults.extend(faults);
        let Some(columns) = columns else { return };
        for (row, cells) in sheet.rows().range(head + 1..) {
            let value = |at: u32| cells.iter().find(|(place, _)| place.column == at).map(|(_, value)| *value);
            let cells: Vec<RowCell> =
                columns.iter().map(|(at, column)| RowCell { column, at: *at, value: value(*at) }).collect();
            // A remark beside the table is no entry.
            if cells.iter().all(|cell| cell.value.is_none()) {
                continue;
            }
            let row = SheetRow { sheet: index, sheet_name: sheet.name.clone(), row: *row, cells, lang: self.lang };
            self.read_row(kind, &row);
        }
    }

    fn read_row(&mut self, kind: SheetKind, row: &SheetRow) {
        let before = self.faults.len();
        for cell in &row.cells {
            match cell.value {
                None if cell.column.is_needed => {
                    let heading = cell.column.heading;
                    let message = Text::new(format!("“{}”没有填", heading.zh), format!("`{}` is empty", heading.en));
                    let about = Some(cell.column.about).filter(|about| !about.zh.is_empty()).map(Text::from);
                    self.fault(row.place_of(cell), message, about);
                }
                Some(CellValue::Error(error)) => {
                    let message =
                        Text::new(format!("公式没有结果：{error}"), format!("the formula has no value: {error}"));
                    self.fault(row.place_of(cell), message, None);
                }
                _ => {}
            }
        }
        if self.faults.len() > before {
            return;
        }
        match kind {
            SheetKind::Areas => self.area(row),
            SheetKind::Articles => self.article(row),
            SheetKind::Figures => self.figure(row),
        }
    }

    fn area(&mut self, row: &SheetRow) {
        let Some(id) = self.names.add_area(row) else {
            self.already_there += 1;
            return;
        };
        self.begin(SheetKind::Areas, row, &id);
        self.cells(row, &["id"]);
    }

    fn article(&mut self, row: &SheetRow) {
        let Some(area) = self.named(row, "area") else { return };
        let Some(id) = self.names.add_article(row, &area) else {
            self.already_there += 1;
            return;
        };
        self.begin(SheetKind::Articles, row, &id);
        self.entry.key("area", area, row.place("area"));
        self.entry.key("published.certainty", "stated", row.place("published.date"));
        self.cells(row, &["id", "area"]);
    }

    fn figure(&mut self, row: &SheetRow) {
        let named = ["area", "indicator", "source.article"].map(|key| self.named(row, key));
        let [Some(area), Some(indicator), Some(article)] = named else { return };
        let key = self.library.indicators.find(&indicator);
        let held = held_figures::find(self.library, row, &area, key, &article);
        let year = row.words("period").and_then(|period| time_cells::year(&period));
        let is_taken = |id: &str| self.added.contains(id) || self.library.observations.find(id).is_some();
        // The cell in which the number stands.
        let printed = ["value", "source.printed", "sentence"].into_iter().find(|key| row.value(key).is_some());
        let printed = printed.unwrap_or("source.printed");
        let held_id = held.map(|key| self.library.observations[key].id.clone());
        let id = held_id.or_else(|| row.words("id")).unwrap_or_else(|| figure_id(&area, year, &indicator, is_taken));
        self.held.extend(held.map(|key| HeldRow { key, place: row.place(printed) }));
        let own = row.words("nature").map(|typed| super::words::List::Nature.word(&typed));
        let own = own.and_then(|word| <Nature as crate::text::Word>::from_word(&word));
        let nature = own.or(key.map(|key| self.library.indicators[key].nature));
        self.begin(SheetKind::Figures, row, &id);
        if row.value("period").is_some() || self.added.contains(&article) {
            self.with_period.insert(id.clone());
        }
        for (key, id) in [("area", area), ("indicator", indicator), ("source.article", article)] {
            self.entry.key(key, id, row.place(key));
        }
        if let Err(fault) = write_value(&mut self.entry, row, nature) {
            self.faults.push(fault);
            return;
        }
        if row.value("status").is_none() {
            self.entry.key("status", "achieved", row.place("status"));
        }
        time_cells::write_period(&mut self.entry, row, nature);
        let written = [
            "id",
            "area",
            "indicator",
            "source.article",
            "source.printed",
            "value",
            "to",
            "qualifier",
            "period",
            "why",
        ];
        self.cells(row, &written);
    }

    fn begin(&mut self, kind: SheetKind, row: &SheetRow, id: &str) {
        self.added.insert(id.to_owned());
        self.entry.begin(kind, row);
        self.entry.key("id", id, row.place("id"));
    }

    /// Writes the cells that need no more than their column to be read.
    fn cells(&mut self, row: &SheetRow, written: &[&str]) {
        for cell in row.cells.iter().filter(|cell| !written.contains(&cell.column.key)) {
            let (Some(value), place) = (cell.value, row.place_of(cell)) else { continue };
            let key = cell.column.key;
            match cell.column.kind {
                ColumnKind::Number => match value {
                    CellValue::Number(number) => self.entry.number(key, &digits(*number), place),
                    _ => match spelt(&value.words()) {
                        Some(number) => self.entry.number(key, &number, place),
                        None => self.entry.key(key, value.words(), place),
                    },
                },
                ColumnKind::Listed(list) => self.entry.key(key, list.word(&value.words()), place),
                ColumnKind::Time => self.entry.key(key, typed_time(&value.words()), place),
                ColumnKind::Digits => self.entry.key(key, code(value), place),
                ColumnKind::Sentence | ColumnKind::Why | ColumnKind::Printed => {}
                ColumnKind::Words | ColumnKind::Area | ColumnKind::Article | ColumnKind::Indicator => {
                    self.entry.key(key, value.words(), place);
                }
            }
        }
    }

    /// Finds what a cell names, or reports that there is no such thing.
    fn named(&mut self, row: &SheetRow, key: &str) -> Option<String> {
        let typed = fit(&row.words(key)?, LONGEST_NAME);
        let (entries, zh, en): (&[NamedEntry], _, _) = match key {
            "area" => (&self.names.areas, "地区", "area"),
            "indicator" => (&self.names.indicators, "指标", "indicator"),
            _ => (&self.names.articles, "文章", "article"),
        };
        let (message, help) = match find(entries, &typed).as_slice() {
            [one] => return Some(one.id.clone()),
            [] => {
                let near = near(entries, &typed);
                let help = near.map(|near| Text::new(format!("是不是“{near}”？"), format!("did you mean `{near}`?")));
                (Text::new(format!("没有{zh}“{typed}”"), format!("there is no {en} `{typed}`")), help)
            }
            several => {
                let ids: Vec<&str> = several.iter().map(|entry| entry.id.as_str()).collect();
                let help = Text::new(format!("写代号：{}", ids.join("、")), format!("write an id: {}", ids.join(", ")));
                (Text::new(format!("“{typed}”有几个{zh}"), format!("`{typed}` is the name of several")), Some(help))
            }
        };
        self.fault(row.place(key), message, help);
        None
    }

    /// Loads what was read over all data in force, and takes out what is new and what is changed.
    fn check(self, sources: &DataSources) -> Result<Imported, CheckError> {
        // No file of a pack has such a name, since those that begin with a point are not read. It lies over the pack, so that
        // a row may be a figure that is held there.
        let root = sources.written_folder().unwrap_or(Path::new("")).join(".spreadsheet");
        let path = root.join(".spreadsheet.toml");
        let loaded = load_with_texts(sources, &root, &[(&path, Some(&self.entry.text))]);
        let loaded = loaded.map_err(|faults| {
            let own = faults.diagnostics().iter().filter(|fault| fault.path == path);
            let own: Vec<SheetFault> = own.map(|fault| self.entry.sheet_fault(fault)).collect();
            if own.is_empty() { CheckError::Data(faults) } else { CheckError::Sheet(own) }
        })?;
        let mut entries = taken(&loaded.dataset, &self.added, &self.with_period);
        let mut already_there = self.already_there;
        let mut changed = Vec::new();
        for HeldRow { key, place } in self.held {
            let held = held_figure(self.library, key);
            let Some(at) = entries.figures.iter().position(|figure| figure.id == held.id) else { continue };
            let period = |dataset: &Dataset| {
                dataset.observations.find(&held.id).map(|key| dataset.observations[key].period.clone())
            };
            let is_same_period = period(&loaded.dataset) == period(self.library);
            let merged = held_figures::merged(self.library, key, &entries.figures[at], is_same_period);
            if merged == held {
                entries.figures.remove(at);
                already_there += 1;
            } else {
                let words = held_figures::difference(&held, &merged);
                changed.push(ChangedFigure { id: held.id, place, words });
                entries.figures[at] = merged;
            }
        }
        Ok(Imported { entries, already_there, changed })
    }
}

/// Returns a code that a spreadsheet has made a number of.
fn code(value: &CellValue) -> String {
    match value {
        CellValue::Number(number) => format!("{number:.0}"),
        other => other.words(),
    }
}
