//! Packs of any size, with the gaps and the variety of real ones: made up, and the same every time.

use std::fmt::Write;

/// How large a pack is.
#[derive(Clone, Copy, Debug)]
pub struct PackSize {
    pub areas: usize,
    pub indicators: usize,
    pub years: usize,
}

/// A sequence of numbers that look random and are the same every time (`SplitMix64`, Steele and others 2014).
struct Numbers(u64);

impl Numbers {
    /// Returns a number below `limit`.
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) >> 33).unwrap_or(0) % limit.max(1)
    }
}

const FIRST_YEAR: usize = 2020;

/// Returns the files of a pack, each with its name: the catalogue, and one file for each area.
pub fn pack(size: PackSize) -> Vec<(String, String)> {
    let mut files = vec![("catalogue.toml".to_owned(), catalogue(size))];
    let mut numbers = Numbers(1);
    files.extend((0..size.areas).map(|area| (format!("area-{area}.toml"), area_file(size, area, &mut numbers))));
    files
}

fn is_stock(indicator: usize) -> bool {
    indicator % 4 == 3
}

fn catalogue(size: PackSize) -> String {
    let mut text = "[pack]\nid = \"generated\"\nname = { zh = \"试编\", en = \"Generated\" }\n\
                    about = { zh = \"试编的数字。\", en = \"Made-up figures.\" }\n"
        .to_owned();
    for theme in 0..size.indicators.div_ceil(10) {
        let _ = write!(
            text,
            "\n[[theme]]\nid = \"theme-{theme}\"\nname = {{ zh = \"主题{theme}\", en = \"Theme {theme}\" }}\n"
        );
    }
    for indicator in 0..size.indicators {
        let nature = if is_stock(indicator) { "stock" } else { "flow" };
        let _ = write!(
            text,
            "\n[[indicator]]\nid = \"indicator-{indicator}\"\ntheme = \"theme-{}\"\n\
             name = {{ zh = \"指标{indicator}\", en = \"Indicator {indicator}\" }}\n\
             unit = {{ zh = \"件\", en = \"items\" }}\ndefinition = {{ zh = \"试编。\", en = \"Made up.\" }}\nnature = \"{nature}\"\n",
            indicator / 10,
        );
    }
    text
}

fn area_file(size: PackSize, area: usize, numbers: &mut Numbers) -> String {
    let mut text = format!(
        "[[area]]\nid = \"city-{area}\"\ncode = \"{:06}\"\nname = {{ zh = \"城{area}\", en = \"City {area}\" }}\n\
         committee = {{ zh = \"城{area}市政协\", en = \"City {area} Committee\" }}\n",
        500_000 + area,
    );
    for year in FIRST_YEAR..FIRST_YEAR + size.years {
        let _ = write!(
            text,
            "\n[[article]]\nid = \"city-{area}-{year}\"\narea = \"city-{area}\"\ntitle = \"报告\"\n\
             outlet = {{ zh = \"日报\", en = \"Daily\" }}\npublished = {{ date = \"{}-01-20\", certainty = \"stated\" }}\n\
             genre = \"news\"\nstatement = {{ zh = \"报告\", en = \"Report\" }}\ngrade = \"excerpt\"\n",
            year + 1,
        );
        // One city in ten reports by the session and not by the year.
        let period = match numbers.below(10) {
            0 => format!("{{ start = \"{year}-01-{:02}\", end = \"{}-01-15\" }}", 5 + numbers.below(20), year + 1),
            _ => format!("\"{year}\""),
        };
        for indicator in 0..size.indicators {
            // Three figures in ten are not reported.
            if numbers.below(10) < 3 {
                continue;
            }
            let value = 1 + numbers.below(900);
            let (qualifier, printed) = match numbers.below(8) {
                0 => ("at-least", format!("{value}余件")),
                1 => ("below", format!("近{value}件")),
                2 => ("about", format!("约{value}件")),
                _ => ("exact", format!("{value}件")),
            };
            let period = if is_stock(indicator) {
                format!("{{ as_of = \"{year}-12-{:02}\" }}", 10 + numbers.below(20))
            } else {
                period.clone()
            };
            let _ = write!(
                text,
                "\n[[observation]]\nid = \"city-{area}-{year}-{indicator}\"\narea = \"city-{area}\"\nindicator = \"indicator-{indicator}\"\n\
                 value = {value}\nqualifier = \"{qualifier}\"\nscope = \"city\"\nstatus = \"achieved\"\nperiod = {period}\n\
                 source = {{ article = \"city-{area}-{year}\", printed = \"{printed}\" }}\n",
            );
        }
    }
    text
}
