//! The headings of a sheet: what they say it holds, and which column each stands over.

use super::columns::{SheetColumn, SheetKind};
use super::fault::{FaultPlace, SheetFault};
use super::grid::{CellValue, SheetGrid};
use crate::text::{Lang, Text, fit, nearest, quoted};

/// The columns of a sheet, each with its place in the grid.
pub(super) type FoundColumns = Vec<(u32, &'static SheetColumn)>;

/// How many columns of a heading are read and quoted.
const LONGEST_HEADING: usize = 60;

/// Finds the columns under the headings, and what is wrong with these; `None` where a column that is needed is missing.
pub(super) fn columns(
    kind: SheetKind,
    (index, sheet): (usize, &SheetGrid),
    head: u32,
    lang: Lang,
) -> (Option<FoundColumns>, Vec<SheetFault>) {
    let (mut found, mut faults): (FoundColumns, Vec<SheetFault>) = (Vec::new(), Vec::new());
    for (place, value) in sheet.rows().remove(&head).unwrap_or_default() {
        let heading = fit(&value.words(), LONGEST_HEADING);
        let at = || FaultPlace::Cell(index, sheet.name.clone(), place, heading.clone());
        match kind.columns().iter().find(|column| column.is_named(&heading)) {
            Some(column) if found.iter().any(|(_, other)| other.key == column.key) => {
                let message = Text::new(format!("“{heading}”有两列"), format!("there are two columns `{heading}`"));
                faults.push(SheetFault::new(at(), message, None));
            }
            Some(column) => found.push((place.column, column)),
            None => faults.push(unknown_heading(kind, at(), &heading, lang)),
        }
    }
    let missing = |column: &&SheetColumn| !found.iter().any(|(_, other)| other.key == column.key);
    let missing: Vec<_> = kind.columns().iter().filter(|column| column.is_needed).filter(missing).collect();
    for column in &missing {
        let heading = column.heading;
        let message = Text::new(format!("缺少“{}”一列", heading.zh), format!("the column `{}` is missing", heading.en));
        faults.push(SheetFault::new(FaultPlace::Sheet(index, sheet.name.clone()), message, all_headings(kind)));
    }
    (missing.is_empty().then_some(found), faults)
}

fn unknown_heading(kind: SheetKind, place: FaultPlace, heading: &str, lang: Lang) -> SheetFault {
    let near = nearest(heading, kind.columns().iter().map(|column| column.title(lang)));
    let help = near.map(|near| Text::new(format!("是不是“{near}”？"), format!("did you mean `{near}`?")));
    let message = Text::new(format!("不认识的表头“{heading}”"), format!("unknown heading `{heading}`"));
    SheetFault::new(place, message, help.unwrap_or_else(|| all_headings(kind)))
}

/// Returns what a sheet holds, and the row of its headings: the first row in which two headings of a kind stand.
pub(super) fn kind_of(sheet: &SheetGrid) -> Option<(SheetKind, u32)> {
    sheet.rows().iter().take(20).find_map(|(row, cells)| {
        let count = |kind: SheetKind| {
            let is_heading = |value: &CellValue| kind.columns().iter().any(|column| column.is_named(&value.words()));
            cells.iter().filter(|(_, value)| is_heading(value)).count()
        };
        // What is needed tells a kind; the sheet of indicators has headings of the others, too.
        let is_needed = |kind: SheetKind| {
            let needed = kind.columns().iter().filter(|column| column.is_needed);
            needed.filter(|column| cells.iter().any(|(_, value)| column.is_named(&value.words()))).count() >= 2
        };
        let best = SheetKind::ALL.into_iter().rev().filter(|kind| is_needed(*kind)).max_by_key(|kind| count(*kind));
        best.map(|kind| (kind, *row))
    })
}

/// Makes the fault of a file in which no sheet has headings that are known: it says what stands where they should be.
pub(super) fn no_headings(sheets: &[SheetGrid]) -> SheetFault {
    let needed = |lang| {
        let needed = SheetKind::Figures.columns().iter().filter(|column| column.is_needed);
        needed.map(|column| column.title(lang)).collect::<Vec<_>>()
    };
    let help = Text::new(
        format!("必须有的表头：{}；带表头的空表：cppcc init --spreadsheet 数字.xlsx", needed(Lang::Zh).join("、")),
        format!(
            "the headings that are needed: {}; an empty spreadsheet with all headings: cppcc init --spreadsheet figures.xlsx",
            needed(Lang::En).join(", ")
        ),
    );
    let first_row = sheets.iter().find_map(|sheet| sheet.rows().into_iter().next());
    let message = match first_row {
        None => Text::new("表里什么也没有", "the file has nothing in it"),
        Some((_, cells)) => {
            let found: Vec<String> =
                cells.iter().take(MOST_FOUND).map(|(_, value)| quoted(&fit(&value.words(), 20))).collect();
            let found = found.join(" ");
            Text::new(
                format!("没有认得的表头；首行是 {found}"),
                format!("no headings are known; the first row has {found}"),
            )
        }
    };
    SheetFault::new(FaultPlace::File, message, help)
}

/// So many cells of the first row tell which file it is.
const MOST_FOUND: usize = 8;

fn all_headings(kind: SheetKind) -> Text {
    let all = |lang| kind.columns().iter().map(|column| column.title(lang)).collect::<Vec<_>>();
    Text::new(
        format!("表头有：{}", all(Lang::Zh).join("、")),
        format!("the headings are: {}", all(Lang::En).join(", ")),
    )
}
