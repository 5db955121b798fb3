//! Writes a made-up pack of any size into a folder, for measuring: `generate_pack DIR AREAS INDICATORS YEARS`.

#[path = "../tests/support/generated.rs"]
mod generated;

use generated::{PackSize, pack};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [folder, numbers @ ..] = words.as_slice() else { return usage() };
    let numbers: Vec<usize> = numbers.iter().filter_map(|number| number.parse().ok()).collect();
    let [areas, indicators, years] = *numbers.as_slice() else { return usage() };
    let folder = Path::new(folder);
    let written = std::fs::create_dir_all(folder).and_then(|()| {
        pack(PackSize { areas, indicators, years })
            .iter()
            .try_for_each(|(name, text)| std::fs::write(folder.join(name), text))
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error}", folder.display());
            ExitCode::FAILURE
        }
    }
}

fn usage() -> ExitCode {
    eprintln!("usage: generate_pack DIR AREAS INDICATORS YEARS");
    ExitCode::from(2)
}
