//! What no data can do to a file, even data that were never read from one and so never checked.

use super::{ExportFormat, ExportRequest, Exported, export};
use crate::domain::{Dataset, Measure, Table};
use crate::export::fixture::{dataset, style};
use crate::export::{ListFilter, RecordSet};
use crate::text::{Lang, Text, Word};

/// Characters that steer a terminal or turn text round.
const HIDDEN: [char; 4] = ['\u{1b}', '\u{9b}', '\u{202e}', '\u{2066}'];

/// Returns data in which words of every kind hold such characters.
fn steering() -> Dataset {
    let mut data = dataset();
    let hidden: String = HIDDEN.iter().collect();
    let both = || Text::new(format!("甲{hidden}"), format!("a{hidden}"));
    data.areas = changed(
        &data.areas,
        |area| &area.id,
        |area| {
            area.name = both();
            area.committee = both();
        },
    );
    data.indicators = changed(
        &data.indicators,
        |indicator| &indicator.id,
        |indicator| {
            indicator.name = both();
            indicator.definition = both();
        },
    );
    data.articles = changed(
        &data.articles,
        |article| &article.id,
        |article| {
            article.title = format!("题{hidden}");
            article.outlet = Some(both());
            article.authors = vec![format!("人{hidden}")];
            article.address = Some(format!("https://example.org/{hidden}"));
        },
    );
    data
}

fn changed<T: Clone>(table: &Table<T>, id: impl Fn(&T) -> &String, change: impl Fn(&mut T)) -> Table<T> {
    let mut all = Table::default();
    for (_, thing) in table.iter() {
        let mut thing = thing.clone();
        change(&mut thing);
        let name = id(&thing).clone();
        all.add(&name, thing).unwrap();
    }
    all
}

/// Returns the text of everything that an export has made.
fn text(exported: Exported) -> String {
    let of_files = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    match exported {
        Exported::Text(text) => text,
        Exported::WithStructure { text, structure } => text + &structure,
        Exported::Folder(folder) => folder.files.iter().map(|file| of_files(&file.bytes)).collect(),
        Exported::Bytes(bytes) | Exported::Document { bytes, .. } => unpacked(&bytes),
    }
}

fn unpacked(bytes: &[u8]) -> String {
    use std::io::Read;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for number in 0..archive.len() {
        let mut text = Vec::new();
        let mut file = archive.by_index(number).unwrap();
        // The bytes of pictures are no text.
        if [".xml", ".rels"].iter().any(|ending| file.name().unwrap().ends_with(ending)) {
            file.read_to_end(&mut text).unwrap();
        }
        all.push_str(&String::from_utf8_lossy(&text));
    }
    all
}

#[test]
fn nothing_that_steers_a_terminal_or_turns_text_round_reaches_a_file() {
    let (data, filter) = (steering(), ListFilter::default());
    for (name, format) in ExportFormat::WORDS {
        if *format == ExportFormat::Xlsx && !cfg!(feature = "xlsx") {
            continue;
        }
        for (_, table) in
            RecordSet::WORDS.iter().filter(|(_, set)| format.is_of_one_table() || *set == RecordSet::Figures)
        {
            let request = ExportRequest {
                filter: &filter,
                measure: Measure::Raw,
                table: *table,
                style: style(Lang::Zh),
                is_built_in: true,
                requests: &[],
                hand_out: None,
            };
            let text = text(export(&data, *format, &request).unwrap());
            assert!(!text.contains(HIDDEN), "{name}");
            assert!(!text.is_empty(), "{name}");
        }
    }
}
