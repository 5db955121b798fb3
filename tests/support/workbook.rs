//! Reading back workbooks and archives: the words and numbers of a sheet, and what is linked.

use std::io::{Cursor, Read};

/// Returns the files of an archive by their names, in their order.
pub fn files(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|number| {
            let mut file = archive.by_index(number).unwrap();
            let mut text = Vec::new();
            file.read_to_end(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum ReadCell {
    #[default]
    Blank,
    Text(String),
    Number(f64),
}

/// A sheet as it was read.
pub struct ReadSheet {
    pub name: String,
    pub rows: Vec<Vec<ReadCell>>,
    /// The XML of the sheet.
    pub xml: String,
}

impl ReadSheet {
    /// Returns the cell of a row under a heading.
    pub fn cell(&self, row: usize, heading: &str) -> &ReadCell {
        let place = self.rows[0].iter().position(|cell| *cell == ReadCell::Text(heading.to_owned()));
        let place = place.unwrap_or_else(|| panic!("{heading}: {:?}", self.rows[0]));
        self.rows[row].get(place).unwrap_or(&ReadCell::Blank)
    }
}

/// Reads all sheets of a workbook.
pub fn sheets(bytes: &[u8]) -> Vec<ReadSheet> {
    let files = files(bytes);
    let text = |name: &str| {
        let file = files.iter().find(|(file, _)| file == name).unwrap_or_else(|| panic!("{name}"));
        String::from_utf8(file.1.clone()).unwrap()
    };
    let shared = text("xl/sharedStrings.xml");
    let strings: Vec<String> = elements(&shared, "si").map(|(_, inner)| plain(first(inner, "t"))).collect();
    let book = text("xl/workbook.xml");
    let names = elements(&book, "sheet").map(|(start, _)| plain(attribute(start, "name").unwrap()));
    names
        .zip(1..)
        .map(|(name, number)| {
            let xml = text(&format!("xl/worksheets/sheet{number}.xml"));
            ReadSheet { name, rows: elements(&xml, "row").map(|(_, row)| cells(row, &strings)).collect(), xml }
        })
        .collect()
}

fn cells(row: &str, strings: &[String]) -> Vec<ReadCell> {
    let mut cells = Vec::new();
    for (start, inner) in elements(row, "c") {
        let place = column(attribute(start, "r").unwrap());
        cells.resize(place, ReadCell::Blank);
        let value = first(inner, "v");
        cells.push(match attribute(start, "t") {
            Some("s") => ReadCell::Text(strings[value.parse::<usize>().unwrap()].clone()),
            None if !value.is_empty() => ReadCell::Number(value.parse().unwrap()),
            None => ReadCell::Blank,
            Some(other) => panic!("a cell of type {other}"),
        });
    }
    cells
}

/// Returns the number of a column, from 0: `A1` is in the first.
fn column(place: &str) -> usize {
    let letters = place.bytes().take_while(u8::is_ascii_uppercase);
    letters.fold(0, |number, letter| number * 26 + usize::from(letter - b'A') + 1) - 1
}

/// Returns the start tag and the content of each element of a name that does not hold others of its name.
fn elements<'a>(xml: &'a str, name: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut rest = xml;
    std::iter::from_fn(move || {
        loop {
            let (_, behind) = rest.split_once(open.as_str())?;
            let (start, behind) = behind.split_once('>')?;
            rest = behind;
            if !start.is_empty() && !start.starts_with([' ', '/']) {
                continue;
            }
            if start.ends_with('/') {
                return Some((start, ""));
            }
            let (inner, behind) = behind.split_once(close.as_str())?;
            rest = behind;
            return Some((start, inner));
        }
    })
}

fn first<'a>(xml: &'a str, name: &'a str) -> &'a str {
    elements(xml, name).next().map_or("", |(_, inner)| inner)
}

fn attribute<'a>(start: &'a str, name: &str) -> Option<&'a str> {
    let (_, behind) = start.split_once(&format!(" {name}=\"")).or_else(|| start.split_once(&format!("{name}=\"")))?;
    behind.split_once('"').map(|(value, _)| value)
}

fn plain(xml: &str) -> String {
    xml.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'").replace("&amp;", "&")
}
